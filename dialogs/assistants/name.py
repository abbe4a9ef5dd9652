"""The full name of the person to file for."""

from aiogram_dialog import DialogManager, Window

from bot.domain.people.names import parse_name
from dialogs.states import Assistance
from dialogs.widgets.inputs import otherwise, typed
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import I18nText

NAME = "name"


async def _named(name: str, manager: DialogManager) -> None:
    manager.dialog_data[NAME] = name
    await manager.switch_to(Assistance.consent)


name_window = Window(
    Problem(),
    I18nText("assistant-name"),
    footer(Assistance.whom),
    typed(parse_name, _named),
    otherwise("stray-text"),
    state=Assistance.name,
)
