"""`/reload`: an administrator's edited guides and quizzes are checked and taken up without a restart (product G1)."""

import structlog
from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message

from bot.context import UpdateContext
from bot.services.guides.library import GuideError, reload_guides
from bot.services.search import clear_search_entries
from bot.services.work import Services
from bot.texts import Texts
from dialogs.guides.leading import LABELS

log = structlog.get_logger(__name__)


def guide_reload_router() -> Router:
    """Build the router of administrators' commands."""
    router = Router(name="guides edited")
    router.message.register(_reload, F.chat.type == ChatType.PRIVATE, Command("reload"))
    return router


async def _reload(message: Message, services: Services, texts: Texts, context: UpdateContext) -> None:
    if context.user_id not in services.settings.admin_ids:
        raise SkipHandler
    try:
        guides, quizzes = reload_guides(LABELS)
    except GuideError as error:
        log.warning("edited guides are wrong", error=str(error))
        await message.answer(texts.get(context.language, "guides-broken", why=str(error)))
        return
    clear_search_entries()
    await message.answer(texts.get(context.language, "guides-reloaded", guides=guides, quizzes=quizzes))
