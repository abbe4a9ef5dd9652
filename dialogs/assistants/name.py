"""The full name of the person to file for."""

from aiogram_dialog import DialogManager, Window

from bot.domain.people.names import parse_name
from dialogs.states import Assistance
from dialogs.widgets.inputs import fallback_input, text_answer
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import I18nText

NAME = "name"


async def _named(name: str, manager: DialogManager) -> None:
    manager.dialog_data[NAME] = name
    await manager.switch_to(Assistance.consent)


name_window = Window(
    ErrorBanner(),
    I18nText("assistant-name"),
    footer(Assistance.whom),
    text_answer(parse_name, _named),
    fallback_input("stray-text"),
    state=Assistance.name,
)
