"""``/close``, ``/hours``, ``/windows``, ``/reopen``, ``/history``: foreseen first, then confirmed by a button.

The words of the command stay in the message the preview replies to, and are read again when the button is pressed.
"""

from collections.abc import Sequence
from datetime import date, time

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import OpeningCallback
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import DayException
from bot.domain.branches.typed_changes import read_stretch
from bot.domain.errors import InvalidInput, Refusal
from bot.services.branch_changes.opening_change import (
    Change,
    Clerk,
    NewCapacity,
    change_opening,
    closing_of,
    foresee,
    reopen,
)
from bot.services.branches.queries import closures_of
from bot.services.calendar import today
from bot.services.queue.texts import both
from bot.services.reception.ordering import group_of, local_time, walk_in_percent
from bot.texts import LocalDateTime
from handlers.staff.branches.history import history_lines
from handlers.staff.chat_buttons import ChatAction, ChatButtons, ChatPress
from handlers.staff.commands import StaffCommand
from handlers.staff.reception.access import ReceptionContext, at_reception, reception_of

_MOST_WINDOWS, _MOST_PERCENT = 60, 100


async def foresee_change(command: StaffCommand) -> None:
    """Say what the change would do, and ask."""
    reception = await reception_of(command)
    changes = read_changes(reception, command.message.text or "")
    count = await foresee(command.services, reception.place.id, changes)
    rows = [
        [_button(reception, "desk-change-yes", OpeningCallback(what="yes"), "danger" if count else "success")],
        [_button(reception, "desk-change-no", OpeningCallback(what="no"))],
    ]
    words = reception.html("desk-foreseen", name=both(reception.place.branch.names), count=count)
    await command.message.reply(words, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


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
            group=group_of(reception.place),
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
    at, group = local_time(reception.place, reception.services.now), group_of(reception.place)
    now = [plan.desks for plan in reception.place.plans if plan.covers(group, at)]
    desks = now[-1] if now else reception.place.branch.desks
    return NewCapacity(CapacityPlan(group, time.min, time.max, desks, int(percent), valid_from=at.date()))


async def _change(press: ChatPress[OpeningCallback]) -> None:
    reception, message = await reception_of(press), _pressed_on(press)
    asked = message.reply_to_message
    if asked is None or asked.text is None:
        raise Refusal("desk-outdated")
    count = await change_opening(
        press.services,
        key=press.context.key("opening"),
        branch_id=reception.place.id,
        changes=read_changes(reception, asked.text),
        clerk=Clerk(press.actor, press.name),
    )
    await press.answer()
    await message.edit_text(press.html("desk-changed", count=count))


async def _leave(press: ChatPress[OpeningCallback]) -> None:
    await reception_of(press)
    message = _pressed_on(press)
    await press.answer()
    await message.edit_text(press.html("desk-change-left"))


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
    await message.edit_text(press.html("desk-reopened", count=back))


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
