"""Open what is kept about a person."""

from aiogram_dialog import DialogManager, StartMode

from dialogs.profile.data_file import send_my_data
from dialogs.states import Profile


async def open_profile(manager: DialogManager) -> None:
    """Show what is remembered."""
    await manager.start(Profile.home, mode=StartMode.RESET_STACK)


async def open_my_data(manager: DialogManager) -> None:
    """Send the file with everything, and show the profile below it."""
    await send_my_data(manager)
    await open_profile(manager)
