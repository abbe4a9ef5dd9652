"""Buttons under tickets and reminders: coming, move, cancel, calendar file, map (product Q3, Q7)."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, MaybeInaccessibleMessageUnion, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import BookingCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import StoredBooking
from bot.runtime.redrawing.edits import edited
from bot.services.branches.directory import place
from bot.services.queue.booking import say_coming, send_calendar
from bot.services.queue.notifications.bookings import reminder_row
from bot.services.queue.queries import open_booking_of
from bot.services.queue.texts import booking_args
from bot.services.work import Services
from bot.texts import Texts
from dialogs.bookings.api import open_cancel
from dialogs.queue.api import open_queue
from dialogs.states import Queue
from dialogs.unfinished.resume import resume_booking
from dialogs.widgets.venue import send_venue
from handlers.callbacks import CallbackFilter
from handlers.citizen.notifications.alternatives import book_anew, offer_nearest, show_days, stay
from handlers.keyboards import notification_keyboard


def booking_buttons_router() -> Router:
    """Build the router of tickets and reminders; private chats only."""
    router = Router(name="booking buttons")
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(_again, CallbackFilter(BookingCallback, F.action == "again"))
    router.callback_query.register(_nearest, CallbackFilter(BookingCallback, F.action == "nearest"))
    router.callback_query.register(_days, CallbackFilter(BookingCallback, F.action.in_({"move", "days"})))
    router.callback_query.register(_anew, CallbackFilter(BookingCallback, F.action == "anew"))
    router.callback_query.register(_stay, CallbackFilter(BookingCallback, F.action == "stay"))
    router.callback_query.register(_cancel, CallbackFilter(BookingCallback, F.action == "cancel"))
    router.callback_query.register(_about, CallbackFilter(BookingCallback, F.action.in_({"coming", "calendar", "map"})))
    return router


async def _again(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    dialog_manager.show_mode = ShowMode.SEND
    if dialog_manager.has_context() and dialog_manager.current_context().state.group is Queue:
        await dialog_manager.show(ShowMode.SEND)
    elif not await resume_booking(dialog_manager):
        await open_queue(dialog_manager)


async def _nearest(
    query: CallbackQuery, callback_data: BookingCallback, context: UpdateContext, services: Services, texts: Texts
) -> None:
    await offer_nearest(query, callback_data.booking, context, services, texts)


async def _days(query: CallbackQuery, callback_data: BookingCallback, dialog_manager: DialogManager) -> None:
    await show_days(query, callback_data.booking, dialog_manager)


async def _anew(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await book_anew(query, dialog_manager)


async def _stay(query: CallbackQuery, context: UpdateContext, texts: Texts) -> None:
    await stay(query, context, texts)


async def _cancel(query: CallbackQuery, callback_data: BookingCallback, dialog_manager: DialogManager) -> None:
    await query.answer()
    dialog_manager.show_mode = ShowMode.SEND
    await open_cancel(dialog_manager, callback_data.booking)


async def _about(
    query: CallbackQuery, callback_data: BookingCallback, context: UpdateContext, services: Services, texts: Texts
) -> None:
    try:
        booking = await open_booking_of(services, context.user_id, callback_data.booking)
    except Refusal:
        await query.answer(texts.plain(context.language, "refusal-booking-over"), show_alert=True)
        return
    if callback_data.action == "coming":
        await say_coming(services, booking.id)
        where = await place(services, booking.branch_id)
        words = texts.plain(context.language, "booking-see-you", **booking_args(booking, where))
        await query.answer(words, show_alert=True)
        await _note_coming(query.message, booking, context.language, texts)
        return
    await query.answer()
    if callback_data.action == "calendar":
        key = context.key("calendar")
        await send_calendar(services, key=key, user_id=context.user_id, booking_id=booking.id)
    elif isinstance(query.message, Message):
        await send_venue(query.message, await place(services, booking.branch_id), context.language, texts)


async def _note_coming(
    message: MaybeInaccessibleMessageUnion | None, booking: StoredBooking, language: str, texts: Texts
) -> None:
    """Have the reminder say that they come, and ask no more."""
    if isinstance(message, Message) and message.reply_markup is not None:
        row = [[button.key, button.callback.pack(), button.style] for button in reminder_row(booking)]
        words = f"{message.html_text}\n\n{texts.get(language, 'booking-coming-noted')}"
        await edited(message.edit_text(words, reply_markup=notification_keyboard(texts, language, [row])))
