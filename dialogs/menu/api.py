"""Open the main menu and the screens one step from it."""

from aiogram_dialog import DialogManager, StartMode

from dialogs.states import Menu


async def open_menu(manager: DialogManager) -> None:
    """Show the main menu."""
    await manager.start(Menu.home, mode=StartMode.RESET_STACK)


async def open_real(manager: DialogManager) -> None:
    """Tell how to know the real bot."""
    await manager.start(Menu.real, mode=StartMode.RESET_STACK)


async def open_help(manager: DialogManager) -> None:
    """Show the help screen."""
    await manager.start(Menu.help, mode=StartMode.RESET_STACK)
