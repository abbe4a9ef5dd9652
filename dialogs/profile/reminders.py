"""When one is reminded of a visit: chosen by the person, or not at all (product Q7)."""

from collections.abc import Collection, Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Select

from bot.context import context_of, services_of
from bot.services.queue.reminder_choice import CHOICES, offsets_of, toggle_offset
from bot.texts import TextRef
from dialogs.states import Profile
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText

_HOUR = 3600


async def _reminders(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await offsets_of(services_of(dialog_manager), context_of(dialog_manager).user_id))


def _shown(chosen: Collection[int]) -> Shown:
    items = [(str(offset), _label(offset, offset in chosen)) for offset in CHOICES]
    return {"items": items, "none": not chosen, "some": bool(chosen)}


def _previews() -> Iterator[Shown]:
    yield _shown(CHOICES)
    yield _shown(())


def _label(offset: int, chosen: bool) -> TextRef:
    label = TextRef("profile-reminder-before", {"hours": offset // _HOUR})
    return TextRef("queue-wait-chosen", {"label": label}) if chosen else label


async def _toggle(_event: CallbackQuery, _select: Any, manager: DialogManager, offset: str) -> None:
    await toggle_offset(services_of(manager), context_of(manager).user_id, int(offset))


async def _none(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await toggle_offset(services_of(manager), context_of(manager).user_id, None)


reminders_window = screen(
    I18nText("profile-reminders"),
    I18nText("profile-reminders-none", when="none"),
    Group(
        Select(ItemText(), id="offset", item_id_getter=lambda item: item[0], items="items", on_click=_toggle), width=2
    ),
    Button(ButtonText("profile-reminders-off"), id="off", on_click=_none, when="some"),
    state=Profile.reminders,
    getter=_reminders,
    previews=_previews,
    beside_home=Profile.home,
).typed(acting=("off",), toggles=("offset",))
