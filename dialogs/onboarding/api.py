"""The door to the first contact."""

from typing import Any

from aiogram_dialog import DialogManager, StartMode

from dialogs.states import Start


async def open_start(manager: DialogManager, wanted: str, *, language_known: bool) -> None:
    """Begin the first contact; ``wanted`` is the deep link's payload, opened at the end."""
    data: dict[str, Any] = {"wanted": wanted}
    state = Start.consent if language_known else Start.language
    await manager.start(state, data=data, mode=StartMode.RESET_STACK)
