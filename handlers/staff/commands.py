"""A command typed in a group: rights first – the chat is bound to the right role, the person is in it now – then the
command, handed over as one value.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_member
from handlers.staff.context import ChatContext

Serves = Callable[[StaffChat | None], StaffChat]
"""Returns the chat where something may be done there; raises ``Refusal`` for any other."""


@dataclass(frozen=True, slots=True)
class StaffCommand(ChatContext):
    """Who typed what, and where. ``args`` are what follows the command; ``is_chief``: they administer the chat."""

    message: Message
    context: UpdateContext
    args: str
    is_chief: bool

    @property
    def actor(self) -> int:
        """Whoever typed it."""
        return self.context.user_id

    @property
    def name(self) -> str:
        """Their name."""
        return self.message.from_user.full_name if self.message.from_user else ""

    async def reply(self, key: str, **args: Any) -> None:
        """Reply with words of ours."""
        await self.message.reply(self.html(key, **args))


def in_bound_chat(chat: StaffChat | None) -> StaffChat:
    """Let any bound chat through; raises ``Refusal("chat-not-bound")``."""
    if chat is None:
        raise Refusal("chat-not-bound")
    return chat


def in_chat_of(*roles: str, otherwise: str = "chat-not-bound") -> Serves:
    """Let chats of these roles through; any other raises ``Refusal(otherwise)``."""

    def serves(chat: StaffChat | None) -> StaffChat:
        if chat is None or chat.role not in roles:
            raise Refusal(otherwise)
        return chat

    return serves


def command_router(
    name: str, commands: Mapping[str, Callable[[StaffCommand], Awaitable[None]]], serves: Serves = in_bound_chat
) -> Router:
    """Build the router of commands, each with what it does."""
    router = Router(name=name)
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    for word, act in commands.items():
        router.message.register(admitted(act, serves), groups, Command(word))
    return router


def admitted(act: Callable[[StaffCommand], Awaitable[None]], serves: Serves) -> Callable[..., Awaitable[None]]:
    """Return the handler of what is typed that lets ``act`` do it once the rights are seen to."""

    async def typed(
        message: Message,
        bot: Bot,
        services: Services,
        texts: Texts,
        context: UpdateContext,
        staff_chat: StaffChat | None,
        command: CommandObject | None = None,
    ) -> None:
        chat = serves(staff_chat)
        is_chief = await require_member(bot, chat.chat_id, context.user_id)
        args = command.args or "" if command is not None else ""
        await act(StaffCommand(bot, services, texts, chat, message, context, args, is_chief=is_chief))

    return typed
