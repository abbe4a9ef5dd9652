"""The button under a notice about a payment."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.context import Turn
from bot.services.core import Services
from bot.services.payments.follow import OPEN_PREFIX
from bot.services.payments.view import open_followed
from dialogs.payment import open_payment, open_payment_status


class PaymentNotice(CallbackData, prefix=OPEN_PREFIX):
    """«Open» under a notice."""

    payment_id: int


def payments_router() -> Router:
    """Build the router; private chats only."""
    router = Router(name="payments")
    router.callback_query.register(_open, PaymentNotice.filter(), F.message.chat.type == ChatType.PRIVATE)
    return router


async def _open(
    query: CallbackQuery, callback_data: PaymentNotice, dialog_manager: DialogManager, services: Services, turn: Turn
) -> None:
    await query.answer()
    if await open_followed(services, callback_data.payment_id, turn.user_id):
        await open_payment_status(dialog_manager, callback_data.payment_id)
    else:
        await open_payment(dialog_manager)
