"""A topic the bot made is told to it: one whose making nobody could record is kept for its case, or removed."""

import re

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.domain.staff_chats import StaffChat
from bot.runtime.redrawing.edits import attempted
from bot.services.cases.topics import claim_topic
from bot.services.work import Services

_CODE = re.compile(r"№ ([A-Z0-9]+)")


def topics_router() -> Router:
    """Build the router."""
    router = Router(name="topics")
    router.message.register(_made, F.chat.type == ChatType.SUPERGROUP, F.forum_topic_created)
    return router


async def _made(message: Message, bot: Bot, services: Services, staff_chat: StaffChat | None) -> None:
    made, thread_id = message.forum_topic_created, message.message_thread_id
    code = _CODE.search(made.name) if made else None
    is_own = message.from_user is not None and message.from_user.id == bot.id
    if made is None or thread_id is None or code is None or staff_chat is None or not is_own:
        return
    if await claim_topic(services, chat_id=message.chat.id, thread_id=thread_id, name=made.name, code=code[1]):
        await remove_topic(bot, message.chat.id, thread_id)


async def remove_topic(bot: Bot, chat_id: int, thread_id: int) -> None:
    """Remove a topic nobody needs; close it where the bot may not."""
    if not await attempted(bot.delete_forum_topic(chat_id, thread_id)):
        await attempted(bot.close_forum_topic(chat_id, thread_id))
