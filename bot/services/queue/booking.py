"""Taking, moving and cancelling a place in the queue: each in one transaction (product Q2–Q4)."""

from dataclasses import dataclass
from datetime import date
from random import SystemRandom

from bot.callbacks import AlternativeCallback
from bot.domain.codes import make_case_code, make_ticket_number
from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.queue.bookings import BookingKind, BookingState, StoredBooking, Visit
from bot.services.consents.agreeing import require_consent
from bot.services.queue.booking_limit import check_person_limit, take_turn
from bot.services.queue.hold import release
from bot.services.queue.notifications.bookings import calendar_message, cancel_messages, tell_and_remind, ticket_message
from bot.services.queue.person import require_person
from bot.services.queue.release import release_booked
from bot.services.queue.visit_length import visit_minutes, visit_seats
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue import bookings, seats
from storage.queue.seats import PICK, HeldSeats

_RANDOM = SystemRandom()
OFFERS = "offer"
"""How the purposes of seats begin that are kept as other times for a booking, or offered to those who wait."""


@dataclass(frozen=True, slots=True)
class Booked:
    """The booking that was made or moved."""

    booking: int


async def book_seat(
    services: Services,
    *,
    key: str,
    user_id: int,
    visit: Visit,
    purpose: str = PICK,
) -> int:
    """Book the seats the user holds for the visit; return the booking's id. The ticket goes out by itself.

    Raises `Refusal`: `hold-lapsed`, `booking-limit`, `booking-people`, `booking-pause`, `person-erased`.
    """

    async def book(tx: Transaction) -> Booked:
        await require_consent(tx, user_id, Purpose.QUEUE)
        return Booked(await book_held(services, tx, user_id, visit, purpose))

    return (await services.run_once(key, book)).booking


async def book_held(services: Services, tx: Transaction, user_id: int, visit: Visit, purpose: str) -> int:
    """Book the seats held for this purpose, in the caller's transaction; raises as `book_seat`."""
    await require_person(tx, visit.person_id)
    held = await _live_hold(services, tx, user_id, purpose, count=visit_seats(visit.service, visit.second))
    kind = BookingKind.of(visit.service.group)
    day = date.fromisoformat(held.day)
    await check_person_limit(tx, user_id=user_id, person_id=visit.person_id, kind=kind, day=day, now=services.now)
    await take_turn(tx, user_id, visit.person_id, services.now)
    fresh = StoredBooking(
        id=0,
        number=make_case_code(_RANDOM),
        ticket=make_ticket_number(_RANDOM, await bookings.tickets(tx, held.branch_id, held.day)),
        branch_id=held.branch_id,
        person_id=visit.person_id,
        made_by=user_id,
        service=visit.service.code,
        second_service=visit.second.code if visit.second else None,
        kind=kind.value,
        relation=visit.relation,
        day=held.day,
        starts_at=held.starts_at,
        minutes=visit_minutes(visit.service, visit.second),
        seats=held.count,
        state=BookingState.ACTIVE,
        version=1,
    )
    booking_id = await bookings.insert(tx, fresh, services.now)
    await _claim(services, tx, held, user_id, booking_id)
    await tell_and_remind(services, tx, booking_id)
    return booking_id


async def move_booking(services: Services, *, key: str, user_id: int, booking_id: int, purpose: str = PICK) -> int:
    """Move the user's booking to the seats they hold; the old ones are free from the same moment on, never before.

    Whatever else was kept for this move is let go. Raises `Refusal`: `hold-lapsed`, `booking-limit`, `booking-over`.
    """

    async def move(tx: Transaction) -> Booked:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        await move_to_held(services, tx, booking, user_id, purpose)
        return Booked(booking.id)

    return (await services.run_once(key, move)).booking


async def move_to_held(services: Services, tx: Transaction, booking: StoredBooking, user_id: int, purpose: str) -> None:
    """Move a booking to the seats held for this purpose, in the caller's transaction; raises as `move_booking`."""
    held = await _live_hold(services, tx, user_id, purpose, count=booking.seats)
    await check_person_limit(
        tx,
        user_id=booking.made_by,
        person_id=booking.person_id,
        kind=BookingKind(booking.kind),
        day=date.fromisoformat(held.day),
        now=services.now,
        moving=booking.id,
    )
    ticket = booking.ticket
    given = await bookings.tickets(tx, held.branch_id, held.day)
    if (held.branch_id, held.day) != (booking.branch_id, booking.day) and ticket in given:
        ticket = make_ticket_number(_RANDOM, given)
    await release_booked(services, tx, booking)
    await _claim(services, tx, held, user_id, booking.id)
    await bookings.move(
        tx,
        booking,
        branch_id=held.branch_id,
        day=held.day,
        starts_at=held.starts_at,
        ticket=ticket,
        now=services.now,
    )
    await seats.release_kept(tx, user_id, alternatives_of(booking.id))
    await cancel_messages(services, tx, booking)
    await tell_and_remind(services, tx, booking.id)


