"""Leaving the way to a booking, wherever to, frees the seat that was held on it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Row, Start, SwitchTo

from bot.context import context_of, services_of
from bot.services.queue.hold import release_seat
from dialogs.states import Bookings, Queue, Understood
from dialogs.widgets.text import ButtonText

# Screens on which the held seat is still wanted.
_HOLDING = frozenset({Queue.whom, Queue.iin, Queue.relation, Queue.limit, Queue.people, Queue.check, Understood.offer})


class FreeTheSeat(BaseMiddleware):
    """Looks at the screen before and after each handler: when the wish is gone from it, the seat is free again."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        manager: DialogManager | None = data.get("dialog_manager")
        held = manager is not None and _holding(manager)
        result = await handler(event, data)
        if held and manager is not None and not _holding(manager):
            await release_seat(services_of(manager), context_of(manager).user_id)
        return result


def _holding(manager: DialogManager) -> bool:
    return manager.has_context() and manager.current_context().state in _HOLDING


def back_from_days() -> Row:
    """Return «Back» from the days: to the branch's card (``new``), or to the ticket that was going to be moved
    (``moving``)."""
    back = SwitchTo(ButtonText("button-back"), id="back", state=Queue.place, when="new")
    keep = Start(
        ButtonText("queue-keep-time"), id="keep", state=Bookings.all, mode=StartMode.RESET_STACK, when="moving"
    )
    return Row(back, keep)
