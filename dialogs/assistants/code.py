"""The code of a slip, typed by hand."""

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.services.assistants.takeover import case_of_code
from dialogs.assistants.data import AssistanceData
from dialogs.states import Assistance
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _told(text: str, manager: DialogManager) -> None:
    context = context_of(manager)
    await case_of_code(services_of(manager), key=context.key("code"), user_id=context.user_id, typed=text)
    AssistanceData(manager).code = text
    await manager.switch_to(Assistance.take)


code_window = screen(
    I18nText("takeover-code"),
    text_answer(str, _told),
    state=Assistance.code,
    fallback="stray-text",
)
