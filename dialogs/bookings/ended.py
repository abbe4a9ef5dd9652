"""What is said when a booking was cancelled, or when there is no such booking of this person."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.services.queue.texts import booking_args
from dialogs.bookings.api import open_bookings, opened_booking
from dialogs.queue.api import open_queue
from dialogs.queue.samples import sample_booking, sample_place
from dialogs.states import Bookings
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _args(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return booking_args(*await opened_booking(dialog_manager))


def _previews() -> Iterator[Shown]:
    yield booking_args(sample_booking(), sample_place())


async def _new(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_queue(manager)


async def _mine(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_bookings(manager)


cancelled_window = screen(
    I18nText("bookings-cancelled"),
    Button(ButtonText("button-book"), id="new", on_click=_new),
    state=Bookings.cancelled,
    getter=_args,
    previews=_previews,
)

gone_window = screen(
    I18nText("bookings-gone"),
    Button(ButtonText("button-bookings"), id="mine", on_click=_mine),
    Button(ButtonText("button-book"), id="new", on_click=_new),
    state=Bookings.gone,
)
