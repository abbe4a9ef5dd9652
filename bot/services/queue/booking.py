"""Taking, moving and cancelling a place in the queue: each in one transaction (product Q2–Q4)."""

from datetime import date
from random import SystemRandom

from bot.domain.booking import BookingKind, BookingState
from bot.domain.codes import make_case_code, make_ticket_number
from bot.domain.directory import TsonService
from bot.domain.errors import Refusal
from bot.services.core import JsonResult, Services
from bot.services.queue.hold import release
from bot.services.queue.letters import forget_letters, tell_and_remind, ticket_letter
from bot.services.queue.limit import check_person_limit
from storage import bookings, seats
from storage.actions import once
from storage.bookings import StoredBooking
from storage.database import Transaction
from storage.seats import HeldSeat

_RANDOM = SystemRandom()


async def book_seat(
    services: Services, *, key: str, user_id: int, service: TsonService, person_id: int, relation: str
) -> int:
    """Book the seat the user holds for the person; return the booking's id. The ticket goes out by itself.

    Raises `Refusal`: `hold-lapsed`, `booking-limit`.
    """

    async def book(tx: Transaction) -> JsonResult:
        held = await _live_hold(services, tx, user_id)
        kind = service.group.booking_kind
        day = date.fromisoformat(held.day)
        await check_person_limit(tx, person_id=person_id, kind=kind, day=day, now=services.now)
        fresh = StoredBooking(
            id=0,
            number=make_case_code(_RANDOM),
            ticket=make_ticket_number(_RANDOM, await bookings.tickets(tx, held.branch_id, held.day)),
            branch_id=held.branch_id,
            person_id=person_id,
            made_by=user_id,
            service=service.code,
            kind=kind.value,
            relation=relation,
            day=held.day,
            starts_at=held.starts_at,
            minutes=service.minutes,
            state=BookingState.ACTIVE.value,
            version=1,
        )
        booking_id = await bookings.insert(tx, fresh, services.now)
        await _claim(services, tx, held, user_id, booking_id)
        await tell_and_remind(services, tx, booking_id)
        return {"booking": booking_id}

    result = await services.db.write(lambda tx: once(tx, services.vault, key, services.now, lambda: book(tx)))
    return int(result["booking"])


async def move_booking(services: Services, *, key: str, user_id: int, booking_id: int) -> int:
    """Move the user's booking to the seat he holds; the old seat is free from the same moment on, never before.

    Raises `Refusal`: `hold-lapsed`, `booking-limit`, `booking-over`.
    """

    async def move(tx: Transaction) -> JsonResult:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        held = await _live_hold(services, tx, user_id)
        day = date.fromisoformat(held.day)
        await check_person_limit(
            tx,
            person_id=booking.person_id,
            kind=BookingKind(booking.kind),
            day=day,
            now=services.now,
            moving=booking.id,
        )
        ticket = booking.ticket
        given = await bookings.tickets(tx, held.branch_id, held.day)
        if held.day != booking.day and ticket in given:
            ticket = make_ticket_number(_RANDOM, given)
        await seats.release_booked(tx, booking.id)
        await _claim(services, tx, held, user_id, booking.id)
        await bookings.move(tx, booking, day=held.day, starts_at=held.starts_at, ticket=ticket)
        await forget_letters(tx, booking.id)
        await tell_and_remind(services, tx, booking.id)
        return {"booking": booking.id}

    result = await services.db.write(lambda tx: once(tx, services.vault, key, services.now, lambda: move(tx)))
    return int(result["booking"])


async def cancel_booking(services: Services, *, key: str, user_id: int, booking_id: int, reason: str) -> None:
    """Cancel the user's booking and free its seat.

    Raises `Refusal("booking-over")` when it is not the user's, is over or was cancelled before.
    """

    async def cancel(tx: Transaction) -> JsonResult:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        await bookings.cancel(tx, booking.id, reason, services.now)
        await seats.release_booked(tx, booking.id)
        await forget_letters(tx, booking.id)
        return {}

    await services.db.write(lambda tx: once(tx, services.vault, key, services.now, lambda: cancel(tx)))


async def send_ticket_again(services: Services, *, key: str, user_id: int, booking_id: int) -> None:
    """Send the ticket's picture once more; raises `Refusal("booking-over")`."""

    async def post(tx: Transaction) -> None:
        booking = await own_booking(tx, user_id, booking_id, services.now)
        await services.post(tx, ticket_letter(booking, f"ticket-again:{key}"))

    await services.db.write(post)


async def own_booking(tx: Transaction, user_id: int, booking_id: int, now: int) -> StoredBooking:
    """Return the user's coming booking; raises `Refusal("booking-over")` when it is no longer, or not his."""
    booking = await bookings.get(tx, booking_id)
    if booking is None or booking.made_by != user_id or booking.state != "active" or booking.starts_at <= now:
        raise Refusal("booking-over")
    return booking


async def _live_hold(services: Services, tx: Transaction, user_id: int) -> HeldSeat:
    held = await seats.held_by(tx, user_id)
    if held is None or held.hold_until <= services.now:
        raise Refusal("hold-lapsed")
    return held


async def _claim(services: Services, tx: Transaction, held: HeldSeat, user_id: int, booking_id: int) -> None:
    """The seat is asked for again in the statement that takes it, so that nothing read before decides."""
    if not await seats.claim(tx, held.id, holder=user_id, booking_id=booking_id, now=services.now):
        raise Refusal("hold-lapsed")
    await release(tx, user_id)
