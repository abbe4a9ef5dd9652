"""Buttons that every dialog shares."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Back, Button, Row, SwitchTo

from dialogs.states import Menu
from dialogs.widgets.text import ButtonText


async def go_home(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """«Main menu» was pressed."""
    await open_home(manager)


async def open_home(manager: DialogManager) -> None:
    """Open the main menu; drafts are kept in the database, so nothing is lost."""
    await manager.start(Menu.home, mode=StartMode.RESET_STACK)


def home_button() -> Button:
    """«Main menu»."""
    return Button(ButtonText("button-home"), id="home", on_click=go_home)


def back_button() -> Back:
    """«Back» to the previous window of the same dialog."""
    return Back(ButtonText("button-back"))


def footer(back_to: State | None = None) -> Row:
    """The last row of a step: back (to a named window when the way is not straight) and the main menu."""
    back = SwitchTo(ButtonText("button-back"), id="back", state=back_to) if back_to else back_button()
    return Row(back, home_button())
