"""First contact: the language is asked once in both, then consent in short; after that what the person came for."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager, StartMode

from dialogs.onboarding.consent import consent_window
from dialogs.onboarding.declined import declined_window
from dialogs.onboarding.language import language_window
from dialogs.states import Start


def start_dialog() -> Dialog:
    """Build the dialog (a dispatcher of its own needs a dialog of its own)."""
    return Dialog(language_window, consent_window, declined_window)


async def open_start(manager: DialogManager, wanted: str, *, language_known: bool) -> None:
    """Begin the first contact; ``wanted`` is the deep link's payload, opened at the end."""
    data: dict[str, Any] = {"wanted": wanted}
    state = Start.consent if language_known else Start.language
    await manager.start(state, data=data, mode=StartMode.RESET_STACK)
