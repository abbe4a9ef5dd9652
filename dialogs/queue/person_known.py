"""The person is known: he joins the line, another booking is in the way, or all can be checked."""

from datetime import date

from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingKind
from bot.services.queue.booking_limit import check_day
from dialogs.queue.data import DAY, PERSON, WAIT, chosen_service, moved_booking
from dialogs.queue.join_line import join
from dialogs.queue.on_refusal import show_refusal
from dialogs.states import Queue


async def go_on(manager: DialogManager) -> None:
    """Show the check screen, or why this person cannot be booked on that day."""
    if WAIT in manager.dialog_data:
        await join(manager)
        return
    try:
        await check_day(
            services_of(manager),
            person_id=manager.dialog_data[PERSON],
            kind=BookingKind.of(chosen_service(manager).group),
            day=date.fromisoformat(manager.dialog_data[DAY]),
            moving=moved_booking(manager),
        )
    except Refusal as refusal:
        await show_refusal(manager, refusal)
        return
    await manager.switch_to(Queue.check)
