"""The full name of the person to file for."""

from aiogram_dialog import DialogManager

from bot.domain.people.consents import Purpose
from bot.domain.people.names import parse_full_name
from dialogs.assistants.data import AssistanceData
from dialogs.states import Assistance
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _named(name: str, manager: DialogManager) -> None:
    AssistanceData(manager).name = name
    await manager.switch_to(Assistance.consent)


name_window = screen(
    I18nText("assistant-name"),
    text_answer(parse_full_name, _named),
    state=Assistance.name,
    beside_home=Assistance.whom,
    fallback="stray-text",
).asking(Purpose.ASSISTANCE)
