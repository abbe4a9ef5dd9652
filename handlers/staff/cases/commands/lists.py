"""Lists in a staff chat: /mine, /overdue, /find by the case's number or an ИИН (product S2)."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.cases.case import Case
from bot.domain.codes import parse_case_code
from bot.domain.errors import InvalidInput
from bot.domain.people.identifiers import parse_iin
from bot.domain.staff_chats import Place, StaffChat
from bot.runtime.redrawing.edits import attempted
from bot.services.calendar import today
from bot.services.cases.facts import short_name
from bot.services.cases.viewing.lists import CaseList, cases_led_by, cases_of_code, cases_of_person, overdue_cases
from bot.services.work import Services
from bot.texts import LocalDate, TextRef, Texts
from handlers.staff.access import require_staff
from handlers.staff.cases.card import SIGNS


def lists_router() -> Router:
    """Build the router."""
    router = Router(name="case lists")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_mine, groups, Command("mine"))
    router.message.register(_overdue, groups, Command("overdue"))
    router.message.register(_find, groups, Command("find"))
    return router


async def _mine(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    chat = await require_staff(bot, context.user_id, staff_chat)
    found = await cases_led_by(services, chat.chat_id, context.user_id)
    await _show(message, texts, chat, found, "staff-list-mine")


async def _overdue(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    chat = await require_staff(bot, context.user_id, staff_chat)
    found = await overdue_cases(services, chat.chat_id)
    await _show(message, texts, chat, found, "staff-list-overdue")


async def _find(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    chat = await require_staff(bot, context.user_id, staff_chat)
    typed = command.args or ""
    if not typed:
        await message.reply(texts.get(chat.language, "staff-find-how"))
        return
    found = await _found(services, chat, context, typed)
    await _show(message, texts, chat, found, "staff-list-found")
    if sum(char.isdigit() for char in typed) == _IIN_DIGITS:
        # The ИИН does not stay in the chat where the bot may delete messages.
        await attempted(message.delete())


_IIN_DIGITS = 12


async def _found(services: Services, chat: StaffChat, context: UpdateContext, typed: str) -> CaseList:
    try:
        iin = parse_iin(typed)
    except InvalidInput:
        return await cases_of_code(services, chat.chat_id, parse_case_code(typed))
    return await cases_of_person(services, chat.chat_id, iin, actor=context.user_id)


async def _show(message: Message, texts: Texts, chat: StaffChat, found: CaseList, key: str) -> None:
    lines = [_line(texts, chat, case, place) for case, place in found.shown]
    head = texts.get(chat.language, key) if lines else texts.get(chat.language, "staff-list-none")
    if found.has_more:
        lines.append(texts.get(chat.language, "staff-list-more"))
    await message.answer("\n".join([head, *lines]))


def _line(texts: Texts, chat: StaffChat, case: Case, place: Place | None) -> str:
    values = {
        "sign": SIGNS[case.state],
        "code": case.code,
        "person": short_name(case.answers),
        "state": TextRef(f"staff-state-{case.state.value}"),
    }
    line = texts.get(chat.language, "staff-list-line", **values)
    if case.clock_due is not None and case.clock_paused_at is None:
        line += texts.get(chat.language, "staff-list-due", by=LocalDate.of(today(case.clock_due)))
    if place is None or place.card is None or not str(chat.chat_id).startswith("-100"):
        return line
    link = f"https://t.me/c/{str(chat.chat_id)[4:]}/{place.card}"
    return f'{line} <a href="{link}">↗</a>'
