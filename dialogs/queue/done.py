"""Booked: the ticket is on its way as a picture."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.context import services_of
from bot.services.queue.directory import place
from bot.services.queue.words import booking_args
from bot.texts import Key
from dialogs.bookings.door import open_bookings
from dialogs.queue.flow import BOOKED, moved_booking
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Told
from storage import bookings


async def _booked(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    services = services_of(dialog_manager)
    async with services.db.read() as reader:
        booking = await bookings.get(reader, dialog_manager.dialog_data[BOOKED])
    if booking is None:
        raise LookupError(dialog_manager.dialog_data[BOOKED])
    key = "queue-moved" if moved_booking(dialog_manager) else "queue-booked"
    return {"words": Key(key, booking_args(booking, await place(services, booking.branch_id)))}


async def _mine(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_bookings(manager)


done_window = Window(
    Problem(),
    Told("words"),
    Button(Label("button-bookings"), id="mine", on_click=_mine),
    home_button(),
    otherwise("stray-buttons"),
    state=Queue.done,
    getter=_booked,
)
