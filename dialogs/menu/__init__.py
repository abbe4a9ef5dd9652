"""The main menu and the screens one step from it."""

from aiogram_dialog import Dialog, DialogManager, LaunchMode, StartMode

from dialogs.menu.help import help_window
from dialogs.menu.home import home_window
from dialogs.menu.real import real_window
from dialogs.menu.requests import requests_window
from dialogs.states import Menu


def menu_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(home_window, help_window, real_window, requests_window, launch_mode=LaunchMode.ROOT)


async def open_menu(manager: DialogManager) -> None:
    """Show the main menu."""
    await manager.start(Menu.home, mode=StartMode.RESET_STACK)


async def open_real(manager: DialogManager) -> None:
    """Tell how to know the real bot."""
    await manager.start(Menu.real, mode=StartMode.RESET_STACK)


async def open_help(manager: DialogManager) -> None:
    """Show the help screen."""
    await manager.start(Menu.help, mode=StartMode.RESET_STACK)
