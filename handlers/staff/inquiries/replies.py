"""Answers to an inquiry by reply to a message about it."""

from dataclasses import dataclass
from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.context import UpdateContext
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.inquiries import LONGEST
from bot.domain.staff_chats import StaffChat
from bot.domain.text_input import parse_text
from bot.services.inquiries.handling import answer_inquiry, correct_answer
from bot.services.inquiries.queries import inquiry_of, inquiry_of_staff_message
from bot.services.staff_chats.prompts import answer_prompt
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_member
from handlers.staff.inquiries.press import says
from handlers.staff.prompts import NOTES, asked_before, speaks_at


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The inquiry words are about, the message they answer, and whether they surely do."""

    inquiry_id: int
    answers: int
    is_sure: bool


class _OfInquiry(Filter):
    """True for a reply to a message about an inquiry, and for words of whoever was asked for some, or took it a moment
    ago; gives ``spoken``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        asked, replied = await asked_before(services, message), message.reply_to_message
        answers = asked.message if asked else replied.message_id if replied else None
        if answers is None:
            return False
        known = await inquiry_of_staff_message(services, message.chat.id, answers)
        return known is not None and {"spoken": _Spoken(known, answers, asked is None or asked.is_sure)}


class _IsAnswer(Filter):
    """True for a message that went to the author of an inquiry; gives ``inquiry_id``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        known = await inquiry_of_staff_message(services, message.chat.id, message.message_id)
        return known is not None and {"inquiry_id": known}


def inquiry_replies_router() -> Router:
    """Build the router."""
    router = Router(name="inquiry replies")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_replied, groups, ~F.text.startswith(("/", *NOTES)), _OfInquiry())
    router.edited_message.register(_corrected, groups, F.text, ~F.sender_chat, _IsAnswer())
    return router


async def _replied(
    message: Message,
    bot: Bot,
    services: Services,
    context: UpdateContext,
    texts: Texts,
    staff_chat: StaffChat | None,
    spoken: _Spoken,
) -> None:
    if staff_chat is None:
        return
    await require_member(bot, staff_chat.chat_id, context.user_id)
    if not spoken.is_sure:
        await _ask_what_is_meant(message, services, texts, staff_chat, spoken.inquiry_id)
        return
    if message.text is None:
        raise InvalidInput("staff-text-only")
    await answer_inquiry(
        services,
        key=context.key("inquiry-answer"),
        inquiry_id=spoken.inquiry_id,
        actor=context.user_id,
        text=parse_text(message.text, max_length=LONGEST),
        message=(message.chat.id, message.message_id),
    )
    at = speaks_at(message, message.chat.id, context.user_id)
    await answer_prompt(services, at, spoken.answers, message.message_id)


async def _ask_what_is_meant(
    message: Message, services: Services, texts: Texts, staff_chat: StaffChat, inquiry_id: int
) -> None:
    """Offer to send words that are no reply to the person whose inquiry their writer has just taken."""
    inquiry = await inquiry_of(services, inquiry_id)
    if message.text is None or inquiry.closed_at is not None or inquiry.staff_chat != staff_chat.chat_id:
        return
    send = InlineKeyboardButton(
        text=texts.plain(staff_chat.language, "inquiry-button-say"), callback_data=says(inquiry, "say")
    )
    await message.reply(
        texts.get(staff_chat.language, "inquiry-is-it-answer", number=inquiry.code),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[send]]),
    )


async def _corrected(
    message: Message,
    bot: Bot,
    services: Services,
    context: UpdateContext,
    staff_chat: StaffChat | None,
    inquiry_id: int,
) -> None:
    """Pass the new wording of an answer on; raises ``Refusal("edit-of-answer")`` for what would be a note now."""
    if staff_chat is None:
        return
    await require_member(bot, staff_chat.chat_id, context.user_id)
    text = message.text or ""
    if text.startswith(("/", *NOTES)):
        raise Refusal("edit-of-answer")
    await correct_answer(
        services,
        key=context.key("inquiry-correct"),
        inquiry_id=inquiry_id,
        actor=context.user_id,
        text=parse_text(text, max_length=LONGEST),
        message=(message.chat.id, message.message_id),
    )
