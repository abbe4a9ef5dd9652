"""Buttons under notifications about a case, and words sent as a reply to such a notification."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatType, ContentType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import CaseNotification
from bot.context import UpdateContext
from bot.domain.errors import DomainError, Refusal
from bot.domain.text_input import parse_text
from bot.services.cases.questions.answering import answer_by_paper, answer_by_text
from bot.services.cases.viewing.queries import case_of_notification
from bot.services.work import Services
from bot.texts import Texts
from bot.texts.error_messages import problem_key
from dialogs.applications.api import open_again, open_renewal
from dialogs.cases.answer import TEXT_LIMIT, download
from dialogs.cases.api import open_case
from dialogs.states import Cases
from handlers.callbacks import CallbackFilter

_SCREENS = {"open": Cases.one, "answer": Cases.answer, "plan": Cases.plan, "duties": Cases.duties}


class _ToNotification(Filter):
    """True for a reply to a notification about a case; gives ``application_id``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        replied = message.reply_to_message
        if replied is None:
            return False
        application_id = await case_of_notification(services, message.chat.id, replied.message_id)
        return {"application_id": application_id} if application_id is not None else False


def case_buttons_router() -> Router:
    """Build the router of notifications about cases; private chats only."""
    router = Router(name="case notices")
    private = F.chat.type == ChatType.PRIVATE
    router.callback_query.register(
        _open_case, CallbackFilter(CaseNotification), F.message.chat.type == ChatType.PRIVATE
    )
    kinds = F.content_type.in_({ContentType.TEXT, ContentType.PHOTO, ContentType.DOCUMENT, ContentType.VIDEO})
    router.message.register(_replied, private, kinds, ~F.text.startswith("/"), _ToNotification())
    return router


async def _open_case(query: CallbackQuery, callback_data: CaseNotification, dialog_manager: DialogManager) -> None:
    await query.answer()
    dialog_manager.show_mode = ShowMode.SEND
    if callback_data.what == "renew":
        await open_renewal(dialog_manager, callback_data.id)
        return
    if callback_data.what == "again":
        try:
            await open_again(dialog_manager, callback_data.id)
        except Refusal:
            await open_case(dialog_manager, callback_data.id)
        return
    await open_case(dialog_manager, callback_data.id, _SCREENS.get(callback_data.what, Cases.one))


async def _replied(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, application_id: int
) -> None:
    given: dict[str, Any] = {
        "key": context.key("answer"),
        "application_id": application_id,
        "user_id": context.user_id,
    }
    try:
        if message.text is not None:
            await answer_by_text(services, **given, text=parse_text(message.text, max_length=TEXT_LIMIT))
        else:
            await answer_by_paper(services, **given, paper=await download(bot, message))
    except DomainError as problem:
        key = problem_key(problem)
        await message.reply(texts.get(context.language, key.key, **key.args))
        return
    await message.reply(texts.get(context.language, "case-reply-taken"))
