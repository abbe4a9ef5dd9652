"""What a person typed freely is offered back as buttons (product X2), and search (G4)."""

from aiogram_dialog import Dialog, DialogManager, StartMode

from dialogs.free_text.offer import offer_window
from dialogs.free_text.search import search_window
from dialogs.states import Understood


def understood_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(offer_window, search_window)


async def open_search(manager: DialogManager) -> None:
    """Ask what is looked for."""
    await manager.start(Understood.search, mode=StartMode.RESET_STACK)
