"""A file in the payments' chat is a registry; presses under it, with rights asked at each."""

from pathlib import PurePath

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.callbacks import RegistryCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.registry import RegistryImport
from bot.domain.staff_chats import StaffChat
from bot.runtime.redrawing.edits import attempted
from bot.services.registry import commands
from bot.services.registry.queries import find_import
from bot.services.work import Services
from bot.texts import Texts
from handlers.callbacks import CallbackFilter
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
    router.callback_query.register(_pressed, CallbackFilter(RegistryCallback))
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


async def _pressed(
    query: CallbackQuery,
    callback_data: RegistryCallback,
    bot: Bot,
    services: Services,
    context: UpdateContext,
    staff_chat: StaffChat | None,
    registry: Board,
) -> None:
    if staff_chat is None or staff_chat.role != ROLE:
        raise Refusal("chat-not-bound")
    await require_member(bot, staff_chat.chat_id, context.user_id)
    found = await find_import(services, callback_data.id)
    if found is None or found.chat_id != staff_chat.chat_id:
        raise Refusal("registry-elsewhere")
    await _act(services, callback_data, found, context)
    # Answered when the next question stands there: a press on the old one would be lost.
    await registry.show(found.id, asking_undo=callback_data.what == "undo_ask")
    await attempted(query.answer())
    registry.wake()


async def _act(services: Services, press: RegistryCallback, found: RegistryImport, context: UpdateContext) -> None:
    match press.what:
        case "column":
            await commands.choose_column(
                services, import_id=found.id, field=press.field, chosen=press.arg, actor=context.user_id
            )
        case "again":
            await commands.choose_columns_again(services, found.id)
        case "apply":
            await commands.confirm(services, found.id)
        case "stop":
            await commands.stop(services, found.id)
        case "undo":
            await commands.undo(services, found.id)
        case _:
            return  # only looks


def _suffix(message: Message) -> str:
    name = message.document.file_name if message.document else None
    return PurePath(name or "").suffix.lower()
