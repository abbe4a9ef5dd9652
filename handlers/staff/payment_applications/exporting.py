"""``/export`` in the chat of payments: accepted applications as a registry's file, once; ``/export N`` again."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import BufferedInputFile, Message

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.payment_applications.export import export_accepted, print_export
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_member

_ROLES = frozenset({"payments", "duty"})


def exporting_router() -> Router:
    """Build the router."""
    router = Router(name="intake exports")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_export, groups, Command("export"))
    return router


async def _export(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    if staff_chat is None or staff_chat.role not in _ROLES:
        raise Refusal("chat-not-bound")
    await require_member(bot, staff_chat.chat_id, context.user_id)
    language = staff_chat.language
    if command.args and command.args.strip().isdecimal():
        made = await print_export(services, int(command.args), context.user_id)
        caption = texts.get(language, "intake-export", rows=made.rows)
        await message.reply_document(BufferedInputFile(made.content, made.name), caption=caption)
        return
    name = message.from_user.full_name if message.from_user else ""
    exports = await export_accepted(
        services, key=context.key("export"), actor=context.user_id, name=name, chat_id=staff_chat.chat_id
    )
    await message.reply(texts.get(language, "intake-exporting" if exports else "intake-export-none"))
