"""How the estimate is opened."""

from aiogram_dialog import DialogManager, StartMode

from dialogs.states import Eligibility


async def open_eligibility(manager: DialogManager) -> None:
    """Say what the estimate is, or go on with the one begun before."""
    await manager.start(Eligibility.intro, mode=StartMode.RESET_STACK)
