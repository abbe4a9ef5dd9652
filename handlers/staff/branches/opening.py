"""``/close``, ``/hours``, ``/windows``, ``/reopen``, ``/history``: foreseen first, then confirmed by a button.

The words of the command stay in the message the preview replies to, and are read again when the button is pressed.
"""

from collections.abc import Sequence
from datetime import date, time

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import OpeningCallback
from bot.context import UpdateContext
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import DayException
from bot.domain.branches.typed_changes import read_stretch
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.staff_chats import StaffChat
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
from bot.services.work import Services
from bot.texts import LocalDateTime, Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.branches.history import history_lines
from handlers.staff.reception.access import ReceptionContext, reception_context

_COMMANDS = ("close", "hours", "windows", "walkins")
_MOST_WINDOWS, _MOST_PERCENT = 60, 100


def opening_router() -> Router:
    """Build the router."""
    router = Router(name="opening")
    groups = {ChatType.GROUP, ChatType.SUPERGROUP}
    router.message.register(_foresee, F.chat.type.in_(groups), Command(*_COMMANDS))
    router.message.register(_closures, F.chat.type.in_(groups), Command("reopen"))
    router.message.register(_history, F.chat.type.in_(groups), Command("history"))
    router.callback_query.register(_pressed, CallbackFilter(OpeningCallback), F.message.chat.type.in_(groups))
    return router


async def _foresee(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    changes = read_changes(reception, message.text or "")
    count = await foresee(services, reception.place.id, changes)
    rows = [
        [_button(reception, "desk-change-yes", OpeningCallback(what="yes"), "danger" if count else "success")],
        [_button(reception, "desk-change-no", OpeningCallback(what="no"))],
    ]
    words = reception.html("desk-foreseen", name=both(reception.place.branch.names), count=count)
    await message.reply(words, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


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


async def _pressed(
    query: CallbackQuery,
    callback_data: OpeningCallback,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    message = query.message
    if not isinstance(message, Message):
        raise Refusal("desk-outdated")
    clerk = Clerk(context.user_id, query.from_user.full_name)
    if callback_data.what == "no":
        await query.answer()
        await message.edit_text(reception.html("desk-change-left"))
        return
    if callback_data.what == "lift":
        back = await reopen(
            services, key=context.key("reopen"), closure_id=callback_data.id, branch_id=reception.place.id, clerk=clerk
        )
        await query.answer()
        await message.edit_text(reception.html("desk-reopened", count=back))
        return
    asked = message.reply_to_message
    if asked is None or asked.text is None:
        raise Refusal("desk-outdated")
    changes = read_changes(reception, asked.text)
    count = await change_opening(
        services, key=context.key("opening"), branch_id=reception.place.id, changes=changes, clerk=clerk
    )
    await query.answer()
    await message.edit_text(reception.html("desk-changed", count=count))


async def _closures(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    found = await closures_of(services, reception.place.id)
    rows = []
    for each in found[:12]:
        start = LocalDateTime(each.starts_at, reception.place.zone, "visit")
        words = reception.plain(
            "desk-closure", start=start, end=LocalDateTime(each.ends_at or 0, reception.place.zone, "visit")
        )
        press = OpeningCallback(what="lift", id=each.id)
        rows.append([InlineKeyboardButton(text=words[:64], callback_data=press.pack())])
    key = "desk-closures" if rows else "desk-closures-none"
    await message.reply(reception.html(key), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows) if rows else None)


async def _history(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    await message.reply(await history_lines(reception))


def _button(
    reception: ReceptionContext, key: str, press: OpeningCallback, style: str | None = None
) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=reception.plain(key), callback_data=press.pack(), style=style)
