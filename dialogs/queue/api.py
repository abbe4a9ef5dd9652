"""Open a new booking, or the choice of another time for one."""

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.branches import directory
from bot.services.branches.directory import tson_services
from bot.services.queue.queries import open_booking_of
from dialogs.queue.data import QueueData, explained
from dialogs.states import Bookings, Queue


async def open_queue(manager: DialogManager, request: str = "") -> None:
    """Begin a new booking; ``request`` is the day, time and city a person named (``dialogs.queue.typed_request``)."""
    await manager.start(Queue.section, data=QueueData.request.stored(request), mode=StartMode.RESET_STACK)


async def open_service(manager: DialogManager, code: str) -> None:
    """Begin a booking for one service, or tell where else it is had."""
    service = tson_services().get(code)
    if service is None:
        await open_queue(manager)
        return
    state = Queue.explained if explained(service) else Queue.region
    data = QueueData.service.stored(code) | QueueData.section.stored(service.section)
    await manager.start(state, data=data, mode=StartMode.RESET_STACK)


async def open_places(manager: DialogManager) -> None:
    """Look for a place without booking: address, hours, how full."""
    await manager.start(Queue.region, data=QueueData.service.stored(""), mode=StartMode.RESET_STACK)


async def open_place(manager: DialogManager, typed: str) -> None:
    """Show one place's card, or the search for places when there is none of this number."""
    try:
        place = await directory.place(services_of(manager), int(typed))
    except (ValueError, LookupError):
        await open_places(manager)
        return
    data = QueueData.service.stored("") | QueueData.city.stored(place.id) | QueueData.branch.stored(place.id)
    await manager.start(Queue.place, data=data, mode=StartMode.RESET_STACK)


async def open_move(manager: DialogManager, booking_id: int) -> None:
    """Choose another time, here or elsewhere, for a booking of this person; say so when there is none to move."""
    try:
        booking = await open_booking_of(services_of(manager), context_of(manager).user_id, booking_id)
    except Refusal:
        await manager.start(Bookings.gone, mode=StartMode.RESET_STACK)
        return
    data = (
        QueueData.move.stored(booking.id)
        | QueueData.service.stored(booking.service)
        | QueueData.second.stored(booking.second_service or "")
        | QueueData.seats.stored(booking.seats)
        | QueueData.city.stored(booking.branch_id)
        | QueueData.branch.stored(booking.branch_id)
        | QueueData.person.stored(booking.person_id)
        | QueueData.relation.stored(booking.relation)
    )
    await manager.start(Queue.day, data=data, mode=StartMode.RESET_STACK)
