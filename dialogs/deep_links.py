"""What a ``/start`` payload opens: ``book``, ``ticket_…``, ``case_…`` and the main menu for anything else."""

from collections.abc import Awaitable, Callable

from aiogram_dialog import DialogManager, StartMode

from dialogs.aid import open_aid_link
from dialogs.bookings.door import open_ticket
from dialogs.guides import open_guides
from dialogs.queue.door import open_queue
from dialogs.states import Menu

Opener = Callable[[DialogManager, str], Awaitable[None]]
_OPENERS: dict[str, Opener] = {"aid": open_aid_link, "guide": open_guides, "book": open_queue, "ticket": open_ticket}


async def open_wanted(manager: DialogManager, payload: str) -> None:
    """Open what the link asked for; ``payload`` is ``name`` or ``name_value``."""
    name, _, value = payload.partition("_")
    opener = _OPENERS.get(name)
    if opener is None:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
        return
    await opener(manager, value)
