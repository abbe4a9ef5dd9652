"""The button under an answer, and words sent as a reply to one."""

from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import InquiryNotification
from bot.context import UpdateContext
from bot.domain.errors import DomainError
from bot.services.inquiries.queries import inquiry_of_notice
from bot.services.inquiries.sending import add_to_inquiry
from bot.services.work import Services
from bot.texts import Texts
from bot.texts.error_messages import problem_key
from dialogs.inquiries.api import open_inquiry, write_more
from dialogs.inquiries.own import read_part
from handlers.callbacks import CallbackFilter


class _ToAnswer(Filter):
    """True for a reply to an answer; gives ``inquiry_id``."""

    async def __call__(self, message: Message, services: Services) -> bool | dict[str, Any]:
        if message.reply_to_message is None:
            return False
        known = await inquiry_of_notice(services, message.chat.id, message.reply_to_message.message_id)
        return {"inquiry_id": known} if known is not None else False


def inquiry_buttons_router() -> Router:
    """Build the router of answers to inquiries; private chats only."""
    router = Router(name="inquiry notices")
    router.callback_query.register(
        _open_inquiry, CallbackFilter(InquiryNotification), F.message.chat.type == ChatType.PRIVATE
    )
    router.message.register(
        _replied, F.chat.type == ChatType.PRIVATE, F.text | F.photo, ~F.text.startswith("/"), _ToAnswer()
    )
    return router


async def _open_inquiry(
    query: CallbackQuery, callback_data: InquiryNotification, dialog_manager: DialogManager
) -> None:
    await query.answer()
    dialog_manager.show_mode = ShowMode.SEND
    if callback_data.what == "new":
        await open_inquiry(dialog_manager)
    else:
        await write_more(dialog_manager, callback_data.id)


async def _replied(message: Message, services: Services, texts: Texts, context: UpdateContext, inquiry_id: int) -> None:
    try:
        part = read_part(message)
        await add_to_inquiry(
            services, key=context.key("more"), user_id=context.user_id, inquiry_id=inquiry_id, part=part
        )
    except DomainError as problem:
        key = problem_key(problem)
        await message.reply(texts.get(context.language, key.key, **key.args))
        return
    await message.reply(texts.get(context.language, "inquiry-more-said"))
