"""The first screen: one question, asked in both languages at once."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from dialogs.language import change_language
from dialogs.states import Start
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText


async def _chosen(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    await change_language(manager, button.widget_id)
    await manager.switch_to(Start.consent)


language_window = screen(
    I18nText("start-language"),
    Column(
        Button(ButtonText("language-kk"), id="kk", on_click=_chosen),
        Button(ButtonText("language-ru"), id="ru", on_click=_chosen),
    ),
    state=Start.language,
    way_home=WayHome.AFTER_CONSENT,
    fallback="start-language-press",
)
