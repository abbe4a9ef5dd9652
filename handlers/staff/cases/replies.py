"""What staff write in a case's topic, or as a reply about it: a message to the person, or an answer to a prompt."""

import re
from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.staff_chats import StaffChat
from bot.domain.text_input import parse_text
from bot.services.cases.messages.send_file import FROM_STAFF, PAPER, RESULT
from bot.services.cases.messages.send_message import correct_message, send_message_to_citizen
from bot.services.cases.messages.staff_messages import (
    ASIDE,
    case_of_message,
    has_message,
    keep_message,
)
from bot.services.cases.questions.asking import correct_question
from bot.services.staff_chats.prompts import answer_prompt
from bot.services.work import Services
from bot.texts import Texts
from handlers.sent_kinds import SENT_KINDS
from handlers.staff.access import require_member
from handlers.staff.cases.asking import asked
from handlers.staff.cases.deciding import amount_told, grant_told, refusal_told
from handlers.staff.cases.extending_aid import extend_aid_told
from handlers.staff.cases.extending_deadline import extend_deadline_told
from handlers.staff.cases.finding import Reply, SpokenOf, case_here, spoken_of
from handlers.staff.cases.planning import plan_told
from handlers.staff.cases.pointing import pointed_at
from handlers.staff.cases.retake import retake_told
from handlers.staff.cases.send_file import paper_told
from handlers.staff.prompts import NOTES, speaks_at

_COMMAND = re.compile(r"/reshoot(@\w+)?\s+")
_LIMIT = 3000


class _OfCase(Filter):
    """True for a message in a case's topic or in reply to a message about one; gives ``spoken``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        spoken = await spoken_of(services, message)
        return spoken is not None and {"spoken": spoken}


def replies_router() -> Router:
    """Build the router."""
    router = Router(name="case replies")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    words = F.content_type.in_(SENT_KINDS)
    router.message.register(_anonymous, groups, F.sender_chat, words, _OfCase())
    router.message.register(_written, groups, words, ~F.text.startswith("/") | F.text.startswith("//"), _OfCase())
    router.edited_message.register(_corrected, groups, F.text, ~F.sender_chat)
    router.edited_message.register(_replaced, groups, F.photo | F.document, ~F.sender_chat)
    return router


async def _is_note(services: Services, message: Message, application_id: int) -> bool:
    """Tell whether staff speak among themselves; the rest of an album follows the caption of its first part."""
    aside = f"{ASIDE}:{message.media_group_id}"
    if (message.text or message.caption or "").startswith(NOTES):
        if message.media_group_id is not None:
            await keep_message(services, application_id, message.chat.id, message.message_id, aside)
        return True
    if message.media_group_id is None:
        return False
    return await has_message(services, application_id, aside)


async def _anonymous(message: Message, services: Services, texts: Texts, language: str, spoken: SpokenOf) -> None:
    if spoken.kind or not await _is_note(services, message, spoken.application_id):
        await message.reply(texts.get(language, "staff-anonymous"))


async def _written(
    message: Message,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
    spoken: SpokenOf,
) -> None:
    if staff_chat is None or await _is_note(services, message, spoken.application_id):
        return
    case = await case_here(services, spoken.application_id, staff_chat, context)
    if not spoken.kind and case.owner not in {context.user_id, None}:
        return  # colleagues talk among themselves
    await require_member(bot, staff_chat.chat_id, context.user_id)
    await _take(Reply(bot, services, texts, staff_chat, message, case, spoken.kind), context)
    if spoken.answers is not None:
        at = speaks_at(message, message.chat.id, context.user_id)
        await answer_prompt(services, at, spoken.answers, message.message_id)


async def _take(reply: Reply, context: UpdateContext) -> None:
    kind, _, about = reply.kind.partition(":")
    text = reply.message.text or pointed_at(reply.message)
    if text is None and not (reply.message.photo or reply.message.document):
        raise InvalidInput("staff-text-only")
    if reply.message.text is None and kind in _WORDS_ONLY:
        raise InvalidInput("staff-words-only")
    if kind in _ABOUT:
        await _ABOUT[kind](reply, context, about)
    elif kind in _PROMPTED:
        await _PROMPTED[kind](reply, context)
    elif text is None:
        await paper_told(reply, context, RESULT if kind == "result" else FROM_STAFF)
    else:
        await send_message_to_citizen(
            reply.services,
            key=context.key("word"),
            application_id=reply.case.id,
            actor=context.user_id,
            text=parse_text(text, max_length=_LIMIT),
            message=(reply.message.chat.id, reply.message.message_id),
        )


_ABOUT = {"ask": asked, "refuse": refusal_told, "reshoot": retake_told}
_PROMPTED = {
    "amount": amount_told,
    "grant": grant_told,
    "prolong": extend_aid_told,
    "plan": plan_told,
    "extend": extend_deadline_told,
}


_WORDS_ONLY = frozenset({*_ABOUT, *_PROMPTED} - {"plan"})
"""Prompts that are answered by words alone: the plan may be a file."""


async def _replaced(message: Message, services: Services, staff_chat: StaffChat | None) -> None:
    """A file that went to the person got another caption or was replaced: they have the first, and nobody else knows.

    Raises ``Refusal("edit-of-file")``.
    """
    known = await case_of_message(services, message.chat.id, message.message_id)
    if staff_chat is not None and known is not None and known[1].partition(":")[0] == PAPER:
        raise Refusal("edit-of-file")


async def _corrected(
    message: Message, bot: Bot, services: Services, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    """Words or a question that went to the person were edited: they get the new wording."""
    known = await case_of_message(services, message.chat.id, message.message_id)
    kind, _, about = known[1].partition(":") if known else ("", "", "")
    if staff_chat is None or known is None or kind not in {"word", "question"}:
        return
    await require_member(bot, staff_chat.chat_id, context.user_id)
    text = message.text or ""
    if kind == "question":
        text = _COMMAND.sub("", text, count=1)
    if text.startswith((*NOTES, "/")):
        raise Refusal("edit-unsays" if kind == "word" else "question-unsays")
    said: dict[str, Any] = {
        "key": context.key("correct"),
        "application_id": known[0],
        "actor": context.user_id,
        "text": parse_text(text, max_length=_LIMIT),
    }
    if kind == "question":
        await correct_question(services, **said, question_id=int(about), staff_message=message.message_id)
    else:
        await correct_message(services, **said, word=about, message=(message.chat.id, message.message_id))
