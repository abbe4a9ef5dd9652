"""The windows of the main menu, put together."""

from aiogram_dialog import Dialog, LaunchMode

from dialogs.menu.help import help_window
from dialogs.menu.home import home_window
from dialogs.menu.real_bot import real_window
from dialogs.menu.requests import requests_window


def menu_dialog() -> Dialog:
    """Build the dialog of the main menu."""
    return Dialog(home_window, help_window, real_window, requests_window, launch_mode=LaunchMode.ROOT)
