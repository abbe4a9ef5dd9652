"""Today's list of a reception, by pages, and the same as a file."""

from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import TodayCallback
from bot.runtime.redrawing.edits import edited
from bot.services.queue.texts import both
from bot.services.reception.ordering import local_day
from bot.services.reception.today import Listed, figures_of, file_of_day, list_of_day
from bot.texts import LocalDate, LocalDateTime, TextRef
from handlers.staff.chat_buttons import ChatAction, ChatButtons, ChatPress
from handlers.staff.reception.access import ReceptionContext, at_reception, reception_of

_PAGE = 20


async def send_today(reception: ReceptionContext, message: Message) -> None:
    """Send the first page."""
    text, keyboard = await _page(reception, 0)
    await message.answer(text, reply_markup=keyboard)


async def _turn(press: ChatPress[TodayCallback]) -> None:
    reception = await reception_of(press)
    await press.answer()
    if press.message is None:
        return
    if press.data.page < 0:
        await _send_file(reception, press.message)
        return
    text, keyboard = await _page(reception, press.data.page)
    await edited(press.message.edit_text(text, reply_markup=keyboard))


async def _page(reception: ReceptionContext, wanted: int) -> tuple[str, InlineKeyboardMarkup]:
    listed = await list_of_day(reception.services, reception.place)
    last = max(0, (len(listed) - 1) // _PAGE)
    page = min(wanted, last)
    day = LocalDate.of(local_day(reception.place, reception.services.now))
    head = reception.html("desk-today", name=both(reception.place.branch.names), day=day, **figures_of(listed))
    lines = [_line(reception, one) for one in listed[page * _PAGE : (page + 1) * _PAGE]]
    if not lines:
        lines = [reception.html("desk-today-none")]
    ways = [("‹", page - 1)] if page else []
    ways += [("›", page + 1)] if page < last else []
    rows = [[InlineKeyboardButton(text=sign, callback_data=TodayCallback(page=to).pack()) for sign, to in ways]]
    file = InlineKeyboardButton(text=reception.plain("desk-today-file"), callback_data=TodayCallback(page=-1).pack())
    return "\n".join([head, "", *lines]), InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row] + [[file]])


def _line(reception: ReceptionContext, one: Listed) -> str:
    at = LocalDateTime(one.starts_at or one.arrived_at or 0, reception.place.zone, "time")
    state = TextRef(f"desk-state-{one.state.replace('_', '-')}")
    return reception.html("desk-today-line", at=at, ticket=one.ticket, service=one.service, state=state)


async def _send_file(reception: ReceptionContext, message: Message) -> None:
    listed = await list_of_day(reception.services, reception.place)
    content = await file_of_day(listed, reception.place, reception.texts, reception.chat.language)
    day = local_day(reception.place, reception.services.now).isoformat()
    await message.answer_document(
        BufferedInputFile(content, f"{day}.xlsx"), caption=reception.html("desk-today-caption", day=LocalDate(day))
    )


TODAY = ChatButtons(TodayCallback, (ChatAction("", _turn),), at_reception)
