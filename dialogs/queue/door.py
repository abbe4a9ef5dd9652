"""The doors into the booking: a new one, or another time for one that is there."""

from aiogram_dialog import DialogManager, StartMode

from bot.context import services_of, turn_of
from bot.domain.errors import Refusal
from bot.services.queue.booking import own_booking
from dialogs.queue.flow import BRANCH, CITY, MOVE, PERSON, RELATION, SEATS, SECOND, SERVICE
from dialogs.states import Bookings, Queue


async def open_queue(manager: DialogManager, _value: str = "") -> None:
    """Begin a new booking."""
    await manager.start(Queue.section, mode=StartMode.RESET_STACK)


async def open_move(manager: DialogManager, booking_id: int) -> None:
    """Choose another time, here or elsewhere, for a booking of this person; says so when there is none to move."""
    services, turn = services_of(manager), turn_of(manager)
    try:
        async with services.db.read() as reader:
            booking = await own_booking(reader, turn.user_id, booking_id, services.now)
    except Refusal:
        await manager.start(Bookings.gone, mode=StartMode.RESET_STACK)
        return
    data = {
        MOVE: booking.id,
        SERVICE: booking.service,
        SECOND: booking.second_service or "",
        SEATS: booking.seats,
        CITY: booking.branch_id,
        BRANCH: booking.branch_id,
        PERSON: booking.person_id,
        RELATION: booking.relation,
    }
    await manager.start(Queue.day, data=data, mode=StartMode.RESET_STACK)
