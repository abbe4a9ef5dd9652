"""Changing the language in the middle of anything: answers stay, the screen is drawn anew (product X1)."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, services_of
from bot.services.people import choose_language
from dialogs.states import Menu
from dialogs.widgets.text import ButtonText


async def change_language(manager: DialogManager, language: str) -> None:
    """Keep the choice, and speak it from the next text on."""
    context = context_of(manager)
    await choose_language(services_of(manager), context.user_id, language)
    manager.middleware_data["context"] = replace(
        context, language=language, citizen=replace(context.citizen, language=language)
    )


async def open_other_language(manager: DialogManager) -> None:
    """Speak the other language, from the main menu on."""
    await _switch_language(manager)
    await manager.start(Menu.home, mode=StartMode.RESET_STACK)


async def _switch_language(manager: DialogManager) -> None:
    await change_language(manager, "ru" if context_of(manager).language == "kk" else "kk")


async def _switch(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await _switch_language(manager)


def language_button() -> Button:
    """Return the button with the other language's name; pressing it redraws the same screen."""
    return Button(ButtonText("button-language"), id="lang", on_click=_switch)
