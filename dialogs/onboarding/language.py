"""The first screen: one question, asked in both languages at once."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from dialogs.language import change_language
from dialogs.onboarding.data import StartData
from dialogs.states import Start
from dialogs.widgets.free_text import free_text_of
from dialogs.widgets.link_button import open_link
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText


async def _chosen(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    data = StartData(manager)
    wanted, words = data.wanted, data.words
    await change_language(manager, button.widget_id)
    if words and await free_text_of(manager).hear_words(manager, words):
        return
    await open_link(manager, wanted)


language_window = screen(
    I18nText("start-language"),
    Column(
        Button(ButtonText("language-kk"), id="kk", on_click=_chosen),
        Button(ButtonText("language-ru"), id="ru", on_click=_chosen),
    ),
    state=Start.language,
    way_home=WayHome.AFTER_LANGUAGE,
    fallback="start-language-press",
)
