"""Buttons under notifications about payments and applications for them."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import PaymentApplicationNotification, PaymentNotification, Unfollow
from bot.context import UpdateContext
from bot.services.payments.subscriptions import unfollow_payment
from bot.services.payments.view import open_followed
from bot.services.work import Services
from bot.texts import Texts
from dialogs.payment_applications.api import open_correction, open_sent
from dialogs.payments.api import open_payment, open_payment_status
from handlers.callbacks import CallbackFilter


def payments_router() -> Router:
    """Build the router of notifications about payments; private chats only."""
    router = Router(name="payments")
    router.callback_query.register(_open, CallbackFilter(PaymentNotification), F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(_unfollow, CallbackFilter(Unfollow), F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(
        _fix, CallbackFilter(PaymentApplicationNotification), F.message.chat.type == ChatType.PRIVATE
    )
    return router


async def _open(
    query: CallbackQuery,
    callback_data: PaymentNotification,
    dialog_manager: DialogManager,
    services: Services,
    context: UpdateContext,
) -> None:
    await query.answer()
    if await open_followed(services, callback_data.payment_id, context.user_id):
        await open_payment_status(dialog_manager, callback_data.payment_id)
    else:
        await open_payment(dialog_manager)


async def _fix(
    query: CallbackQuery, callback_data: PaymentApplicationNotification, dialog_manager: DialogManager
) -> None:
    await query.answer()
    dialog_manager.show_mode = ShowMode.SEND
    opening = open_correction if callback_data.what == "mend" else open_sent
    await opening(dialog_manager, callback_data.id)


async def _unfollow(
    query: CallbackQuery, callback_data: Unfollow, services: Services, context: UpdateContext, texts: Texts
) -> None:
    await unfollow_payment(services, callback_data.payment_id, context.user_id)
    await query.answer(texts.plain(context.language, "payment-unfollowed"), show_alert=True)
