"""What a ``/start`` payload opens: ``book``, ``ticket_…``, ``case_…`` and the main menu for anything else."""

from collections.abc import Awaitable, Callable

from aiogram_dialog import DialogManager, StartMode

from dialogs.guides import open_guides
from dialogs.states import Menu

Opener = Callable[[DialogManager, str], Awaitable[None]]
_OPENERS: dict[str, Opener] = {
    "guide": open_guides,
}


async def open_wanted(manager: DialogManager, payload: str) -> None:
    """Open what the link asked for; ``payload`` is ``name`` or ``name_value``."""
    name, _, value = payload.partition("_")
    opener = _OPENERS.get(name)
    if opener is None:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
        return
    await opener(manager, value)
