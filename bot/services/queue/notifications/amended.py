"""What a ticket, a reminder, an offer or a call says once it holds no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.callbacks import BookingCallback
from bot.domain.queue.bookings import BookingState
from bot.domain.queue.waiting_list import OfferState
from bot.domain.reception import VisitState
from bot.services.branches.directory import read_place
from bot.services.queue.texts import booking_args
from bot.services.work import Services
from bot.texts import TextRef
from storage.engine.database import Transaction
from storage.queue import bookings, waiting_list
from storage.reception import visits

_BOOKINGS = {
    BookingState.ACTIVE: "booking-now-moved",
    BookingState.DISPLACED: "booking-now-displaced",
    BookingState.CANCELLED: "booking-now-cancelled",
    BookingState.MISSED: "booking-now-missed",
    BookingState.OVER: "booking-now-over",
}
"""Of a booking that is checked in or served the words hold: its messages lose their buttons alone."""
_AGAIN = frozenset({BookingState.CANCELLED, BookingState.MISSED, BookingState.OVER})


@dataclass(frozen=True, slots=True)
class Amended:
    """What takes the place of the words, or None where they hold; and the buttons that are left, as they are stored."""

    words: TextRef | None
    buttons: Sequence[Sequence[Sequence[Any]]] = ()


async def amended_booking(services: Services, tx: Transaction, booking_id: int) -> Amended | None:
    """Return what the ticket and the reminders of a booking say now."""
    booking = await bookings.get(tx, booking_id)
    if booking is None:
        return None
    key = _BOOKINGS.get(booking.state)
    if key is None:
        return Amended(None)
    args = booking_args(booking, await read_place(tx, booking.branch_id, services.now))
    again = [[["visit-book", BookingCallback("anew", booking.id).pack(), None]]] if booking.state in _AGAIN else []
    return Amended(TextRef(key, args), again)


async def amended_offer(_services: Services, tx: Transaction, offer_id: int) -> Amended | None:
    """Return what an offer says once it was taken, passed on or ran out."""
    offer = await waiting_list.offer(tx, offer_id)
    if offer is None or offer.state is OfferState.OPEN:
        return None
    return Amended(TextRef("waiting-offer-taken" if offer.state is OfferState.TAKEN else "waiting-offer-over"))


async def amended_visit(_services: Services, tx: Transaction, visit_id: int) -> Amended | None:
    """Return what a call to a counter says once it is over; one that was called again is not."""
    visit = await visits.get(tx, visit_id)
    if visit is None or visit.state is VisitState.CALLED:
        return None
    return Amended(TextRef("visit-call-over", {"ticket": visit.ticket}))
