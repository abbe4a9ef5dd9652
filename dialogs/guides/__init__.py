"""Short guides: the list, an answer on one screen, the steps (product G)."""

from aiogram_dialog import Dialog, DialogManager, StartMode

from bot.guides import find_guide
from dialogs.guides.answer import answer_window
from dialogs.guides.listing import list_window
from dialogs.guides.steps import steps_window
from dialogs.states import Guides


def guides_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(list_window, answer_window, steps_window)


async def open_guides(manager: DialogManager, guide_id: str = "") -> None:
    """Show one guide, or the list when there is none of this name."""
    state = Guides.answer if find_guide(guide_id) else Guides.list
    await manager.start(state, data={"guide": guide_id}, mode=StartMode.RESET_STACK)
