"""The person is known: they join the waiting list, another booking is in the way, or all can be checked."""

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.queue.bookings import BookingKind
from bot.services.queue.booking_limit import check_day
from dialogs.queue.data import QueueData, chosen_service
from dialogs.queue.join_line import join
from dialogs.queue.on_refusal import show_refusal
from dialogs.states import Queue


async def booking_for(manager: DialogManager) -> Purpose | None:
    """Return what a new booking's personal data are for; moving one tells nothing new."""
    return Purpose.QUEUE if QueueData(manager).move is None else None


async def go_on(manager: DialogManager) -> None:
    """Show the check screen, or why this person cannot be booked on that day."""
    data = QueueData(manager)
    if data.wait is not None:
        await join(manager)
        return
    try:
        await check_day(
            services_of(manager),
            user_id=context_of(manager).user_id,
            person_id=data.person,
            kind=BookingKind.of(chosen_service(manager).group),
            day=data.day,
            moving=data.move,
        )
    except Refusal as refusal:
        await show_refusal(manager, refusal)
        return
    await manager.switch_to(Queue.check)
