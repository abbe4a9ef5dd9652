"""A file in the payments' chat is a registry."""

from pathlib import PurePath

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.registry import commands
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_member
from handlers.staff.registry.progress_message import Board

ROLE = "payments"
# What Telegram gives a bot at most (core.telegram.org/bots/api#getfile); a Bot API server of one's own gives more.
LARGEST_MB = 20
_TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
_OTHERS = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".zip", ".rar", ".7z", ".numbers"})


class _InPaymentsChat(Filter):
    """True in a chat bound for payments."""

    async def __call__(self, _message: Message, staff_chat: StaffChat | None) -> bool:
        return staff_chat is not None and staff_chat.role == ROLE


def registry_router() -> Router:
    """Build the router."""
    router = Router(name="registry")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_anonymous, groups, F.document, F.sender_chat, _InPaymentsChat(), _Table())
    router.message.register(_handed_in, groups, F.document, _InPaymentsChat(), _Table())
    return router


class _Table(Filter):
    """True for files that are tables or might hold one, by their names."""

    async def __call__(self, message: Message) -> bool:
        return _suffix(message) in _TABLES | _OTHERS


async def _anonymous(message: Message, texts: Texts, language: str) -> None:
    await message.reply(texts.get(language, "staff-anonymous"))


async def _handed_in(
    message: Message, bot: Bot, services: Services, context: UpdateContext, staff_chat: StaffChat, registry: Board
) -> None:
    document = message.document
    assert document is not None  # noqa: S101 - the filter lets only documents through
    await require_member(bot, staff_chat.chat_id, context.user_id)
    if _suffix(message) in _OTHERS:
        raise Refusal("registry-kind")
    if (document.file_size or 0) > LARGEST_MB * 1024 * 1024 and not bot.session.api.is_local:
        raise Refusal("registry-large", max=LARGEST_MB)
    await commands.receive(
        services,
        key=context.key("registry"),
        actor=context.user_id,
        chat_id=staff_chat.chat_id,
        file=commands.ReceivedFile(
            document.file_id, document.file_name or "", message.message_id, message.message_thread_id
        ),
    )
    registry.wake()


def _suffix(message: Message) -> str:
    name = message.document.file_name if message.document else None
    return PurePath(name or "").suffix.lower()
