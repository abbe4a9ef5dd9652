"""The window at the entrance, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.reception.here import here_window


def arrival_dialog() -> Dialog:
    """Build the dialog of the entrance."""
    return Dialog(here_window, on_start=begin)
