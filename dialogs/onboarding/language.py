"""The first screen: one question, asked in both languages at once."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column

from dialogs.language import change_language
from dialogs.states import Start
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import Label, Tr


async def _chosen(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    await change_language(manager, button.widget_id)
    await manager.switch_to(Start.consent)


language_window = Window(
    Problem(),
    Tr("start-language"),
    Column(
        Button(Label("language-kk"), id="kk", on_click=_chosen),
        Button(Label("language-ru"), id="ru", on_click=_chosen),
    ),
    otherwise("start-language-press"),
    state=Start.language,
)
