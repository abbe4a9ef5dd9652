"""Taking a time: hold the seats and go on; when they are gone, the three nearest free times are shown."""

from datetime import datetime

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.queue.slots import SlotRef
from bot.services.queue.hold import hold_seat
from bot.texts import zone
from dialogs.queue.data import QueueData, chosen_group, chosen_length, chosen_place
from dialogs.queue.on_refusal import show_refusal
from dialogs.queue.person_known import go_on
from dialogs.states import Queue


async def hold_time(manager: DialogManager, starts_at: int) -> None:
    """Hold the visit's seats for the person who presses; then ask for whom, or check what is already known."""
    context = context_of(manager)
    place = await chosen_place(manager)
    data = QueueData(manager)
    del data.wait
    data.wanted = starts_at
    data.day = datetime.fromtimestamp(starts_at, zone(place.zone)).date()
    try:
        await hold_seat(
            services_of(manager),
            key=context.key("hold"),
            user_id=context.user_id,
            slot=SlotRef(place.id, chosen_group(manager), starts_at, chosen_length(manager)),
        )
    except Refusal as refusal:
        await show_refusal(manager, refusal)
        return
    if QueueData.person in data:
        await go_on(manager)
    else:
        await manager.switch_to(Queue.whom)
