"""The windows of what was typed freely, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.free_text.offer import offer_window
from dialogs.free_text.search import search_window


def understood_dialog() -> Dialog:
    """Build the dialog of what was typed freely, and of search."""
    return Dialog(offer_window, search_window, on_start=begin)
