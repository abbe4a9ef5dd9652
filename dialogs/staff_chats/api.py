"""Open the binding of a staff chat, for administrators only."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, services_of
from dialogs.states import Admin, Menu
from dialogs.widgets.text import ButtonText


async def open_bind(manager: DialogManager) -> None:
    """Begin the binding; anybody but an administrator gets the main menu."""
    await manager.start(Admin.role if may_bind(manager) else Menu.home, mode=StartMode.RESET_STACK)


async def _open(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_bind(manager)


def may_bind(manager: DialogManager) -> bool:
    """Tell whether the person is an administrator."""
    return context_of(manager).user_id in services_of(manager).settings.admin_ids


def bind_button() -> Button:
    """Return «Bind a chat», seen by administrators only; the getter gives ``may_bind``."""
    return Button(ButtonText("admin-bind"), id="bind", on_click=_open, when="may_bind")
