"""`/file NUMBER`: the whole file of a case, for its owner or whoever administers the chat."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.domain.work_items import require_owner_or_chief
from bot.services.cases.viewing.case_file import ask_case_file
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_member
from handlers.staff.cases.finding import find_case_here


def files_router() -> Router:
    """Build the router."""
    router = Router(name="case files")
    router.message.register(_file, F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}), Command("file"))
    return router


async def _file(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    if staff_chat is None:
        raise Refusal("chat-not-bound")
    is_chief = await require_member(bot, staff_chat.chat_id, context.user_id)
    if not command.args:
        await message.reply(texts.get(staff_chat.language, "staff-file-how"))
        return
    case = await find_case_here(services, command.args, staff_chat)
    require_owner_or_chief(case, context.user_id, is_chief=is_chief)
    await ask_case_file(
        services,
        key=context.key("case-file"),
        case=case,
        actor=context.user_id,
        chat_id=staff_chat.chat_id,
        thread_id=message.message_thread_id,
    )
    await message.reply(texts.get(staff_chat.language, "case-file-coming"))
