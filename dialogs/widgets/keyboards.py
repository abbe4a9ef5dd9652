"""Buttons that every dialog shares."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button

from dialogs.states import Menu
from dialogs.widgets.text import ButtonText


async def go_home(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Open the main menu when its button is pressed."""
    await open_home(manager)


async def open_home(manager: DialogManager) -> None:
    """Open the main menu; drafts are kept in the database, so nothing is lost."""
    await manager.start(Menu.home, mode=StartMode.RESET_STACK)


def home_button() -> Button:
    """Return «Main menu»."""
    return Button(ButtonText("button-home"), id="home", on_click=go_home)
