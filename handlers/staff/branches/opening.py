"""``/close``, ``/hours``, ``/windows``, ``/reopen``, ``/history``: foreseen first, then confirmed by a button.

The button names the draft that was shown, so that it does that, whatever the words of the command would mean by then.
"""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import OpeningCallback
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import DayException
from bot.domain.branches.typed_changes import read_stretch
from bot.domain.errors import InvalidInput, Refusal
from bot.runtime.redrawing.edits import attempted, edited
from bot.services.branch_changes.drafts import (
    Foreseen,
    changes_of,
    confirm_change,
    draft_change,
    drop_draft,
    foresee_again,
    note_shown,
)
from bot.services.branch_changes.opening_change import Change, Clerk, NewCapacity, closing_of, reopen
from bot.services.branch_changes.texts import change_lines
from bot.services.branches.queries import closures_of
from bot.services.calendar import today
from bot.services.queue.texts import both
from bot.services.reception.ordering import local_time, walk_in_percent
from bot.texts import LocalDateTime, Markup
from handlers.staff.branches.history import history_lines
from handlers.staff.chat_buttons import ChatAction, ChatButtons, ChatPress
from handlers.staff.commands import StaffCommand
from handlers.staff.reception.access import ReceptionContext, at_reception, reception_of

_MOST_WINDOWS, _MOST_PERCENT = 60, 100


async def foresee_change(command: StaffCommand) -> None:
    """Say what the change would do and on which days, and ask."""
    reception = await reception_of(command)
    changes = read_changes(reception, command.message.text or "")
    foreseen = await draft_change(
        command.services,
        key=command.context.key("draft"),
        branch_id=reception.place.id,
        changes=changes,
        clerk=Clerk(command.actor, command.name),
    )
    words = _preview(reception, changes, foreseen.displaced)
    await _note(reception, foreseen, await command.message.reply(words, reply_markup=_question(reception, foreseen)))
    await _without_buttons(reception, foreseen)


def _preview(reception: ReceptionContext, changes: Sequence[Change], count: int) -> str:
    lines = [reception.html(line.key, **line.args) for line in change_lines(reception.place, changes)]
    name = both(reception.place.branch.names)
    return reception.html("desk-foreseen", name=name, what=Markup("\n".join(lines)), count=count)


def _question(reception: ReceptionContext, foreseen: Foreseen) -> InlineKeyboardMarkup:
    style = "danger" if foreseen.displaced else "success"
    yes, no = (OpeningCallback(what=what, id=foreseen.draft) for what in ("yes", "no"))
    rows = [[_button(reception, "desk-change-yes", yes, style)], [_button(reception, "desk-change-no", no)]]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def _note(reception: ReceptionContext, foreseen: Foreseen, shown: Message) -> None:
    await note_shown(
        reception.services,
        branch_id=reception.place.id,
        draft=foreseen.draft,
        chat_id=shown.chat.id,
        message_id=shown.message_id,
    )


async def _without_buttons(reception: ReceptionContext, foreseen: Foreseen) -> None:
    """Take the buttons off the message of the draft that this one replaces."""
    chat_id, message_id = foreseen.replaced_chat, foreseen.replaced_message
    if chat_id is not None and message_id is not None:
        await attempted(reception.bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id))


def read_changes(reception: ReceptionContext, text: str) -> Sequence[Change]:
    """Read a command about this place; raises InvalidInput as the parsers do, and with what the command needs."""
    command, _, typed = text.partition(" ")
    name = command.removeprefix("/").partition("@")[0]
    if not typed.strip():
        raise InvalidInput(f"desk-{name}-how")
    day = today(reception.services.now)
    if name == "windows":
        return [_capacity(reception, typed)]
    if name == "walkins":
        return [_walk_ins(reception, typed)]
    stretch = read_stretch(typed, day)
    if name == "close":
        return closing_of(reception.place, stretch.first, stretch.last, stretch.hours, stretch.rest)
    if stretch.hours is None or stretch.first != stretch.last:
        raise InvalidInput("desk-hours-how")
    return [DayException(stretch.first, *stretch.hours, stretch.rest)]


