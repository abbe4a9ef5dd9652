"""Buttons that lead to another dialog by its deep link's name."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from dialogs.widgets.tr import Label


def wanted_button(label: str, link: str, when: WhenCondition = None) -> Button:
    """Return the button with the text ``label`` that opens what ``/start <link>`` opens."""
    return Button(Label(label), id=f"open_{link}", on_click=_opening(link), when=when)


def _opening(link: str) -> Callable[[CallbackQuery, Any, DialogManager], Awaitable[None]]:
    async def open_it(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        from dialogs.deep_links import open_wanted  # noqa: PLC0415 - the links know every dialog, this one too

        await open_wanted(manager, link)

    return open_it
