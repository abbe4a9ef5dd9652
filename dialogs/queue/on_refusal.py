"""A time cannot be had: why, and which screen has the way on."""

from aiogram_dialog import DialogManager

from bot.domain.errors import Refusal
from dialogs.states import Queue
from dialogs.widgets.problem import show_error

_GONE = frozenset({"seat-taken", "hold-lapsed"})
_MANY = frozenset({"booking-people", "booking-pause"})
_WHOM = frozenset({"person-erased", "consent-needed"})


async def show_refusal(manager: DialogManager, refusal: Refusal) -> None:
    """Say why not, with a way on as buttons: other times, the booking in the way, or the tickets one has."""
    show_error(manager, refusal)
    if refusal.code in _GONE:
        await manager.switch_to(Queue.taken)
    elif refusal.code == "booking-limit":
        await manager.switch_to(Queue.limit)
    elif refusal.code in _MANY:
        await manager.switch_to(Queue.people)
    elif refusal.code in _WHOM:
        await manager.switch_to(Queue.whom)
    else:
        await manager.switch_to(Queue.day)
