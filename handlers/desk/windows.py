"""At the windows: ``/desk`` puts the panel, its buttons call, serve, put aside; a ticket's number typed checks in."""

import re
from collections.abc import Awaitable, Callable

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.context import Turn
from bot.domain.codes import parse_ticket_number
from bot.domain.errors import InvalidInput, Refusal
from bot.services.core import Services
from bot.services.queue.desk import calling
from bot.services.queue.desk.check_in import check_in_number, join_line
from bot.services.queue.desk.telling import new_panel
from bot.texts import Texts
from handlers.desk.access import AtDesk, at_desk
from handlers.desk.panel import DeskPress
from handlers.desk.poster import send_poster
from handlers.desk.said import check_in_words
from handlers.desk.today import send_today
from storage import desks, visits
from storage.desks import Operator
from storage.staff_chats import StaffChat

_TICKET = re.compile(r"[№#]?\s*[AАEЕKКMМTТ][\s-]*\d{1,3}", re.IGNORECASE)
_MOST_WINDOWS = 60
_SHOWN_WINDOWS = 12


def windows_router() -> Router:
    """Build the router."""
    router = Router(name="desk windows")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_desk, groups, Command("desk"))
    router.message.register(_window, groups, Command("window"))
    router.message.register(_today, groups, Command("today"))
    router.message.register(_poster, groups, Command("poster"))
    router.message.register(_number, groups, F.text.regexp(_TICKET, mode="fullmatch"), _is_desk)
    router.callback_query.register(
        _pressed, DeskPress.filter(), F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    )
    return router


def _is_desk(_message: Message, staff_chat: StaffChat | None) -> bool:
    return staff_chat is not None and staff_chat.branch_id is not None


async def _desk(
    message: Message, bot: Bot, services: Services, texts: Texts, turn: Turn, staff_chat: StaffChat | None
) -> None:
    desk = await at_desk(bot, services, texts, turn, staff_chat)
    chat_id, thread_id = desk.chat.chat_id, message.message_thread_id
    earlier = await new_panel(services, key=turn.key("panel"), chat_id=chat_id, thread_id=thread_id)
    if earlier is not None:
        await _take_away(bot, chat_id, earlier)


async def _take_away(bot: Bot, chat_id: int, message_id: int) -> None:
    """One panel is enough; an old one that cannot be deleted does no harm."""
    try:
        await bot.delete_message(chat_id, message_id)
    except TelegramBadRequest:
        return


async def _window(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    turn: Turn,
    staff_chat: StaffChat | None,
) -> None:
    desk = await at_desk(bot, services, texts, turn, staff_chat)
    typed = (command.args or "").strip()
    if not typed.isdecimal() or not 1 <= int(typed) <= _MOST_WINDOWS:
        raise InvalidInput("desk-window-how")
    await _sit(desk, int(typed), message.from_user.full_name if message.from_user else "")
    await message.reply(desk.html("desk-window-set", window=int(typed)))


async def _today(
    message: Message, bot: Bot, services: Services, texts: Texts, turn: Turn, staff_chat: StaffChat | None
) -> None:
    await send_today(await at_desk(bot, services, texts, turn, staff_chat), message)


async def _poster(
    message: Message, bot: Bot, services: Services, texts: Texts, turn: Turn, staff_chat: StaffChat | None
) -> None:
    await send_poster(await at_desk(bot, services, texts, turn, staff_chat), message)


async def _number(
    message: Message, bot: Bot, services: Services, texts: Texts, turn: Turn, staff_chat: StaffChat | None
) -> None:
    desk = await at_desk(bot, services, texts, turn, staff_chat)
    ticket = parse_ticket_number(message.text or "")
    visit_id = await check_in_number(
        services, key=turn.key("number"), ticket=ticket, branch_id=desk.place.id, actor=turn.user_id
    )
    words = await check_in_words(services, visit_id)
    await message.reply(desk.html(words.key, **words.args))


