"""The windows of the payment, put together."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from dialogs.payments.false_bots import fake_window
from dialogs.payments.home import home_window
from dialogs.payments.iin import iin_window
from dialogs.payments.missing import missing_window
from dialogs.payments.proof import proof_window
from dialogs.payments.result import result_window
from dialogs.payments.topic import topic_window
from dialogs.payments.topics import topics_window


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


async def _begin(start_data: Any, manager: DialogManager) -> None:
    if isinstance(start_data, dict):
        manager.dialog_data.update(start_data)
