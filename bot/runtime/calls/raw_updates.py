"""Asking for updates as they are: which kinds of them, and the call itself."""

from typing import Any

from aiogram.methods import TelegramMethod

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
)


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """``getUpdates`` without building objects: the raw form is stored, and read once when it is handled."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int
    allowed_updates: tuple[str, ...] = ALLOWED_UPDATES
