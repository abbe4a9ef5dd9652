"""Other times kept for a booking: the nearest free ones, for some minutes, each taken by one press (product Q7, A8).

The purpose of such seats, ``alt:BOOKING:BRANCH.START``, is also what their button says: a button of an older message
never stands for another time than the one it shows.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from bot.callbacks import AlternativeCallback
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingKind, BookingState, StoredBooking
from bot.domain.queue.slots import Hold, Slot, SlotRef
from bot.services.amendments import amend
from bot.services.branches.directory import Place, places_beside, read_place, tson_services
from bot.services.queue.booking import (
    Booked,
    alternative_at,
    alternatives_of,
    book_held,
    choice_of,
    is_open,
    move_to_held,
    own_booking,
)
from bot.services.queue.booking_limit import check_person_limit, own_coming_for
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.queue.free_times import horizon, read_free_slots
from bot.services.queue.hold import keep_seats
from bot.services.queue.notifications.alternatives import displaced_message, missed_message, move_message
from bot.services.queue.texts import subject_of
from bot.services.queue.visit_length import visit_of
from bot.services.work import Services
from bot.texts import zone
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.queue import bookings, seats
from storage.queue.seats import HeldSeats
from storage.reminders import DueReminder

KEPT = 3
MOVE_MINUTES, MISSED_MINUTES, DISPLACED_MINUTES = 5, 30, 120
_SHORTEST_MINUTES = 15


async def keep_alternatives(
    services: Services, tx: Transaction, booking: StoredBooking, *, minutes: int
) -> list[HeldSeats]:
    """Keep up to three free times nearest to the booking's for its owner and return them in order of time.

    They are at the same place as far as it has any, else at the city's other places with the service. What was kept
    for the booking before is let go. A time is kept for ``minutes``, but never longer than it may be booked (the lead
    before its start); one that could not be kept for a quarter of an hour is passed over.
    """
    await seats.release_kept(tx, booking.made_by, alternatives_of(booking.id))
    here = await read_place(tx, booking.branch_id, services.now)
    missing = KEPT - await _keep_at(services, tx, booking, here, minutes, KEPT)
    if missing:
        for place in await places_beside(tx, here, tson_services()[booking.service], services.now):
            missing -= await _keep_at(services, tx, booking, place, minutes, missing)
            if not missing:
                break
    return await seats.kept_for(tx, booking.made_by, alternatives_of(booking.id))


async def offer_after_missed(services: Services, tx: Transaction, booking: StoredBooking) -> None:
    """Keep three times for whoever missed the visit and post the message with their buttons."""
    kept = await keep_alternatives(services, tx, booking, minutes=MISSED_MINUTES)
    await services.enqueue(tx, await missed_message(services, tx, booking, kept))


async def compose_displaced(services: Services, tx: Transaction, due: DueReminder) -> OutboxMessage | None:
    """Keep three times for whoever was displaced and say so; nothing once they have a new time or gave up."""
    booking = await bookings.get(tx, due.subject.number)
    if booking is None or booking.state is not BookingState.DISPLACED or booking.version != due.subject_version:
        return None
    kept = await keep_alternatives(services, tx, booking, minutes=DISPLACED_MINUTES)
    return await displaced_message(services, tx, booking, kept, f"{due.kind}:{booking.id}:{booking.version}")


async def offer_for_move(services: Services, *, key: str, user_id: int, booking_id: int) -> None:
    """Keep three times for a booking its owner wants to move and post their buttons; its own seat stays theirs.

    Raises ``Refusal("booking-over")``.
    """

    async def offer(tx: Transaction) -> None:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        kept = await keep_alternatives(services, tx, booking, minutes=MOVE_MINUTES)
        await services.enqueue(tx, await move_message(services, tx, booking, kept, key))

    await services.run_once(key, offer)


async def accept_alternative(services: Services, *, key: str, user_id: int, booking_id: int, choice: str) -> int:
    """Take one of the kept times: an open booking moves to it, for a missed one a new booking is made; return its id.

    ``choice`` is ``BRANCH.START`` of the button. A second press on the taken one changes nothing. Raises `Refusal`:
    `booking-over`, `booking-limit`, `booking-people`, `booking-pause`, `hold-lapsed` (it is no longer kept).
    """

    async def accept(tx: Transaction) -> Booked:
        booking = await bookings.get(tx, booking_id)
        if booking is None or booking.made_by != user_id:
            raise Refusal("booking-over")
        taken = await _taken_before(services, tx, booking, choice)
        return Booked(taken or await _accept(services, tx, booking, choice))

    return (await services.run_once(key, accept)).booking


async def _accept(services: Services, tx: Transaction, booking: StoredBooking, choice: str) -> int:
    purpose = AlternativeCallback(booking.id, choice).pack()
    if booking.state is BookingState.MISSED:
        fresh = await book_held(services, tx, booking.made_by, visit_of(booking), purpose)
        await seats.release_kept(tx, booking.made_by, alternatives_of(booking.id))
        await amend(services, tx, subject_of(booking.id), booking.made_by)
        return fresh
    if not is_open(booking, services.now):
        raise Refusal("booking-over")
    await move_to_held(services, tx, booking, booking.made_by, purpose)
    return booking.id


async def _taken_before(services: Services, tx: Transaction, booking: StoredBooking, choice: str) -> int | None:
    own = await own_coming_for(tx, booking.made_by, booking.person_id, services.now)
    same = [each.id for each in own if choice_of(each.branch_id, each.starts_at) == choice]
    return same[0] if same and own[0].state is not BookingState.DISPLACED else None


async def _keep_at(
    services: Services, tx: Transaction, booking: StoredBooking, place: Place, minutes: int, wanted: int
) -> int:
    """Keep up to ``wanted`` times at one place; return how many."""
    group = tson_services()[booking.service].group.value
    old = datetime.fromtimestamp(booking.starts_at, zone(place.zone))
    kept = 0
    for days in _by_distance(horizon(place, services.clock.now()), old.date()):
        for slot in await _times(services, tx, booking, place, group, days):
            kept += await _keep(services, tx, booking, place, group, slot, minutes)
            if kept == wanted:
                return kept
    return kept


async def _times(
    services: Services, tx: Transaction, booking: StoredBooking, place: Place, group: str, days: Sequence[date]
) -> list[Slot]:
    """Return the free times of the days the person may come on, the nearest to the booking's first."""
    found: list[Slot] = []
    for day in days:
        if await _allowed(services, tx, booking, day):
            by_day = await read_free_slots(services, tx, place, group, [day], booking.seats, first=True)
            found += [slot for slot in by_day[day] if slot.seats]
    return sorted(found, key=lambda slot: abs(slot.start.timestamp() - booking.starts_at))


