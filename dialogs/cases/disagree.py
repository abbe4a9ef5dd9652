"""Not agreeing to the plan: why, in own words or without, and it goes to the specialist (domain §1.6 step 4)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.text_input import parse_text
from bot.services.cases.plan.agreement import disagree_plan
from dialogs.cases.api import case_for
from dialogs.cases.data import CaseData
from dialogs.states import Cases
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText

WORDS_LIMIT = 500


async def refuse_plan(words: str, manager: DialogManager) -> None:
    """Record «no» with these words and open the case; raises what ``disagree_plan`` does."""
    context = context_of(manager)
    await disagree_plan(
        services_of(manager),
        key=context.key("disagree"),
        application_id=CaseData(manager).case,
        user_id=context.user_id,
        words=words,
    )
    await manager.switch_to(Cases.one)


async def _silently(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    try:
        await refuse_plan("", manager)
    except Refusal as problem:
        show_error(manager, problem)
        await manager.switch_to(Cases.plan)


def _reason(text: str) -> str:
    return parse_text(text, max_length=WORDS_LIMIT)


disagree_window = screen(
    I18nText("case-disagree"),
    Button(ButtonText("case-button-disagree-silently"), id="silently", on_click=_silently),
    text_answer(_reason, refuse_plan),
    state=Cases.disagree,
    beside_home=Cases.plan,
    fallback="stray-text",
).asking(case_for)
