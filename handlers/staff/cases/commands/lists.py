"""Lists in a staff chat: /mine, /overdue, /find by the case's number or an ИИН (product S2)."""

from bot.domain.cases.case import Case
from bot.domain.codes import parse_case_code
from bot.domain.errors import InvalidInput
from bot.domain.people.identifiers import parse_iin
from bot.domain.staff_chats import Place
from bot.runtime.redrawing.edits import attempted
from bot.services.calendar import today
from bot.services.cases.facts import short_name
from bot.services.cases.viewing.lists import (
    CaseList,
    cases_led_by,
    cases_of_code,
    cases_of_person,
    free_cases,
    overdue_cases,
)
from bot.texts import LocalDate, TextRef
from handlers.staff.cases.card import SIGNS
from handlers.staff.commands import StaffCommand

_IIN_DIGITS = 12


async def list_mine(command: StaffCommand) -> None:
    """List the cases of whoever asks."""
    found = await cases_led_by(command.services, command.chat.chat_id, command.actor)
    if not found.shown:
        free = await free_cases(command.services, command.chat.chat_id)
        await command.reply("staff-list-mine-none", free=free)
        return
    await _show(command, found, "staff-list-mine")


async def list_overdue(command: StaffCommand) -> None:
    """List the chat's cases whose term is over."""
    found = await overdue_cases(command.services, command.chat.chat_id)
    await _show(command, found, "staff-list-overdue")


async def find(command: StaffCommand) -> None:
    """List the cases with a number, or of a person."""
    if not command.args:
        await command.reply("staff-find-how")
        return
    await _show(command, await _found(command), "staff-list-found")
    if sum(char.isdigit() for char in command.args) == _IIN_DIGITS:
        # The ИИН does not stay in the chat where the bot may delete messages.
        await attempted(command.message.delete())


async def _found(command: StaffCommand) -> CaseList:
    services, chat_id = command.services, command.chat.chat_id
    try:
        iin = parse_iin(command.args)
    except InvalidInput:
        return await cases_of_code(services, chat_id, parse_case_code(command.args))
    return await cases_of_person(services, chat_id, iin, actor=command.actor)


async def _show(command: StaffCommand, found: CaseList, key: str) -> None:
    lines = [_line(command, case, place) for case, place in found.shown]
    head = command.html(key) if lines else command.html("staff-list-none")
    if found.has_more:
        lines.append(command.html("staff-list-more"))
    await command.message.answer("\n".join([head, *lines]))


def _line(command: StaffCommand, case: Case, place: Place | None) -> str:
    line = command.html(
        "staff-list-line",
        sign=SIGNS[case.state],
        code=case.code,
        person=short_name(case.answers),
        state=TextRef(f"staff-state-{case.state.value}"),
    )
    if case.clock_due is not None and case.clock_paused_at is None:
        line += command.html("staff-list-due", by=LocalDate.of(today(case.clock_due)))
    chat_id = str(command.chat.chat_id)
    if place is None or place.card is None or not chat_id.startswith("-100"):
        return line
    return f'{line} <a href="https://t.me/c/{chat_id[4:]}/{place.card}">↗</a>'