async def cancel_booking(services: Services, *, key: str, user_id: int, booking_id: int, reason: str) -> None:
    """Cancel the user's booking and free its seats.

    Raises `Refusal("booking-over")` when it is not the user's, is over or was cancelled before.
    """

    async def cancel(tx: Transaction) -> None:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        await end_booking(services, tx, booking, BookingState.CANCELLED, actor=user_id, reason=reason)

    await services.run_once(key, cancel)


async def end_booking(
    services: Services,
    tx: Transaction,
    booking: StoredBooking,
    to: BookingState,
    *,
    actor: int | None = None,
    reason: str | None = None,
) -> None:
    """Bring a booking to an end (cancelled or missed), free its seats and forget its messages.

    Raises `Refusal("booking-over")` when it may not go there from where it is.
    """
    if not await bookings.change(tx, booking.id, to, now=services.now, actor=actor, reason=reason):
        raise Refusal("booking-over")
    await release_booked(services, tx, booking)
    await seats.release_kept(tx, booking.made_by, alternatives_of(booking.id))
    await cancel_messages(services, tx, booking)


async def say_coming(services: Services, booking_id: int) -> None:
    """Note that the owner said they come."""
    await services.db.write(lambda tx: bookings.say_coming(tx, booking_id, services.now))


async def send_ticket_again(services: Services, *, key: str, user_id: int, booking_id: int) -> None:
    """Send the ticket's picture once more; raises `Refusal("booking-over")`."""

    async def post(tx: Transaction) -> None:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        await services.enqueue(tx, ticket_message(booking, f"ticket-again:{key}"))

    await services.db.write(post)


async def send_calendar(services: Services, *, key: str, user_id: int, booking_id: int) -> None:
    """Send the visit as a file for the calendar; raises `Refusal("booking-over")`."""

    async def post(tx: Transaction) -> None:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        await services.enqueue(tx, calendar_message(booking, f"calendar-file:{key}"))

    await services.db.write(post)


async def own_booking(tx: Transaction, user_id: int, booking_id: int, now: int) -> StoredBooking:
    """Return the user's coming booking, or the displaced one that waits for a new time.

    Raises `Refusal("booking-over")` when it is no longer so, or not theirs.
    """
    booking = await bookings.get(tx, booking_id)
    if booking is None or booking.made_by != user_id or not is_open(booking, now):
        raise Refusal("booking-over")
    return booking


def is_open(booking: StoredBooking, now: int) -> bool:
    """Tell whether its owner may still move or cancel it."""
    if booking.state is BookingState.DISPLACED:
        return True
    return booking.state is BookingState.ACTIVE and booking.starts_at > now


def alternatives_of(booking_id: int) -> str:
    """Return how the purposes of seats begin that are kept as other times for a booking."""
    return AlternativeCallback.of_booking(booking_id)


def alternative_at(booking_id: int, branch_id: int, starts_at: int) -> str:
    """Return the purpose of seats that are kept as one other time for a booking."""
    return AlternativeCallback(booking_id, choice_of(branch_id, starts_at)).pack()


def choice_of(branch_id: int, starts_at: int) -> str:
    """Return how the button of a kept time names it."""
    return f"{branch_id}.{starts_at}"


def offer_purpose(offer_id: int) -> str:
    """Return the purpose of seats that are offered to somebody on the waiting list."""
    return f"{OFFERS}:{offer_id}"


async def _live_hold(services: Services, tx: Transaction, user_id: int, purpose: str, count: int) -> HeldSeats:
    held = await seats.held_by(tx, user_id, purpose)
    if held is None or held.hold_until <= services.now or held.count != count:
        raise Refusal("hold-lapsed")
    return held


async def _claim(services: Services, tx: Transaction, held: HeldSeats, user_id: int, booking_id: int) -> None:
    """Turn the held seats into booked ones: the statement asks for them again, so that nothing read before decides."""
    claimed = await seats.claim(
        tx, holder=user_id, booking_id=booking_id, count=held.count, now=services.now, purpose=held.purpose
    )
    if not claimed:
        raise Refusal("hold-lapsed")
    await release(tx, user_id)
