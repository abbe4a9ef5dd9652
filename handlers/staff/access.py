"""Who may do what in a staff chat: rights are membership of the bound chat, asked at each press (product S1)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberAdministrator,
    ChatMemberMember,
    ChatMemberOwner,
    ChatMemberRestricted,
    Message,
    TelegramObject,
)

from bot.context import UpdateContext
from bot.domain.errors import DomainError, Refusal
from bot.runtime.redrawing.edits import attempted
from bot.services.staff_chats.queries import bound_chat
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE, Texts
from bot.texts.error_messages import problem_key

_ALERT_LIMIT = 200


class StaffChatMiddleware(BaseMiddleware):
    """Puts ``staff_chat`` (None when the group is not bound) and its ``language`` into the data, and tells refusals."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        chat: Chat | None = data.get("event_chat")
        if chat is None or chat.type == ChatType.PRIVATE:
            return await handler(event, data)
        services: Services = data["services"]
        context: UpdateContext | None = data.get("context")
        bound = await bound_chat(services, chat.id)
        spoken = context.language if context else DEFAULT_LANGUAGE
        data["staff_chat"], data["language"] = bound, bound.language if bound else spoken
        try:
            return await handler(event, data)
        except DomainError as problem:
            await tell(event, data["texts"], data["language"], problem)
            return None


async def tell(event: TelegramObject, texts: Texts, language: str, problem: DomainError) -> None:
    """Answer a press or a message with the reason why nothing was done."""
    key = problem_key(problem)
    if isinstance(event, CallbackQuery):
        await alert(event, texts.plain(language, key.key, **key.args))
    elif isinstance(event, Message):
        await event.reply(texts.get(language, key.key, **key.args))


async def alert(query: CallbackQuery, text: str) -> None:
    """Show words to the presser alone, until they put them away."""
    await acknowledge(query, text, show_alert=True)


async def acknowledge(query: CallbackQuery, text: str | None = None, *, show_alert: bool = False) -> None:
    """End the wait of the presser, with words or without; a query that is too old is no error."""
    await attempted(query.answer(text[:_ALERT_LIMIT] if text else None, show_alert=show_alert))


async def require_member(bot: Bot, chat_id: int, user_id: int) -> bool:
    """Raise ``Refusal("staff-only")`` unless the person is in the chat now; tell whether they administer it."""
    try:
        standing = await bot.get_chat_member(chat_id, user_id)
    except TelegramBadRequest:
        raise Refusal("staff-only") from None
    if isinstance(standing, ChatMemberOwner | ChatMemberAdministrator):
        return True
    here = isinstance(standing, ChatMemberMember)
    if here or (isinstance(standing, ChatMemberRestricted) and standing.is_member):
        return False
    raise Refusal("staff-only")
