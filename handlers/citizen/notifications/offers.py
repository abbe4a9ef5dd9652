"""Buttons of what the waiting list offers: take it, let it pass, leave the list, wait again (product Q5)."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import OfferCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.services.queue.offers import pass_offer, take_offer
from bot.services.queue.queries import booking_with_place
from bot.services.queue.texts import booking_args
from bot.services.queue.waiting_list import leave_waiting
from bot.services.work import Services
from bot.texts import Texts
from bot.texts.error_messages import problem_key
from dialogs.queue.api import open_queue
from handlers.callbacks import CallbackFilter


def offer_buttons_router() -> Router:
    """Build the router of the waiting list's offers; private chats only."""
    router = Router(name="offers")
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(_take, CallbackFilter(OfferCallback, F.what == "take"))
    router.callback_query.register(_again, CallbackFilter(OfferCallback, F.what == "again"))
    router.callback_query.register(_let_go, CallbackFilter(OfferCallback, F.what.in_({"pass", "leave"})))
    return router


async def _take(
    query: CallbackQuery, callback_data: OfferCallback, context: UpdateContext, services: Services, texts: Texts
) -> None:
    try:
        booking_id = await take_offer(
            services, key=context.key("offer"), user_id=context.user_id, offer_id=callback_data.id
        )
    except Refusal as problem:
        await _refused(query, problem, context, texts)
        return
    await query.answer()
    taken = await booking_with_place(services, booking_id)
    if taken is not None and isinstance(query.message, Message):
        await query.message.reply(texts.get(context.language, "alternative-taken", **booking_args(*taken)))


async def _let_go(
    query: CallbackQuery, callback_data: OfferCallback, context: UpdateContext, services: Services, texts: Texts
) -> None:
    leaving = callback_data.what == "leave"
    try:
        if leaving:
            await leave_waiting(
                services, key=context.key("leave"), user_id=context.user_id, waiting_id=callback_data.id
            )
        else:
            await pass_offer(services, key=context.key("pass"), user_id=context.user_id, offer_id=callback_data.id)
    except Refusal as problem:
        await _refused(query, problem, context, texts)
        return
    words = texts.plain(context.language, "waiting-left" if leaving else "waiting-passed")
    await query.answer(words, show_alert=True)


async def _again(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    dialog_manager.show_mode = ShowMode.SEND
    await open_queue(dialog_manager)


async def _refused(query: CallbackQuery, problem: Refusal, context: UpdateContext, texts: Texts) -> None:
    key = problem_key(problem)
    await query.answer(texts.plain(context.language, key.key, **key.args)[:200], show_alert=True)
