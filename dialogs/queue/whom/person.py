"""The person is known: he joins the line, another booking is in the way, or all can be checked."""

from datetime import date

from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.domain.errors import Refusal
from bot.services.queue.booking_limit import check_person_limit
from dialogs.queue.data import DAY, PERSON, WAIT, chosen_service, moved_booking
from dialogs.queue.on_refusal import show_refusal
from dialogs.queue.when.wait import join
from dialogs.states import Queue


async def go_on(manager: DialogManager) -> None:
    """Show the check screen, or why this person cannot be booked on that day."""
    services = services_of(manager)
    if WAIT in manager.dialog_data:
        await join(manager)
        return
    try:
        async with services.db.read() as reader:
            await check_person_limit(
                reader,
                person_id=manager.dialog_data[PERSON],
                kind=chosen_service(manager).group.booking_kind,
                day=date.fromisoformat(manager.dialog_data[DAY]),
                now=services.now,
                moving=moved_booking(manager),
            )
    except Refusal as refusal:
        await show_refusal(manager, refusal)
        return
    await manager.switch_to(Queue.check)
