"""Buttons of kept times: take one, see other times, leave it as it is (product Q7, Q8)."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import AlternativeCallback, BookingCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.runtime.redrawing.edits import edited
from bot.services.queue.alternatives import accept_alternative, offer_for_move
from bot.services.queue.queries import booking_with_place
from bot.services.queue.texts import booking_args
from bot.services.work import Services
from bot.texts import TextRef, Texts
from bot.texts.error_messages import problem_key
from dialogs.queue.api import open_move, open_queue
from handlers.callbacks import CallbackFilter


def alternative_buttons_router() -> Router:
    """Build the router of kept times; private chats only."""
    router = Router(name="kept times")
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(_take, CallbackFilter(AlternativeCallback))
    return router


async def offer_nearest(
    query: CallbackQuery, booking_id: int, context: UpdateContext, services: Services, texts: Texts
) -> None:
    """Answer *move*: three nearest times are kept and come as a message of their own."""
    try:
        await offer_for_move(services, key=context.key("nearest"), user_id=context.user_id, booking_id=booking_id)
    except Refusal as problem:
        await _refused(query, problem, context, texts)
        return
    await query.answer(texts.plain(context.language, "alternatives-coming"))


async def show_days(query: CallbackQuery, booking_id: int, manager: DialogManager) -> None:
    """Show every day for another time."""
    await query.answer()
    manager.show_mode = ShowMode.SEND
    await open_move(manager, booking_id)


async def book_anew(query: CallbackQuery, manager: DialogManager) -> None:
    """Begin a new booking after a missed visit."""
    await query.answer()
    manager.show_mode = ShowMode.SEND
    await open_queue(manager)


async def stay(query: CallbackQuery, context: UpdateContext, texts: Texts) -> None:
    """Leave everything as it is."""
    await query.answer(texts.plain(context.language, "alternative-stayed"), show_alert=True)
    await _without_buttons(query)


async def _take(
    query: CallbackQuery, callback_data: AlternativeCallback, context: UpdateContext, services: Services, texts: Texts
) -> None:
    try:
        booking_id = await accept_alternative(
            services,
            key=context.key("alternative"),
            user_id=context.user_id,
            booking_id=callback_data.booking,
            choice=callback_data.choice,
        )
    except Refusal as problem:
        await _refused(query, problem, context, texts, callback_data.booking)
        return
    await query.answer()
    taken = await booking_with_place(services, booking_id)
    if taken is not None and isinstance(query.message, Message):
        await query.message.reply(texts.get(context.language, "alternative-taken", **booking_args(*taken)))


async def _refused(
    query: CallbackQuery, problem: Refusal, context: UpdateContext, texts: Texts, booking_id: int | None = None
) -> None:
    """Say why not; for a time that is kept no longer, with a button that looks for others."""
    if booking_id is None or not isinstance(query.message, Message):
        key = problem_key(problem)
        await query.answer(texts.plain(context.language, key.key, **key.args), show_alert=True)
        return
    await query.answer()
    lapsed = problem.code == "hold-lapsed"
    told = (
        TextRef("alternative-lapsed") if lapsed else TextRef("alternative-refused", {"problem": problem_key(problem)})
    )
    words = texts.get(context.language, told.key, **told.args)
    label, data = ("alternative-show", "nearest") if lapsed else ("alternative-other", "days")
    button = InlineKeyboardButton(
        text=texts.plain(context.language, label), callback_data=BookingCallback(data, booking_id).pack()
    )
    await query.message.reply(words, reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))


async def _without_buttons(query: CallbackQuery) -> None:
    """Take the buttons of an answered message away, so that nobody answers it twice."""
    if isinstance(query.message, Message) and query.message.reply_markup is not None:
        await edited(query.message.edit_reply_markup(reply_markup=None))
