"""Answers to an inquiry by reply to a message about it."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.errors import InvalidInput
from bot.domain.inquiries import LONGEST
from bot.domain.staff_chats import StaffChat
from bot.domain.text_input import parse_text
from bot.services.inquiries.handling import answer_inquiry
from bot.services.inquiries.queries import inquiry_of_staff_message
from bot.services.work import Services
from handlers.staff.access import require_member

_NOTES = ("//", ".")


class _OfInquiry(Filter):
    """True for a reply to a message about an inquiry; gives ``inquiry_id``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        if message.reply_to_message is None:
            return False
        known = await inquiry_of_staff_message(services, message.chat.id, message.reply_to_message.message_id)
        return {"inquiry_id": known} if known is not None else False


def inquiry_replies_router() -> Router:
    """Build the router."""
    router = Router(name="inquiry replies")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_replied, groups, ~F.text.startswith(("/", *_NOTES)), _OfInquiry())
    return router


async def _replied(
    message: Message,
    bot: Bot,
    services: Services,
    context: UpdateContext,
    staff_chat: StaffChat | None,
    inquiry_id: int,
) -> None:
    if staff_chat is None:
        return
    await require_member(bot, staff_chat.chat_id, context.user_id)
    if message.text is None:
        raise InvalidInput("staff-text-only")
    await answer_inquiry(
        services,
        key=context.key("inquiry-answer"),
        inquiry_id=inquiry_id,
        actor=context.user_id,
        text=parse_text(message.text, max_length=LONGEST),
        message=(message.chat.id, message.message_id),
    )
