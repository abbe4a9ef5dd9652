"""Whom a change of hours or capacity leaves without a seat: a booking keeps its time, so somebody must be told."""

from collections import Counter
from datetime import datetime

import structlog

from bot.domain.queue.bookings import StoredBooking
from bot.domain.queue.slots import run_of
from bot.services.branches.directory import Place, tson_services
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.queue.free_times import day_grid
from bot.texts import zone
from storage.engine.database import Transaction
from storage.queue import bookings

log = structlog.get_logger(__name__)
_FAR = 2**53


async def left_without_seat(tx: Transaction, place: Place, now: int) -> list[StoredBooking]:
    """Return the bookings to come that do not fit into the place as given: those booked later give way first.

    One whose service is known no more keeps its time: nobody can say what would fit it. Where its place is closed then,
    the nightly count tells of it.
    """
    taken: Counter[tuple[str, datetime]] = Counter()
    out = []
    coming = await bookings.active_between(tx, place.id, now, _FAR)
    for booking in sorted(coming, key=lambda each: each.id):
        service = tson_services().get(booking.service)
        if service is None:
            log.error("a booking is for a service that is known no more", booking=booking.id, service=booking.service)
            continue
        group = service.group.value
        start = datetime.fromtimestamp(booking.starts_at, zone(place.zone))
        seats = {slot.start: slot.seats for slot in day_grid(place, group, start.date())}
        run = [(group, at) for at in run_of(start, booking.seats, BOOKING_RULES)]
        if all(taken[at] < seats.get(at[1], 0) for at in run):
            taken.update(run)
        else:
            out.append(booking)
    return out
