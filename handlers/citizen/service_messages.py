"""Somebody pins a message, sets a wallpaper, lets messages vanish: nothing was said, nothing is answered."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from handlers.sent_kinds import SENT_KINDS


def service_messages_router() -> Router:
    """Build the router of service messages; it stands before whatever answers every message."""
    router = Router(name="service messages")
    router.message.register(_nothing_said, F.chat.type == ChatType.PRIVATE, ~F.content_type.in_(SENT_KINDS))
    return router


async def _nothing_said(_message: Message) -> None:
    return
