"""Open the payment: its first screen, a question, one's own payment."""

from typing import Any

from aiogram_dialog import DialogManager, StartMode

from bot.free_text.numbers import pasted_iin
from bot.services.payments.faq import QUESTIONS, reasons
from dialogs.payments.data import PaymentData
from dialogs.states import Payment


async def open_payment(manager: DialogManager, data: dict[str, Any] | None = None) -> None:
    """Show the first screen."""
    await manager.start(Payment.home, data=data, mode=StartMode.RESET_STACK)


async def open_payment_link(manager: DialogManager, place: str) -> None:
    """Show what a link names: ``check``, ``iin…``, ``topics``, ``fake``, a question, a reason, or the first screen."""
    if place in QUESTIONS or place in reasons():
        await manager.start(Payment.topic, data=PaymentData.topic.stored(place), mode=StartMode.RESET_STACK)
        return
    if iin := pasted_iin(place.removeprefix("iin")):
        await manager.start(Payment.proof, data=PaymentData.iin.stored(iin), mode=StartMode.RESET_STACK)
        return
    states = {"check": Payment.iin, "topics": Payment.topics, "fake": Payment.fake}
    await manager.start(states.get(place, Payment.home), mode=StartMode.RESET_STACK)


async def open_payment_status(manager: DialogManager, payment_id: int) -> None:
    """Show a payment to somebody who has proved that it is their own."""
    await manager.start(Payment.result, data=PaymentData.payment_id.stored(payment_id), mode=StartMode.RESET_STACK)
