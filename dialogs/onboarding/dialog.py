"""The windows of the first contact, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.onboarding.consent import consent_window
from dialogs.onboarding.declined import declined_window
from dialogs.onboarding.language import language_window


def start_dialog() -> Dialog:
    """Build the dialog of the first contact (a dispatcher of its own needs a dialog of its own)."""
    return Dialog(language_window, consent_window, declined_window, on_start=begin)
