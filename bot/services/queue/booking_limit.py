"""One booking in ten days for a person, ЦОН and спецЦОН apart (22.07.2020, domain §5.1)."""

from datetime import date

from bot.domain.queue.bookings import BookingKind, PersonBooking, StoredBooking, check_limit
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue import bookings


async def check_person_limit(
    tx: Transaction, *, person_id: int, kind: BookingKind, day: date, now: int, moving: int | None = None
) -> None:
    """Raise `Refusal("booking-limit", day=…, again=…)` when another booking of the kind is too near.

    `moving` is the booking that is being moved.
    """
    coming = [other for other in await bookings.coming_for(tx, person_id, now) if other.id != moving]
    check_limit(map(_limited, coming), kind, day, BOOKING_RULES)


async def check_day(services: Services, *, person_id: int, kind: BookingKind, day: date, moving: int | None) -> None:
    """Raise as `check_person_limit` when the person cannot be booked on that day."""
    async with services.db.read() as reader:
        await check_person_limit(reader, person_id=person_id, kind=kind, day=day, now=services.now, moving=moving)


async def booking_in_the_way(
    services: Services, user_id: int, person_id: int, kind: BookingKind
) -> StoredBooking | None:
    """Return the person's coming booking of the kind, if this user made it and so may move it."""
    async with services.db.read() as reader:
        coming = await bookings.coming_for(reader, person_id, services.now)
    own = [booking for booking in coming if booking.made_by == user_id and booking.kind == kind.value]
    return own[0] if own else None


def _limited(booking: StoredBooking) -> PersonBooking:
    return PersonBooking(BookingKind(booking.kind), date.fromisoformat(booking.day), booking.state)
