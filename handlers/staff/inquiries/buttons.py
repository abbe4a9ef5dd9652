"""Presses on an inquiry's card and answers by reply: rights first, then the action."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.callbacks import InquiryCallback
from bot.context import UpdateContext
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.inquiries import LONGEST, Inquiry
from bot.domain.staff_chats import StaffChat
from bot.domain.text_input import parse_text
from bot.runtime.edits import edited
from bot.services.inquiries.handling import (
    answer_inquiry,
    close_inquiry,
    pass_on_inquiry,
    record_reveal,
    release_inquiry,
    require_owner,
    take_inquiry,
)
from bot.services.inquiries.queries import inquiry_of, inquiry_of_staff_message
from bot.services.work import Services
from bot.texts import Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.access import alert, require_member

_NOTES = ("//", ".")


class _OfInquiry(Filter):
    """True for a reply to a message about an inquiry; gives ``inquiry_id``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        if message.reply_to_message is None:
            return False
        known = await inquiry_of_staff_message(services, message.chat.id, message.reply_to_message.message_id)
        return {"inquiry_id": known} if known is not None else False


def inquiries_router() -> Router:
    """Build the router."""
    router = Router(name="inquiries")
    groups = {ChatType.GROUP, ChatType.SUPERGROUP}
    router.callback_query.register(_pressed, CallbackFilter(InquiryCallback), F.message.chat.type.in_(groups))
    router.message.register(_replied, F.chat.type.in_(groups), ~F.text.startswith(("/", *_NOTES)), _OfInquiry())
    return router


async def _pressed(
    query: CallbackQuery,
    callback_data: InquiryCallback,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    if query.message is None or query.bot is None or staff_chat is None:
        raise Refusal("chat-not-bound")
    is_chief = await require_member(query.bot, staff_chat.chat_id, context.user_id)
    inquiry = await inquiry_of(services, callback_data.id)
    if inquiry.staff_chat != staff_chat.chat_id:
        await _without_buttons(query)
        raise Refusal("inquiry-elsewhere")
    acting = {"key": context.key(f"inquiry-{callback_data.what}"), "inquiry_id": inquiry.id, "actor": context.user_id}
    match callback_data.what:
        case "take":
            await take_inquiry(services, name=query.from_user.full_name, **acting)  # type: ignore[arg-type]
        case "release":
            await release_inquiry(services, is_chief=is_chief, **acting)  # type: ignore[arg-type]
        case "pass_on":
            await pass_on_inquiry(services, **acting)  # type: ignore[arg-type]
            await _without_buttons(query)
        case "close":
            await close_inquiry(services, **acting)  # type: ignore[arg-type]
        case "data":
            await _show_data(query, services, texts, staff_chat, inquiry, context)
            return
        case _:
            raise Refusal("inquiry-outdated")
    await query.answer(texts.plain(staff_chat.language, "staff-done"))


async def _show_data(
    query: CallbackQuery, services: Services, texts: Texts, chat: StaffChat, inquiry: Inquiry, context: UpdateContext
) -> None:
    """Show address and phone to the owner alone, in an alert that leaves no trace in the chat; log it."""
    require_owner(inquiry, context.user_id)
    await record_reveal(services, inquiry, context.user_id)
    values = {"address": inquiry.body.get("address", "—"), "phone": inquiry.body.get("phone", "—")}
    await alert(query, texts.plain(chat.language, "inquiry-full-data", **values))


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


async def _without_buttons(query: CallbackQuery) -> None:
    if not isinstance(query.message, Message):
        return
    await edited(query.message.edit_reply_markup(reply_markup=None))
