"""What is typed at the counters: ``/desk`` puts the panel, ``/window 3`` sits down, a ticket's number checks in."""

import re

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.domain.codes import parse_ticket_number
from bot.domain.errors import InvalidInput
from bot.domain.staff_chats import StaffChat
from bot.runtime.redrawing.edits import attempted
from bot.services.reception.check_in import check_in_number
from bot.services.reception.notifications import new_panel
from handlers.staff.commands import StaffCommand, admitted, command_router
from handlers.staff.reception.access import at_reception, reception_of
from handlers.staff.reception.buttons import sit_down
from handlers.staff.reception.check_in_reply import check_in_text
from handlers.staff.reception.poster import send_poster
from handlers.staff.reception.today import send_today

_TICKET = re.compile(r"[№#]?\s*[AАEЕKКMМTТ][\s-]*\d{1,3}", re.IGNORECASE)
_MOST_WINDOWS = 60


def commands_router() -> Router:
    """Build the router."""
    commands = {"desk": _panel, "window": _window, "today": _today, "poster": _poster}
    router = command_router("reception commands", commands, at_reception)
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    is_ticket = F.text.regexp(_TICKET, mode="fullmatch")
    router.message.register(admitted(_number, at_reception), groups, is_ticket, _is_reception)
    return router


def _is_reception(_message: Message, staff_chat: StaffChat | None) -> bool:
    return staff_chat is not None and staff_chat.branch_id is not None


async def _panel(command: StaffCommand) -> None:
    reception = await reception_of(command)
    chat_id, thread_id = reception.chat.chat_id, command.message.message_thread_id
    earlier = await new_panel(command.services, key=command.context.key("panel"), chat_id=chat_id, thread_id=thread_id)
    if earlier is not None:
        # One panel is enough; an old one that cannot be deleted does no harm.
        await attempted(command.bot.delete_message(chat_id, earlier))


async def _window(command: StaffCommand) -> None:
    reception, typed = await reception_of(command), command.args.strip()
    if not typed.isdecimal() or not 1 <= int(typed) <= _MOST_WINDOWS:
        raise InvalidInput("desk-window-how")
    await sit_down(reception, int(typed), command.name)
    await command.reply("desk-window-set", window=int(typed))


async def _today(command: StaffCommand) -> None:
    await send_today(await reception_of(command), command.message)


async def _poster(command: StaffCommand) -> None:
    await send_poster(await reception_of(command), command.message)


async def _number(command: StaffCommand) -> None:
    reception = await reception_of(command)
    ticket = parse_ticket_number(command.message.text or "")
    visit_id = await check_in_number(
        command.services,
        key=command.context.key("number"),
        ticket=ticket,
        branch_id=reception.place.id,
        actor=command.actor,
    )
    words = await check_in_text(command.services, visit_id)
    await command.reply(words.key, **words.args)
