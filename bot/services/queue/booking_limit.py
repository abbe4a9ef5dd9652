"""One booking in ten days for a person, ЦОН and спецЦОН apart (22.07.2020, domain §5.1), as one account knows it.

An ИИН is typed, not proved. What other accounts booked for it is neither told to this one nor in its way: it would say
who goes where, and let anybody keep anybody out. So that no account takes all, it books for few people at once.
"""

from datetime import UTC, date, datetime

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingKind, PersonBooking, StoredBooking, check_limit
from bot.domain.subject import Subject, SubjectKind
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.work import Services
from storage.engine import rate_limits
from storage.engine.database import Transaction
from storage.queue import bookings, people

_DAY_SECONDS = 86_400


async def check_person_limit(
    tx: Transaction,
    *,
    user_id: int,
    person_id: int,
    kind: BookingKind,
    day: date,
    now: int,
    moving: int | None = None,
) -> None:
    """Raise `Refusal("booking-limit", day=…, again=…)` when the account's other booking for them is too near.

    `moving` is the booking that is being moved.
    """
    coming = await own_coming_for(tx, user_id, person_id, now)
    check_limit([_limited(other) for other in coming if other.id != moving], kind, day, BOOKING_RULES)


async def check_people(tx: Transaction, user_id: int, person_id: int, now: int) -> None:
    """Raise `Refusal("booking-people", people=…)` when the account books or waits for as many others as it may."""
    others = set(await people.coming_of(tx, user_id, now)) - {person_id}
    if len(others) >= BOOKING_RULES.people_at_once:
        raise Refusal("booking-people", people=BOOKING_RULES.people_at_once)


async def take_turn(tx: Transaction, user_id: int, person_id: int, now: int) -> None:
    """Count somebody the account never booked or waited for; raises as `check_people`, and `Refusal("booking-pause",
    opens=…)` when it has had as many new people as a day allows."""
    await check_people(tx, user_id, person_id, now)
    if await people.is_known_to(tx, user_id, person_id):
        return
    opens = await rate_limits.take(
        tx,
        "booking",
        (str(Subject(SubjectKind.USER, user_id)),),
        now=now,
        limit=BOOKING_RULES.new_people_a_day,
        seconds=_DAY_SECONDS,
    )
    if opens is not None:
        # A clock shows whole minutes: the told one must not be too early.
        raise Refusal("booking-pause", opens=datetime.fromtimestamp(-(-opens // 60) * 60, UTC))


async def check_day(
    services: Services, *, user_id: int, person_id: int, kind: BookingKind, day: date, moving: int | None
) -> None:
    """Raise as `check_person_limit` and `check_people` when the account cannot book for them on that day."""
    async with services.db.read() as reader:
        await check_person_limit(
            reader, user_id=user_id, person_id=person_id, kind=kind, day=day, now=services.now, moving=moving
        )
        if moving is None:
            await check_people(reader, user_id, person_id, services.now)


async def booking_in_the_way(
    services: Services, user_id: int, person_id: int, kind: BookingKind
) -> StoredBooking | None:
    """Return the account's coming booking of the kind for this person, which it may move."""
    async with services.db.read() as reader:
        coming = await own_coming_for(reader, user_id, person_id, services.now)
    return next((booking for booking in coming if booking.kind == kind.value), None)


async def own_coming_for(tx: Transaction, user_id: int, person_id: int, now: int) -> list[StoredBooking]:
    """Return what this account booked for the person and is still to come."""
    coming = await bookings.coming_for(tx, person_id, now)
    return [booking for booking in coming if booking.made_by == user_id]


def _limited(booking: StoredBooking) -> PersonBooking:
    return PersonBooking(BookingKind(booking.kind), date.fromisoformat(booking.day), booking.state)
