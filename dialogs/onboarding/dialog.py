"""The window of the first contact."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.onboarding.language import language_window


def start_dialog() -> Dialog:
    """Build the dialog of the first contact (a dispatcher of its own needs a dialog of its own)."""
    return Dialog(language_window, on_start=begin)