async def _pressed(
    query: CallbackQuery,
    callback_data: DeskPress,
    bot: Bot,
    services: Services,
    texts: Texts,
    turn: Turn,
    staff_chat: StaffChat | None,
) -> None:
    desk = await at_desk(bot, services, texts, turn, staff_chat)
    doing = _DOING.get(callback_data.what)
    if doing is None:
        raise Refusal("desk-outdated")
    await doing(desk, query, callback_data.id)


async def _sit(desk: AtDesk, window: int, name: str) -> None:
    operator = Operator(desk.chat.chat_id, desk.turn.user_id, window, name)
    await calling.sit_at(desk.services, key=desk.turn.key("sit"), branch_id=desk.place.id, operator=operator)


async def _operator(desk: AtDesk) -> Operator:
    async with desk.services.db.read() as reader:
        found = await desks.operator(reader, desk.chat.chat_id, desk.turn.user_id)
    if found is None:
        raise Refusal("desk-window-first")
    return found


async def _next(desk: AtDesk, query: CallbackQuery, _id: int) -> None:
    called = await calling.call_next(
        desk.services, key=desk.turn.key("next"), branch_id=desk.place.id, operator=await _operator(desk)
    )
    await query.answer(desk.plain("desk-called", ticket=called["ticket"], window=called["window"]))


async def _this(desk: AtDesk, query: CallbackQuery, visit_id: int) -> None:
    called = await calling.call_this(
        desk.services,
        key=desk.turn.key("this"),
        branch_id=desk.place.id,
        operator=await _operator(desk),
        visit_id=visit_id,
    )
    await query.answer(desk.plain("desk-called", ticket=called["ticket"], window=called["window"]))


def _with_current(
    act: Callable[..., Awaitable[str]], name: str
) -> Callable[[AtDesk, CallbackQuery, int], Awaitable[None]]:
    async def doing(desk: AtDesk, query: CallbackQuery, _id: int) -> None:
        ticket = await act(desk.services, key=desk.turn.key(name), branch_id=desk.place.id, actor=desk.turn.user_id)
        await query.answer(desk.plain(f"desk-did-{name}", ticket=ticket))

    return doing


async def _walk_in(desk: AtDesk, query: CallbackQuery, _id: int) -> None:
    visit_id = await join_line(
        desk.services, key=desk.turn.key("walkin"), branch_id=desk.place.id, user_id=None, actor=desk.turn.user_id
    )
    async with desk.services.db.read() as reader:
        visit = await visits.get(reader, visit_id)
    ticket = visit.ticket if visit else ""
    await query.answer(desk.plain("desk-did-walkin", ticket=ticket), show_alert=True)


async def _choose_window(desk: AtDesk, query: CallbackQuery, _id: int) -> None:
    await query.answer()
    numbers = range(1, min(max(desk.place.branch.desks, 1), _SHOWN_WINDOWS) + 1)
    buttons = [
        InlineKeyboardButton(text=str(number), callback_data=DeskPress(what="sit", id=number).pack())
        for number in numbers
    ]
    rows = [buttons[start : start + 4] for start in range(0, len(buttons), 4)]
    if isinstance(query.message, Message):
        await query.message.reply(
            desk.html("desk-window-which"), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows)
        )


async def _sit_down(desk: AtDesk, query: CallbackQuery, window: int) -> None:
    await _sit(desk, window, query.from_user.full_name)
    await query.answer(desk.plain("desk-window-set", window=window))


async def _list(desk: AtDesk, query: CallbackQuery, _id: int) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await send_today(desk, query.message)


async def _print(desk: AtDesk, query: CallbackQuery, _id: int) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await send_poster(desk, query.message)


_DOING: dict[str, Callable[[AtDesk, CallbackQuery, int], Awaitable[None]]] = {
    "next": _next,
    "this": _this,
    "served": _with_current(calling.serve, "served"),
    "recall": _with_current(calling.recall, "recall"),
    "park": _with_current(calling.park, "park"),
    "missed": _with_current(calling.miss, "missed"),
    "walkin": _walk_in,
    "today": _list,
    "window": _choose_window,
    "sit": _sit_down,
    "poster": _print,
}
