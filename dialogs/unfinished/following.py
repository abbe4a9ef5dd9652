"""What comes to its end is unfinished no more; a seat nobody wants any more is free again."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject
from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.services.queue.hold import release_seat
from dialogs.states import Understood
from dialogs.unfinished.flows import HOLDING, ends
from dialogs.unfinished.steps import Step, aside, drop, step_of


class FollowSteps(BaseMiddleware):
    """Looks at the screen before and after each handler."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        manager: DialogManager | None = data.get("dialog_manager")
        before, held = (_step(manager), _holding(manager)) if manager is not None else (None, False)
        result = await handler(event, data)
        if manager is None:
            return result
        if before is not None and manager.has_context() and ends(before.kind, manager.current_context().state):
            await drop(manager, lambda step: step.kind is before.kind)
        if held and not _holding(manager) and not any(step.is_holding for step in await aside(manager)):
            await release_seat(services_of(manager), context_of(manager).user_id)
        return result


def _step(manager: DialogManager) -> Step | None:
    return step_of(manager.current_context(), services_of(manager).now) if manager.has_context() else None


def _holding(manager: DialogManager) -> bool:
    """Tell whether the held seat is still wanted on the screen, or on the one below an offer."""
    return manager.has_context() and manager.current_context().state in HOLDING | {Understood.offer}
