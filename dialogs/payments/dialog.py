"""The windows of the payment, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.payments.false_bots import fake_window
from dialogs.payments.home import home_window
from dialogs.payments.iin import iin_window
from dialogs.payments.missing import missing_window
from dialogs.payments.proof import proof_window
from dialogs.payments.result import result_window
from dialogs.payments.topic import topic_window
from dialogs.payments.topics import topics_window


def payment_dialog() -> Dialog:
    """Build the dialog of the payment."""
    return Dialog(
        home_window,
        iin_window,
        proof_window,
        result_window,
        missing_window,
        topics_window,
        topic_window,
        fake_window,
        on_start=begin,
    )
