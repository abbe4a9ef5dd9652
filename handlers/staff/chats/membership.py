"""The bot's own way in and out of groups, and a group that became a supergroup (product S1)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import IS_MEMBER, IS_NOT_MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated, Message, TelegramObject, Update

from bot.services.staff_chats.binding import unbind_chat
from bot.services.staff_chats.chat_migration import migrate_chat
from bot.services.work import Services
from bot.texts import Texts


class SenderlessMessages(BaseMiddleware):
    """Takes a message without a sender, as Telegram tells of a group that moves; the rest expects one."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        message = (event.message or event.edited_message) if isinstance(event, Update) else None
        if message is None or message.from_user is not None:
            return await handler(event, data)
        if message.migrate_to_chat_id is not None:
            await migrate_chat(self._services, message.chat.id, message.migrate_to_chat_id)
        if message.migrate_from_chat_id is not None:
            await migrate_chat(self._services, message.migrate_from_chat_id, message.chat.id)
        return None


def membership_router() -> Router:
    """Build the router."""
    router = Router(name="membership")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_migrated, F.migrate_to_chat_id)
    router.my_chat_member.register(_removed, groups, ChatMemberUpdatedFilter(IS_MEMBER >> IS_NOT_MEMBER))
    router.my_chat_member.register(_added, groups, ChatMemberUpdatedFilter(IS_NOT_MEMBER >> IS_MEMBER))
    return router


async def _migrated(message: Message, services: Services) -> None:
    if message.migrate_to_chat_id is not None:
        await migrate_chat(services, message.chat.id, message.migrate_to_chat_id)


async def _removed(event: ChatMemberUpdated, bot: Bot, services: Services, event_update: Update) -> None:
    key = f"{bot.id}:{event_update.update_id}:removed"
    await unbind_chat(services, key=key, chat_id=event.chat.id, told="admin-chat-lost")


async def _added(event: ChatMemberUpdated, texts: Texts, language: str) -> None:
    await event.answer(texts.get(language, "staff-added"))
