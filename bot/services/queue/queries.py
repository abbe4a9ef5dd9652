"""What screens and buttons about bookings and the waiting list show: each read in one look at the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.queue.bookings import StoredBooking
from bot.domain.queue.waiting_list import Waiting
from bot.services.branches.directory import Place, read_place
from bot.services.queue.booking import own_booking
from bot.services.queue.waiting_list import own_waiting, standing
from bot.services.work import Services
from storage.queue import bookings, waiting_list


@dataclass(frozen=True, slots=True)
class Coming:
    """What a person has before them: visits with their places, the nearest first, and what they wait for."""

    visits: Sequence[tuple[StoredBooking, Place]]
    waits: Sequence[Waiting]


@dataclass(frozen=True, slots=True)
class WaitingPlace:
    """An entry of the waiting list, the places it waits at, and how many are before it where that is fewest."""

    entry: Waiting
    places: Sequence[Place]
    before: int


async def booking_with_place(services: Services, booking_id: int) -> tuple[StoredBooking, Place] | None:
    """Return a booking as it is now and where it is; None when there is none."""
    async with services.db.read() as reader:
        booking = await bookings.get(reader, booking_id)
        return (booking, await read_place(reader, booking.branch_id, services.now)) if booking else None


async def booking_by_number(services: Services, number: str) -> StoredBooking | None:
    """Return the booking whose link this is."""
    async with services.db.read() as reader:
        return await bookings.by_number(reader, number)


async def own_ticket(services: Services, user_id: int, number: str) -> StoredBooking | None:
    """Return the booking with this number, or the coming visit with this ticket, when it is the user's own."""
    async with services.db.read() as reader:
        booking = await bookings.by_number(reader, number)
        if booking is not None:
            return booking if booking.made_by == user_id else None
        mine = await bookings.coming_of(reader, user_id, services.now)
    return next((each for each in mine if each.ticket == number), None)


async def open_booking_of(services: Services, user_id: int, booking_id: int) -> StoredBooking:
    """Return the user's booking that may still be moved or cancelled; raises ``Refusal("booking-over")``."""
    async with services.db.read() as reader:
        return await own_booking(reader, user_id, booking_id, services.now)


async def coming_of(services: Services, user_id: int) -> Coming:
    """Return what this Telegram user still has to come to, and what they wait for."""
    async with services.db.read() as reader:
        visits = [
            (booking, await read_place(reader, booking.branch_id, services.now))
            for booking in await bookings.coming_of(reader, user_id, services.now)
        ]
        return Coming(visits, await waiting_list.of_user(reader, user_id))


async def waiting_of(services: Services, user_id: int, waiting_id: int) -> WaitingPlace:
    """Return where the user's live entry stands; raises ``Refusal("waiting-over")``."""
    async with services.db.read() as reader:
        entry = await own_waiting(reader, user_id, waiting_id)
        branch_ids = await waiting_list.branches_of(reader, entry.id)
        places = [await read_place(reader, branch_id, services.now) for branch_id in branch_ids]
        return WaitingPlace(entry, places, await standing(reader, entry, branch_ids))
