"""Commands written in the name of the group: nobody knows by whom, so they do nothing."""

import re

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message

from bot.texts import Texts


def anonymous_router() -> Router:
    """Build the router; it stands before every command of staff."""
    router = Router(name="anonymous administrators")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_tell, groups, F.sender_chat, ~F.is_automatic_forward, Command(re.compile(r"\w+")))
    return router


async def _tell(message: Message, texts: Texts, language: str) -> None:
    await message.reply(texts.get(language, "staff-anonymous"))
