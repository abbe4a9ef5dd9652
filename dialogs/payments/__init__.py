"""The 42 500 ₸ payment: its end, the status of an earlier application, and questions about 2020 (product P)."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager, StartMode

from bot.free_text.numbers import pasted_iin
from bot.services.payments.faq import QUESTIONS, reasons
from dialogs.payments.fake import fake_window
from dialogs.payments.home import home_window
from dialogs.payments.iin import iin_window
from dialogs.payments.missing import missing_window
from dialogs.payments.proof import proof_window
from dialogs.payments.result import result_window
from dialogs.payments.topic import topic_window
from dialogs.payments.topics import topics_window
from dialogs.states import Payment


def payment_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(
        home_window,
        iin_window,
        proof_window,
        result_window,
        missing_window,
        topics_window,
        topic_window,
        fake_window,
        on_start=_begin,
    )


async def open_payment(manager: DialogManager, data: dict[str, Any] | None = None) -> None:
    """Show the first screen."""
    await manager.start(Payment.home, data=data, mode=StartMode.RESET_STACK)


async def _begin(start_data: Any, manager: DialogManager) -> None:
    if isinstance(start_data, dict):
        manager.dialog_data.update(start_data)


async def open_payment_link(manager: DialogManager, place: str) -> None:
    """Show what a link names: ``check``, ``iin…``, ``topics``, ``fake``, a question, a reason, or the first screen."""
    if place in QUESTIONS or place in reasons():
        await manager.start(Payment.topic, data={"topic": place}, mode=StartMode.RESET_STACK)
        return
    if iin := pasted_iin(place.removeprefix("iin")):
        await manager.start(Payment.proof, data={"iin": iin}, mode=StartMode.RESET_STACK)
        return
    states = {"check": Payment.iin, "topics": Payment.topics, "fake": Payment.fake}
    await manager.start(states.get(place, Payment.home), mode=StartMode.RESET_STACK)


async def open_payment_status(manager: DialogManager, payment_id: int) -> None:
    """Show a payment to somebody who has proved that it is his."""
    await manager.start(Payment.result, data={"payment_id": payment_id}, mode=StartMode.RESET_STACK)
