"""Buttons under notifications about payments and applications for them."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from bot.context import UpdateContext
from bot.services.payments.subscriptions import FIX_PREFIX, OPEN_PREFIX, unfollow_payment
from bot.services.payments.view import open_followed
from bot.services.work import Services
from bot.texts import Texts
from dialogs.payment_applications.api import open_correction, open_sent
from dialogs.payments.api import open_payment, open_payment_status


class PaymentNotification(CallbackData, prefix=OPEN_PREFIX):
    """«Open» under a notification."""

    payment_id: int


class Unfollow(CallbackData, prefix="unfollow"):
    """«Tell me no more» under a notification."""

    payment_id: int


class PaymentApplicationNotification(CallbackData, prefix=FIX_PREFIX):
    """«Put it right» under a notification: ``fix`` what staff ask for, ``mend`` what a refusal was about."""

    what: str
    id: int


def payments_router() -> Router:
    """Build the router; private chats only."""
    router = Router(name="payments")
    router.callback_query.register(_open, PaymentNotification.filter(), F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(_unfollow, Unfollow.filter(), F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(
        _fix, PaymentApplicationNotification.filter(), F.message.chat.type == ChatType.PRIVATE
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
