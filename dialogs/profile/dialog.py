"""The windows of the profile, put together."""

from aiogram_dialog import Dialog

from dialogs.profile.consent import consent_window
from dialogs.profile.home import profile_window
from dialogs.profile.reminders import reminders_window
from dialogs.profile.withdraw import withdraw_window


def profile_dialog() -> Dialog:
    """Build the dialog of the profile."""
    return Dialog(profile_window, reminders_window, consent_window, withdraw_window)
