"""Today's list of a desk, by pages, and the same as a file."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import TodayCallback
from bot.context import UpdateContext
from bot.domain.staff_chats import StaffChat
from bot.runtime.redrawing.edits import edited
from bot.services.queue.texts import both
from bot.services.reception.ordering import local_day
from bot.services.reception.today import Listed, figures_of, list_of_day, sheet
from bot.services.work import Services
from bot.texts import LocalDate, LocalDateTime, TextRef, Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.reception.access import ReceptionContext, reception_context

_PAGE = 20


def today_router() -> Router:
    """Build the router."""
    router = Router(name="desk today")
    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.callback_query.register(_pressed, CallbackFilter(TodayCallback), groups)
    return router


async def send_today(desk: ReceptionContext, message: Message) -> None:
    """Send the first page."""
    text, keyboard = await _page(desk, 0)
    await message.answer(text, reply_markup=keyboard)


async def _pressed(
    query: CallbackQuery,
    callback_data: TodayCallback,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    desk = await reception_context(bot, services, texts, context, staff_chat)
    await query.answer()
    if not isinstance(query.message, Message):
        return
    if callback_data.page < 0:
        await _send_file(desk, query.message)
        return
    text, keyboard = await _page(desk, callback_data.page)
    await edited(query.message.edit_text(text, reply_markup=keyboard))


async def _page(desk: ReceptionContext, wanted: int) -> tuple[str, InlineKeyboardMarkup]:
    listed = await list_of_day(desk.services, desk.place)
    last = max(0, (len(listed) - 1) // _PAGE)
    page = min(wanted, last)
    day = LocalDate.of(local_day(desk.place, desk.services.now))
    head = desk.html("desk-today", name=both(desk.place.branch.names), day=day, **figures_of(listed))
    lines = [_line(desk, one) for one in listed[page * _PAGE : (page + 1) * _PAGE]]
    if not lines:
        lines = [desk.html("desk-today-none")]
    ways = [("‹", page - 1)] if page else []
    ways += [("›", page + 1)] if page < last else []
    rows = [[InlineKeyboardButton(text=sign, callback_data=TodayCallback(page=to).pack()) for sign, to in ways]]
    file = InlineKeyboardButton(text=desk.plain("desk-today-file"), callback_data=TodayCallback(page=-1).pack())
    return "\n".join([head, "", *lines]), InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row] + [[file]])


def _line(desk: ReceptionContext, one: Listed) -> str:
    at = LocalDateTime(one.starts_at or one.arrived_at or 0, desk.place.zone, "time")
    state = TextRef(f"desk-state-{one.state.replace('_', '-')}")
    return desk.html("desk-today-line", at=at, ticket=one.ticket, service=one.service, state=state)


async def _send_file(desk: ReceptionContext, message: Message) -> None:
    listed = await list_of_day(desk.services, desk.place)
    content = await sheet(listed, desk.place, desk.texts, desk.chat.language)
    day = local_day(desk.place, desk.services.now).isoformat()
    await message.answer_document(
        BufferedInputFile(content, f"{day}.xlsx"), caption=desk.html("desk-today-caption", day=LocalDate(day))
    )
