"""Booked: the ticket is on its way as a picture."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Start

from bot.context import services_of
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import StoredBooking
from bot.services.branches.directory import Place
from bot.services.queue.queries import booking_with_place
from bot.services.queue.texts import booking_args
from bot.texts import TextRef
from dialogs.queue.data import QueueData, moved_booking
from dialogs.queue.samples import BIRTH, sample_booking, sample_place
from dialogs.states import Bookings, Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText


async def _booked(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    booking_id = QueueData(dialog_manager).booked
    found = await booking_with_place(services_of(dialog_manager), booking_id)
    if found is None:
        raise Refusal("booking-over")
    return _shown(*found, moved=moved_booking(dialog_manager) is not None)


def _shown(booking: StoredBooking, where: Place, *, moved: bool) -> Shown:
    return {"words": TextRef("queue-moved" if moved else "queue-booked", booking_args(booking, where))}


def _previews() -> Iterator[Shown]:
    yield _shown(sample_booking(BIRTH), sample_place(), moved=False)
    yield _shown(sample_booking(), sample_place(), moved=True)


done_window = screen(
    DynamicText("words"),
    Start(ButtonText("button-bookings"), id="mine", state=Bookings.all, mode=StartMode.RESET_STACK),
    state=Queue.done,
    getter=_booked,
    previews=_previews,
)
