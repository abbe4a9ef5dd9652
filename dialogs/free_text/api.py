"""Open the search."""

from aiogram_dialog import DialogManager, StartMode

from dialogs.states import Understood


async def open_search(manager: DialogManager) -> None:
    """Ask what is looked for."""
    await manager.start(Understood.search, mode=StartMode.RESET_STACK)
