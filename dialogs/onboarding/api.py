"""Open the first contact."""

from aiogram_dialog import DialogManager, StartMode

from dialogs.onboarding.data import StartData
from dialogs.states import Start


async def open_start(manager: DialogManager, wanted: str, *, language_known: bool) -> None:
    """Begin the first contact; ``wanted`` is the deep link's payload, opened at the end."""
    state = Start.consent if language_known else Start.language
    await manager.start(state, data=StartData.wanted.stored(wanted), mode=StartMode.RESET_STACK)
