"""Old buttons answer honestly: nothing is done, and the present state is shown below (product X3)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, ErrorEvent, TelegramObject
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.api.entities import DialogUpdate
from aiogram_dialog.api.exceptions import InvalidStackIdError, OutdatedIntent, UnknownIntent

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.runtime.redrawing.debounce import Debounce
from bot.runtime.redrawing.edits import attempted
from bot.texts import Texts
from dialogs.data import LostDataError
from dialogs.states import Menu


class OutdatedButtons(BaseMiddleware):
    """Stops presses on any message of a dialog but its newest one."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        manager: DialogManager = data["dialog_manager"]
        assert isinstance(event, CallbackQuery)  # noqa: S101 - registered for callback queries only
        newest = manager.current_stack().last_message_id
        if event.message is None or event.message.message_id == newest:
            return await handler(event, data)
        await tell_outdated(event, data["context"], data["texts"])
        await manager.show(ShowMode.SEND)
        return None


class LateRedraws(BaseMiddleware):
    """Leaves out a redraw of our own when the window was drawn while the redraw waited for its turn."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        debounce: Debounce = data["debounce"]
        if not debounce.takes(data["context"].user_id):
            return None
        return await handler(event, data)


async def lost_dialog(
    error: ErrorEvent, dialog_manager: DialogManager, context: UpdateContext, texts: Texts, **_data: Any
) -> None:
    """Say that the dialog a button or an answer belongs to is gone, and show what is alive, or else the menu.

    What they are in the middle of stays with its answers, a held seat included (product X8). A redraw of our own that
    comes too late (``Debounce``) is nobody's.
    """
    if isinstance(error.update, DialogUpdate):
        return
    if not _of_another_dialog(error.exception):
        await _close_lost(dialog_manager)
    is_own = await show_alive(dialog_manager)
    if query := error.update.callback_query:
        await tell_outdated(query, context, texts, is_own=is_own)


async def show_alive(manager: DialogManager) -> bool:
    """Show what they are in the middle of; where that is nothing, or can be shown no more, the menu, and return False.

    What cannot be shown is over; whatever else was begun is offered by the menu.
    """
    if manager.has_context():
        try:
            await manager.show(ShowMode.SEND)
        except (LostDataError, Refusal):
            await _close_lost(manager)
        else:
            return True
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    return False


def _of_another_dialog(problem: Exception) -> bool:
    return isinstance(problem, UnknownIntent | OutdatedIntent | InvalidStackIdError)


async def _close_lost(manager: DialogManager) -> None:
    if manager.has_context():
        await manager.mark_closed()


async def tell_outdated(query: CallbackQuery, context: UpdateContext, texts: Texts, *, is_own: bool = True) -> None:
    """Answer the press with the reason why nothing happened, and what is below: their own screen, or the menu."""
    words = texts.plain(context.language, "button-outdated" if is_own else "button-outdated-menu")
    await attempted(query.answer(words, show_alert=True))
