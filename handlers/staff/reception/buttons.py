"""Buttons of the panel: each does something at the counter of whoever presses it."""

from collections.abc import Awaitable, Callable

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import PanelCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.reception import Operator
from bot.domain.staff_chats import StaffChat
from bot.services.reception import calling
from bot.services.reception.check_in import join_line
from bot.services.reception.queries import operator_of, tickets_of
from bot.services.work import Services
from bot.texts import Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.reception.access import ReceptionContext, reception_context
from handlers.staff.reception.poster import send_poster
from handlers.staff.reception.today import send_today

_SHOWN_WINDOWS = 12


def panel_router() -> Router:
    """Build the router."""
    router = Router(name="panel buttons")
    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.callback_query.register(_pressed, CallbackFilter(PanelCallback), groups)
    return router


async def _pressed(
    query: CallbackQuery,
    callback_data: PanelCallback,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    reception = await reception_context(bot, services, texts, context, staff_chat)
    doing = _DOING.get(callback_data.what)
    if doing is None:
        raise Refusal("desk-outdated")
    await doing(reception, query, callback_data.id)


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


def _with_current(
    act: Callable[..., Awaitable[str]], name: str
) -> Callable[[ReceptionContext, CallbackQuery, int], Awaitable[None]]:
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
    ticket = ", ".join(await tickets_of(reception.services, [visit_id]))
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


_DOING: dict[str, Callable[[ReceptionContext, CallbackQuery, int], Awaitable[None]]] = {
    "next": _next,
    "this": _this,
    "served": _with_current(calling.serve, "served"),
    "recall": _with_current(calling.recall, "recall"),
    "park": _with_current(calling.park, "park"),
    "missed": _with_current(calling.miss, "missed"),
    "walkin": _walk_in,
    "today": _list,
    "window": _choose_window,
    "sit": _sits,
    "poster": _print,
}
