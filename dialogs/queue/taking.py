"""Taking a time: hold the seat and go on; when it is gone, show the three nearest free ones."""

from datetime import datetime

from aiogram_dialog import DialogManager

from bot.context import services_of, turn_of
from bot.domain.errors import Refusal
from bot.services.queue.hold import hold_seat
from bot.texts import zone
from dialogs.queue.flow import DAY, PERSON, WANTED, chosen_group, chosen_place
from dialogs.states import Queue
from dialogs.widgets.problem import tell_problem

_GONE = frozenset({"seat-taken", "hold-lapsed"})


async def take_time(manager: DialogManager, starts_at: int) -> None:
    """Hold a seat at this time for the person who presses; then ask for whom, or check what is already known."""
    turn = turn_of(manager)
    place = await chosen_place(manager)
    manager.dialog_data[WANTED] = starts_at
    manager.dialog_data[DAY] = datetime.fromtimestamp(starts_at, zone(place.zone)).date().isoformat()
    try:
        await hold_seat(
            services_of(manager),
            key=turn.key("hold"),
            user_id=turn.user_id,
            branch_id=place.id,
            group=chosen_group(manager),
            starts_at=starts_at,
        )
    except Refusal as refusal:
        await show_refusal(manager, refusal)
        return
    await manager.switch_to(Queue.check if PERSON in manager.dialog_data else Queue.whom)


async def show_refusal(manager: DialogManager, refusal: Refusal) -> None:
    """Say why not, with a way on as buttons: other times, or the booking that stands in the way."""
    tell_problem(manager, refusal)
    if refusal.code in _GONE:
        await manager.switch_to(Queue.taken)
    elif refusal.code == "booking-limit":
        await manager.switch_to(Queue.limit)
    else:
        await manager.switch_to(Queue.day)
