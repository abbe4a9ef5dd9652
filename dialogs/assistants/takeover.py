"""The second proof that a case is one's own: the ИИН it was filed with."""

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.people.consents import Purpose
from bot.services.assistants.takeover import purpose_of_code, take_over
from dialogs.assistants.data import AssistanceData
from dialogs.cases.api import open_case
from dialogs.states import Assistance
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _told(text: str, manager: DialogManager) -> None:
    context = context_of(manager)
    taken = await take_over(
        services_of(manager),
        key=context.key("take-over"),
        user_id=context.user_id,
        typed=AssistanceData(manager).code,
        typed_iin=text,
    )
    await open_case(manager, taken.application)


async def _taking_over_for(manager: DialogManager) -> Purpose:
    return await purpose_of_code(services_of(manager), AssistanceData(manager).code)


take_window = screen(
    I18nText("takeover-iin"),
    text_answer(str, _told),
    state=Assistance.take,
    fallback="stray-text",
).asking(_taking_over_for)
