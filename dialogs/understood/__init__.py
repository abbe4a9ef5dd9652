"""What a person typed freely is offered back as buttons (product X2), and search (G4)."""

from aiogram_dialog import Dialog, DialogManager, StartMode

from dialogs.states import Understood
from dialogs.understood.offer import offer_window
from dialogs.understood.search import search_window


def understood_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(offer_window, search_window)


async def open_search(manager: DialogManager) -> None:
    """Ask what is looked for."""
    await manager.start(Understood.search, mode=StartMode.RESET_STACK)