async def _keep(
    services: Services,
    tx: Transaction,
    booking: StoredBooking,
    place: Place,
    group: str,
    slot: Slot,
    minutes: int,
) -> bool:
    starts_at = int(slot.start.timestamp())
    if (place.id, starts_at) == (booking.branch_id, booking.starts_at):
        return False
    until = min(services.now + minutes * 60, starts_at - int(BOOKING_RULES.lead.total_seconds()))
    if until - services.now < min(minutes, _SHORTEST_MINUTES) * 60:
        return False
    try:
        await keep_seats(
            services,
            tx,
            place,
            SlotRef(place.id, group, starts_at, booking.seats),
            Hold(booking.made_by, until, alternative_at(booking.id, place.id, starts_at)),
            first=True,
        )
    except Refusal:
        return False
    return True


async def _allowed(services: Services, tx: Transaction, booking: StoredBooking, day: date) -> bool:
    try:
        await check_person_limit(
            tx,
            user_id=booking.made_by,
            person_id=booking.person_id,
            kind=BookingKind(booking.kind),
            day=day,
            now=services.now,
            moving=booking.id,
        )
    except Refusal:
        return False
    return True


def _by_distance(days: Sequence[date], wanted: date) -> Iterator[list[date]]:
    def distance(day: date) -> int:
        return abs((day - wanted).days)

    return (list(equal) for _far, equal in groupby(sorted(days, key=distance), distance))
