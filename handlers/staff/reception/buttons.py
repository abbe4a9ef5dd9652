"""Buttons of the panel: each does something at the counter of whoever presses it."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import PanelCallback
from bot.domain.errors import Refusal
from bot.domain.reception import Operator
from bot.services.reception import calling
from bot.services.reception.check_in import join_line
from bot.services.reception.queries import operator_of, visits_of
from handlers.staff.chat_buttons import ChatAction, ChatButtons, ChatPress
from handlers.staff.reception.access import ReceptionContext, at_reception, reception_of
from handlers.staff.reception.poster import send_poster
from handlers.staff.reception.today import send_today

_SHOWN_WINDOWS = 12
Doing: TypeAlias = Callable[[ReceptionContext, CallbackQuery, int], Awaitable[None]]


async def sit_down(reception: ReceptionContext, window: int, name: str) -> None:
    """Note at which counter whoever acts sits; raises as ``calling.sit_at``."""
    operator = Operator(reception.chat.chat_id, reception.context.user_id, window, name)
    await calling.sit_at(
        reception.services, key=reception.context.key("sit"), branch_id=reception.place.id, operator=operator
    )


async def _operator(reception: ReceptionContext) -> Operator:
    found = await operator_of(reception.services, reception.chat.chat_id, reception.context.user_id)
    if found is None:
        raise Refusal("desk-window-first")
    return found


async def _next(reception: ReceptionContext, query: CallbackQuery, _id: int) -> None:
    called = await calling.call_next(
        reception.services,
        key=reception.context.key("next"),
        branch_id=reception.place.id,
        operator=await _operator(reception),
    )
    await query.answer(reception.plain("desk-called", ticket=called.ticket, window=called.window))


async def _this(reception: ReceptionContext, query: CallbackQuery, visit_id: int) -> None:
    called = await calling.call_this(
        reception.services,
        key=reception.context.key("this"),
        branch_id=reception.place.id,
        operator=await _operator(reception),
        visit_id=visit_id,
    )
    await query.answer(reception.plain("desk-called", ticket=called.ticket, window=called.window))


def _with_current(act: Callable[..., Awaitable[str]], name: str) -> Doing:
    async def doing(reception: ReceptionContext, query: CallbackQuery, _id: int) -> None:
        ticket = await act(
            reception.services,
            key=reception.context.key(name),
            branch_id=reception.place.id,
            actor=reception.context.user_id,
        )
        await query.answer(reception.plain(f"desk-did-{name}", ticket=ticket))

    return doing


async def _walk_in(reception: ReceptionContext, query: CallbackQuery, _id: int) -> None:
    visit_id = await join_line(
        reception.services,
        key=reception.context.key("walkin"),
        branch_id=reception.place.id,
        user_id=None,
        actor=reception.context.user_id,
    )
    ticket = ", ".join(visit.ticket for visit in await visits_of(reception.services, [visit_id]))
    await query.answer(reception.plain("desk-did-walkin", ticket=ticket), show_alert=True)


async def _choose_window(reception: ReceptionContext, query: CallbackQuery, _id: int) -> None:
    await query.answer()
    numbers = range(1, min(max(reception.place.branch.desks, 1), _SHOWN_WINDOWS) + 1)
    buttons = [
        InlineKeyboardButton(text=str(number), callback_data=PanelCallback(what="sit", id=number).pack())
        for number in numbers
    ]
    rows = [buttons[start : start + 4] for start in range(0, len(buttons), 4)]
    if isinstance(query.message, Message):
        await query.message.reply(
            reception.html("desk-window-which"), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows)
        )


async def _sits(reception: ReceptionContext, query: CallbackQuery, window: int) -> None:
    await sit_down(reception, window, query.from_user.full_name)
    await query.answer(reception.plain("desk-window-set", window=window))


async def _list(reception: ReceptionContext, query: CallbackQuery, _id: int) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await send_today(reception, query.message)


async def _print(reception: ReceptionContext, query: CallbackQuery, _id: int) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await send_poster(reception, query.message)


def _row(what: str, doing: Doing) -> ChatAction[PanelCallback]:
    async def pressed(press: ChatPress[PanelCallback]) -> None:
        await doing(await reception_of(press), press.query, press.data.id)

    return ChatAction(what, pressed)


PANEL = ChatButtons(
    PanelCallback,
    (
        _row("next", _next),
        _row("this", _this),
        _row("served", _with_current(calling.serve, "served")),
        _row("recall", _with_current(calling.recall, "recall")),
        _row("park", _with_current(calling.park, "park")),
        _row("missed", _with_current(calling.miss, "missed")),
        _row("walkin", _walk_in),
        _row("today", _list),
        _row("window", _choose_window),
        _row("sit", _sits),
        _row("poster", _print),
    ),
    at_reception,
)
