"""Buttons under notifications about a case, and words sent as a reply to such a notification."""

from dataclasses import replace
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
from bot.runtime.redrawing.edits import edited
from bot.services.cases.messages.staff_messages import case_of_message
from bot.services.cases.questions.answering import SAID, Words, answer_by_paper, answer_by_text, correct_answer
from bot.services.cases.viewing.queries import case_of_notification
from bot.services.work import Services
from bot.texts import TextRef, Texts
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


class _OfCase(Filter):
    """True for an edit of words that went to a case; gives ``application_id``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        known = await case_of_message(services, message.chat.id, message.message_id)
        return known is not None and known[1] == SAID and {"application_id": known[0]}


def case_buttons_router() -> Router:
    """Build the router of notifications about cases; private chats only."""
    router = Router(name="case notices")
    private = F.chat.type == ChatType.PRIVATE
    router.callback_query.register(
        _typed_sent, CallbackFilter(CaseNotification, F.what == "say"), F.message.chat.type == ChatType.PRIVATE
    )
    router.callback_query.register(
        _open_case, CallbackFilter(CaseNotification), F.message.chat.type == ChatType.PRIVATE
    )
    kinds = F.content_type.in_({ContentType.TEXT, ContentType.PHOTO, ContentType.DOCUMENT, ContentType.VIDEO})
    router.message.register(_replied, private, kinds, ~F.text.startswith("/"), _ToNotification())
    router.edited_message.register(_edited, private, _OfCase())
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
    told = await _take(message, bot, services, context, application_id, context.key("answer"))
    await message.reply(texts.get(context.language, told.key, **told.args))


async def _typed_sent(
    query: CallbackQuery,
    callback_data: CaseNotification,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    dialog_manager: DialogManager,
) -> None:
    """Send the message the button was shown under as the answer it was offered as."""
    asked = query.message if isinstance(query.message, Message) else None
    if asked is None or asked.reply_to_message is None:
        await _open_case(query, replace(callback_data, what="answer"), dialog_manager)
        return
    await query.answer()
    key = f"{asked.chat.id}.{asked.message_id}:answer"
    told = await _take(asked.reply_to_message, bot, services, context, callback_data.id, key)
    await edited(asked.edit_text(texts.get(context.language, told.key, **told.args)))


async def _take(
    message: Message, bot: Bot, services: Services, context: UpdateContext, application_id: int, key: str
) -> TextRef:
    """Put a message on the case; return what its writer is told."""
    given: dict[str, Any] = {"key": key, "application_id": application_id, "user_id": context.user_id}
    try:
        if message.text is not None:
            words = Words(parse_text(message.text, max_length=TEXT_LIMIT), message.message_id, continues=True)
            await answer_by_text(services, **given, words=words)
        else:
            paper = replace(await download(bot, message), continues=True)
            await answer_by_paper(services, **given, paper=paper)
    except DomainError as problem:
        return problem_key(problem)
    return TextRef("case-reply-taken")


async def _edited(
    message: Message, services: Services, texts: Texts, context: UpdateContext, application_id: int
) -> None:
    """Words that went to the specialist were edited: they get the new wording."""
    told = TextRef("case-edit-taken")
    try:
        is_news = await correct_answer(
            services,
            key=context.key("answer-edited"),
            application_id=application_id,
            user_id=context.user_id,
            text=parse_text(message.text or message.caption or "", max_length=TEXT_LIMIT),
            message=message.message_id,
        )
        if not is_news:
            if message.text is not None:
                return  # Telegram also calls a preview of a link an edit
            told = TextRef("stray-edited")
    except DomainError as problem:
        told = problem_key(problem)
    await message.reply(texts.get(context.language, told.key, **told.args))
