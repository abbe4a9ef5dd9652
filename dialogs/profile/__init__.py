"""What is kept about a person: to see, to forget, to take away as a file, to take consent back (product X5)."""

from aiogram_dialog import Dialog, DialogManager, StartMode

from dialogs.profile.consent import consent_window
from dialogs.profile.data_file import send_my_data
from dialogs.profile.home import profile_window
from dialogs.profile.reminders import reminders_window
from dialogs.profile.withdraw import withdraw_window
from dialogs.states import Profile


def profile_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(profile_window, reminders_window, consent_window, withdraw_window)


async def open_profile(manager: DialogManager) -> None:
    """Show what is remembered."""
    await manager.start(Profile.home, mode=StartMode.RESET_STACK)


async def open_my_data(manager: DialogManager) -> None:
    """Send the file with everything, and show the profile below it."""
    await send_my_data(manager)
    await open_profile(manager)
