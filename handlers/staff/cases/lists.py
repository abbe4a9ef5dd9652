"""Lists in a staff chat: /mine, /overdue, /find by the case's number or an ИИН (product S2)."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import Turn
from bot.domain.cases.case import Case
from bot.domain.codes import parse_case_code
from bot.domain.errors import InvalidInput
from bot.domain.people.identifiers import parse_iin
from bot.domain.staff_chats import StaffChat
from bot.services.calendar import today
from bot.services.cases.facts import short_name
from bot.services.work import Services
from bot.texts import Day, Key, Texts
from handlers.staff.access import require_staff
from handlers.staff.cases.card import SIGNS
from storage.cases import lists, message_map
from storage.engine.database import Transaction
from storage.privacy import audit_log

_LOOK_UPS = "found by ИИН"


def lists_router() -> Router:
    """Build the router."""
    router = Router(name="case lists")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_mine, groups, Command("mine"))
    router.message.register(_overdue, groups, Command("overdue"))
    router.message.register(_find, groups, Command("find"))
    return router


async def _mine(
    message: Message, bot: Bot, services: Services, texts: Texts, turn: Turn, staff_chat: StaffChat | None
) -> None:
    chat = await require_staff(bot, turn.user_id, staff_chat)
    async with services.db.read() as reader:
        found = await lists.owned(reader, services.vault, chat.chat_id, turn.user_id)
    await _show(message, services, texts, chat, found, "staff-list-mine")


async def _overdue(
    message: Message, bot: Bot, services: Services, texts: Texts, turn: Turn, staff_chat: StaffChat | None
) -> None:
    chat = await require_staff(bot, turn.user_id, staff_chat)
    async with services.db.read() as reader:
        found = await lists.overdue(reader, services.vault, chat.chat_id, services.now)
    await _show(message, services, texts, chat, found, "staff-list-overdue")


async def _find(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    turn: Turn,
    staff_chat: StaffChat | None,
) -> None:
    chat = await require_staff(bot, turn.user_id, staff_chat)
    typed = command.args or ""
    if not typed:
        await message.reply(texts.get(chat.language, "staff-find-how"))
        return
    found = await _found(services, chat, turn, typed)
    await _show(message, services, texts, chat, found, "staff-list-found")
    if sum(char.isdigit() for char in typed) == _IIN_DIGITS:
        await _take_away(message)


_IIN_DIGITS = 12


async def _found(services: Services, chat: StaffChat, turn: Turn, typed: str) -> list[Case]:
    try:
        iin = parse_iin(typed)
    except InvalidInput:
        code = parse_case_code(typed)
        async with services.db.read() as reader:
            return await lists.by_code(reader, services.vault, chat.chat_id, code)
    lookup = services.vault.lookup("iin", iin)

    async def looking(tx: Transaction) -> list[Case]:
        await audit_log.note(tx, f"iin:{lookup}", turn.user_id, _LOOK_UPS, services.now)
        return await lists.by_person(tx, services.vault, chat.chat_id, lookup)

    return await services.db.write(looking)


async def _take_away(message: Message) -> None:
    """The ИИН does not stay in the chat where the bot may delete messages."""
    try:
        await message.delete()
    except TelegramBadRequest:
        return


async def _show(
    message: Message, services: Services, texts: Texts, chat: StaffChat, found: list[Case], key: str
) -> None:
    shown = found[: lists.LIMIT]
    lines = [await _line(services, texts, chat, case) for case in shown]
    head = texts.get(chat.language, key) if lines else texts.get(chat.language, "staff-list-none")
    if len(found) > len(shown):
        lines.append(texts.get(chat.language, "staff-list-more"))
    await message.answer("\n".join([head, *lines]))


async def _line(services: Services, texts: Texts, chat: StaffChat, case: Case) -> str:
    async with services.db.read() as reader:
        place = await message_map.place(reader, case.id)
    values = {
        "sign": SIGNS[case.state],
        "code": case.code,
        "person": short_name(case.answers),
        "state": Key(f"staff-state-{case.state.value}"),
    }
    line = texts.get(chat.language, "staff-list-line", **values)
    if case.clock_due is not None and case.clock_paused_at is None:
        line += texts.get(chat.language, "staff-list-due", by=Day.of(today(case.clock_due)))
    if place is None or place.card is None or not str(chat.chat_id).startswith("-100"):
        return line
    link = f"https://t.me/c/{str(chat.chat_id)[4:]}/{place.card}"
    return f'{line} <a href="{link}">↗</a>'
