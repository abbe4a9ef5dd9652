"""What went wrong for a reason, told to the person in the chat; everything else is the update processor's, which tries
again or gives the update up (decision 0026).
"""

from typing import Any

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent
from aiogram_dialog import DialogManager
from aiogram_dialog.api.exceptions import InvalidStackIdError, OutdatedIntent, UnknownIntent, UnknownState

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.runtime.redrawing.edits import attempted
from bot.texts import Texts
from bot.texts.error_messages import problem_key
from dialogs.data import LostDataError
from dialogs.outdated import lost_dialog, show_alive

log = structlog.get_logger(__name__)


def errors_router() -> Router:
    """Build the router of errors."""
    router = Router(name="errors")
    router.errors.register(
        lost_dialog,
        ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState, InvalidStackIdError, LostDataError),
    )
    router.errors.register(_blocked, ExceptionTypeFilter(TelegramForbiddenError))
    router.errors.register(_refused, ExceptionTypeFilter(Refusal))
    return router


async def _blocked(error: ErrorEvent) -> None:
    log.info("the person cannot be written to", update_id=error.update.update_id)


async def _refused(
    error: ErrorEvent,
    bot: Bot,
    texts: Texts,
    dialog_manager: DialogManager,
    context: UpdateContext | None = None,
    **_data: Any,
) -> None:
    """Say that a right was lost, and show what they are in the middle of, or else the menu."""
    refusal = error.exception
    if context is None or not isinstance(refusal, Refusal):
        raise refusal
    log.info("refused", update_id=error.update.update_id, code=refusal.code)
    if query := error.update.callback_query:
        await attempted(query.answer())  # it may have been answered before it was refused
    key = problem_key(refusal)
    await bot.send_message(context.user_id, texts.get(context.language, key.key, **key.args))
    await show_alive(dialog_manager)
