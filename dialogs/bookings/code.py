"""The code that staff are shown with the identity card, where the contact did not help."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.context import context_of, services_of
from bot.services.iin_proofs.asking import is_proved
from bot.texts import TextRef
from dialogs.bookings.data import BookingsData
from dialogs.samples import CASE_CODE
from dialogs.states import Bookings
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _code(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(BookingsData(dialog_manager).code)


def _shown(code: str) -> Shown:
    return {"code": code}


def _previews() -> Iterator[Shown]:
    yield _shown(CASE_CODE)


async def _look(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    if await is_proved(services_of(manager), context_of(manager).user_id, BookingsData(manager).person):
        await manager.switch_to(Bookings.others)
    else:
        show_error(manager, TextRef("refusal-proof-needed"))


code_window = screen(
    I18nText("proof-code"),
    Button(ButtonText("proof-look"), id="look", on_click=_look),
    SwitchTo(ButtonText("proof-share-contact"), id="contact", state=Bookings.proof),
    state=Bookings.code,
    getter=_code,
    previews=_previews,
    beside_home=Bookings.all,
)
