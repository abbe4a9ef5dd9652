"""The window at the door, put together."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from dialogs.reception.here import here_window


def arrival_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(here_window, on_start=_begin)


async def _begin(start_data: Any, manager: DialogManager) -> None:
    """What the door found is the dialog's own from now on."""
    manager.dialog_data.update(start_data)