def _capacity(reception: ReceptionContext, typed: str) -> NewCapacity:
    number, _, rest = typed.strip().partition(" ")
    if not number.isdecimal() or int(number) > _MOST_WINDOWS:
        raise InvalidInput("desk-windows-how")
    day = today(reception.services.now)
    stretch = read_stretch(rest, day) if rest.strip() else None
    return NewCapacity(
        CapacityPlan(
            group=reception.place.group,
            opens=stretch.hours[0] if stretch and stretch.hours else time.min,
            closes=stretch.hours[1] if stretch and stretch.hours else time.max,
            desks=int(number),
            walkin_percent=walk_in_percent(reception.place, reception.services.now),
            valid_from=stretch.first if stretch else day,
            valid_to=stretch.last if stretch else date.max,
        )
    )


def _walk_ins(reception: ReceptionContext, typed: str) -> NewCapacity:
    """Read the share of counters that takes people without booking, from today on; the counters stay as many."""
    percent = typed.strip().removesuffix("%")
    if not percent.isdecimal() or int(percent) > _MOST_PERCENT:
        raise InvalidInput("desk-walkins-how")
    at, group = local_time(reception.place, reception.services.now), reception.place.group
    now = [plan.desks for plan in reception.place.plans if plan.covers(group, at)]
    desks = now[-1] if now else reception.place.branch.desks
    return NewCapacity(CapacityPlan(group, time.min, time.max, desks, int(percent), valid_from=at.date()))


async def _change(press: ChatPress[OpeningCallback]) -> None:
    reception, message = await reception_of(press), _pressed_on(press)
    where: dict[str, Any] = {
        "branch_id": reception.place.id,
        "draft": press.data.id,
        "clerk": Clerk(press.actor, press.name),
    }
    try:
        count = await confirm_change(press.services, key=press.context.key("opening"), **where)
    except Refusal as problem:
        # Also a replaced one: this press may have replaced it, before the process died.
        if problem.code not in ("desk-draft-changed", "desk-draft-replaced"):
            await attempted(message.edit_reply_markup(reply_markup=None))
            raise
        again = await foresee_again(press.services, key=press.context.key("again"), **where)
        changes = await changes_of(press.services, reception.place.id, again.draft)
        await press.answer(press.plain("refusal-desk-draft-changed"))
        words = _preview(reception, changes, again.displaced)
        await edited(message.edit_text(words, reply_markup=_question(reception, again)))
        await _note(reception, again, message)
        return
    await press.answer()
    await edited(message.edit_text(f"{message.html_text}\n\n{press.html('desk-changed', count=count)}"))


async def _leave(press: ChatPress[OpeningCallback]) -> None:
    reception, message = await reception_of(press), _pressed_on(press)
    await drop_draft(press.services, branch_id=reception.place.id, draft=press.data.id)
    await press.answer()
    await edited(message.edit_text(press.html("desk-change-left")))


async def _lift(press: ChatPress[OpeningCallback]) -> None:
    reception, message = await reception_of(press), _pressed_on(press)
    back = await reopen(
        press.services,
        key=press.context.key("reopen"),
        closure_id=press.data.id,
        branch_id=reception.place.id,
        clerk=Clerk(press.actor, press.name),
    )
    await press.answer()
    await edited(message.edit_text(press.html("desk-reopened", count=back)))


def _pressed_on(press: ChatPress[OpeningCallback]) -> Message:
    if press.message is None:
        raise Refusal("desk-outdated")
    return press.message


async def show_closures(command: StaffCommand) -> None:
    """Show what is closed, as buttons that open it again."""
    reception = await reception_of(command)
    found = await closures_of(command.services, reception.place.id)
    rows = []
    for each in found[:12]:
        start = LocalDateTime(each.starts_at, reception.place.zone, "visit")
        words = reception.plain(
            "desk-closure", start=start, end=LocalDateTime(each.ends_at or 0, reception.place.zone, "visit")
        )
        press = OpeningCallback(what="lift", id=each.id)
        rows.append([InlineKeyboardButton(text=words[:64], callback_data=press.pack())])
    key = "desk-closures" if rows else "desk-closures-none"
    await command.message.reply(
        reception.html(key), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    )


async def show_history(command: StaffCommand) -> None:
    """Show who changed what."""
    await command.message.reply(await history_lines(await reception_of(command)))


def _button(
    reception: ReceptionContext, key: str, press: OpeningCallback, style: str | None = None
) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=reception.plain(key), callback_data=press.pack(), style=style)


OPENING = ChatButtons(
    OpeningCallback,
    (ChatAction("yes", _change), ChatAction("no", _leave), ChatAction("lift", _lift)),
    at_reception,
)
