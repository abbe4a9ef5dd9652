"""What is typed at the counters: ``/desk`` puts the panel, ``/window 3`` sits down, a ticket's number checks in."""

import re

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.codes import parse_ticket_number
from bot.domain.errors import InvalidInput
from bot.domain.staff_chats import StaffChat
from bot.runtime.redrawing.edits import attempted
from bot.services.reception.check_in import check_in_number
from bot.services.reception.notifications import new_panel
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.reception.access import reception_context
from handlers.staff.reception.buttons import sit_down
from handlers.staff.reception.check_in_reply import check_in_text
from handlers.staff.reception.poster import send_poster
from handlers.staff.reception.today import send_today

_TICKET = re.compile(r"[№#]?\s*[AАEЕKКMМTТ][\s-]*\d{1,3}", re.IGNORECASE)
_MOST_WINDOWS = 60


def commands_router() -> Router:
    """Build the router."""
    router = Router(name="reception commands")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_panel, groups, Command("desk"))
    router.message.register(_window, groups, Command("window"))
    router.message.register(_today, groups, Command("today"))
    router.message.register(_poster, groups, Command("poster"))
    router.message.register(_number, groups, F.text.regexp(_TICKET, mode="fullmatch"), _is_reception)
    return router


def _is_reception(_message: Message, staff_chat: StaffChat | None) -> bool:
    return staff_chat is not None and staff_chat.branch_id is not None


async def _panel(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    chat_id, thread_id = reception.chat.chat_id, message.message_thread_id
    earlier = await new_panel(services, key=context.key("panel"), chat_id=chat_id, thread_id=thread_id)
    if earlier is not None:
        # One panel is enough; an old one that cannot be deleted does no harm.
        await attempted(bot.delete_message(chat_id, earlier))


async def _window(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    typed = (command.args or "").strip()
    if not typed.isdecimal() or not 1 <= int(typed) <= _MOST_WINDOWS:
        raise InvalidInput("desk-window-how")
    await sit_down(reception, int(typed), message.from_user.full_name if message.from_user else "")
    await message.reply(reception.html("desk-window-set", window=int(typed)))


async def _today(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    await send_today(await reception_context(bot, services, texts, context, staff_chat), message)


async def _poster(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    await send_poster(await reception_context(bot, services, texts, context, staff_chat), message)


async def _number(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    ticket = parse_ticket_number(message.text or "")
    visit_id = await check_in_number(
        services, key=context.key("number"), ticket=ticket, branch_id=reception.place.id, actor=context.user_id
    )
    words = await check_in_text(services, visit_id)
    await message.reply(reception.html(words.key, **words.args))
