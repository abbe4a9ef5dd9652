"""An administrator's button under the alarm about a message that may not have arrived: send it again."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery

from bot.callbacks import UnknownMessageCallback
from bot.context import UpdateContext
from bot.services.alerts.unknown_messages import SEND_AGAIN, send_message_again
from bot.services.work import Services
from bot.texts import Texts
from handlers.callbacks import CallbackFilter


def unknown_messages_router() -> Router:
    """Build the router; private chats only."""
    router = Router(name="messages that may not have arrived")
    is_again = CallbackFilter(UnknownMessageCallback, F.what == SEND_AGAIN)
    router.callback_query.register(_again, is_again, F.message.chat.type == ChatType.PRIVATE)
    return router


async def _again(
    query: CallbackQuery,
    callback_data: UnknownMessageCallback,
    services: Services,
    texts: Texts,
    context: UpdateContext,
) -> None:
    is_admin = context.user_id in services.settings.admin_ids
    done = is_admin and await send_message_again(services, callback_data.message_id)
    await query.answer(texts.plain(context.language, "letter-sent-again" if done else "letter-not-unknown"))
