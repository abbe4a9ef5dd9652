"""Buttons that lead to another dialog by its deep link's name."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from dialogs.widgets.text import ButtonText

OpenLink = Callable[[DialogManager, str], Awaitable[None]]


async def open_link(manager: DialogManager, payload: str) -> None:
    """Open what ``/start <payload>`` opens; the composition root hands the links in, for they know every dialog."""
    opened: OpenLink = manager.middleware_data["links"]
    await opened(manager, payload)


def link_button(label: str, link: str, when: WhenCondition = None) -> Button:
    """Return the button with the text ``label`` that opens what ``/start <link>`` opens."""
    return Button(ButtonText(label), id=f"open_{link}", on_click=_opening(link), when=when)


def _opening(link: str) -> Callable[[CallbackQuery, Any, DialogManager], Awaitable[None]]:
    async def open_it(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        await open_link(manager, link)

    return open_it
