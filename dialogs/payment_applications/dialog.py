"""The windows of applying for a payment, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.payment_applications.asked import asked_window
from dialogs.payment_applications.intro import intro_window
from dialogs.payment_applications.questions import question_windows
from dialogs.payment_applications.recap import edit_window, recap_window
from dialogs.payment_applications.sent import sent_window, standing_window


def payment_applications_dialog() -> Dialog:
    """Build the dialog."""
    windows = (intro_window, *question_windows, recap_window, edit_window)
    return Dialog(*windows, sent_window, standing_window, asked_window, on_start=begin)
