"""Joining the waiting list with what was wished for, once it is known for whom."""

from datetime import date, timedelta

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.branches.queries import other_places
from bot.services.queue.free_times import horizon
from bot.services.queue.waiting_list import WaitingRequest, join_waiting
from dialogs.queue.data import ANY, WEEK, QueueData, WaitingChoice, chosen_place, chosen_service, chosen_visit
from dialogs.states import Bookings, Queue
from dialogs.widgets.problem import show_error

_WAY_ON = {"person-erased": Queue.whom, "booking-people": Queue.people, "booking-pause": Queue.people}


async def join(manager: DialogManager) -> None:
    """Put the person on the waiting list and show where they stand, or say why not."""
    services, context, place = services_of(manager), context_of(manager), await chosen_place(manager)
    data = QueueData(manager)
    choice = data.wait or WaitingChoice()
    today, *_between, last = horizon(place, services.clock.now())
    first, final = span_of(choice.days, today, last)
    beside = await other_places(services, place, chosen_service(manager))
    branches = (place.id, *(each.id for each in beside)) if choice.where == "city" else (place.id,)
    try:
        waiting_id = await join_waiting(
            services,
            key=context.key("wait"),
            user_id=context.user_id,
            visit=chosen_visit(manager),
            request=WaitingRequest(branches, first, final, None if choice.part == "any" else choice.part),
        )
    except Refusal as refusal:
        show_error(manager, refusal)
        await manager.switch_to(_WAY_ON.get(refusal.code, Queue.wait))
        return
    # ``BookingsData.waiting``: bookings know the queue, not the other way round.
    await manager.start(Bookings.waiting, data={"waiting": waiting_id}, mode=StartMode.RESET_STACK)


def span_of(code: str, today: date, last: date) -> tuple[date, date]:
    """Return the first and last day a choice stands for: any day that can be booked, the coming week, one day."""
    if code == ANY:
        return today, last
    if code == WEEK:
        return today, min(last, today + timedelta(days=7))
    day = date.fromisoformat(code)
    return day, day
