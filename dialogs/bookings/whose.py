"""Whose bookings by others are looked for: the own ИИН, typed or the remembered one (masked)."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, services_of
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import Iin, mask_iin, parse_iin
from bot.services.iin_proofs.asking import is_proved
from bot.services.queue.person import name_person, remembered_iin
from dialogs.bookings.data import BookingsData
from dialogs.samples import IIN
from dialogs.states import Bookings
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _whose(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(await remembered_iin(services_of(dialog_manager), context_of(dialog_manager).user_id))


def _shown(iin: str | None) -> Shown:
    return {"iin": mask_iin(iin) if iin else "", "known": iin is not None}


def _previews() -> Iterator[Shown]:
    yield _shown(None)
    yield _shown(IIN)


async def _given(iin: Iin, manager: DialogManager) -> None:
    services, user_id = services_of(manager), context_of(manager).user_id
    person = await name_person(services, user_id, iin, own=True)
    BookingsData(manager).person = person
    await manager.switch_to(Bookings.others if await is_proved(services, user_id, person) else Bookings.proof)


async def _known(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    iin = await remembered_iin(services_of(manager), context_of(manager).user_id)
    if iin is not None:
        await _given(iin, manager)


whose_window = screen(
    I18nText("bookings-whose"),
    Button(ButtonText("queue-whom-known"), id="known", on_click=_known, when="known"),
    text_answer(parse_iin, _given),
    state=Bookings.whose,
    getter=_whose,
    previews=_previews,
    beside_home=Bookings.all,
    fallback="stray-text",
).asking(Purpose.QUEUE)
