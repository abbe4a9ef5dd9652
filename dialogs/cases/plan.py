"""Agreeing to the plan and contract: own words first, then the button (domain §1.6 step 4)."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.cases.case import Case
from bot.domain.cases.refusing_words import says_no
from bot.domain.cases.states import CaseState
from bot.domain.errors import Refusal
from bot.domain.text_input import parse_text
from bot.services.cases.plan.agreement import agree_plan, send_agreement_text
from bot.services.cases.viewing.queries import open_plan_of
from bot.texts import TextRef
from dialogs.cases.api import case_for, case_here
from dialogs.cases.data import CaseData
from dialogs.cases.disagree import WORDS_LIMIT, refuse_plan
from dialogs.cases.samples import SENT, sample_case
from dialogs.states import Cases
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText


async def _plan(dialog_manager: DialogManager, **_data: Any) -> Shown:
    case = await case_here(dialog_manager)
    if case.state is not CaseState.PLAN_SENT:
        return _over_shown(case)
    plan = await open_plan_of(services_of(dialog_manager), case)
    return _open_shown(case.code, plan.measures, plan.said)


def _over_shown(case: Case) -> Shown:
    state = TextRef(f"case-state-{case.state.value}")
    return {"words": TextRef("case-plan-over", {"code": case.code, "state": state}), "said": False, "open": False}


def _open_shown(code: str, lines: Sequence[str], said: str | None) -> Shown:
    measures = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    key = "case-plan-said" if said else "case-plan-read"
    values = {"code": code, "measures": measures, "words": said or ""}
    return {"words": TextRef(key, values), "said": said is not None, "open": True}


def _previews() -> Iterator[Shown]:
    case, lines = sample_case(CaseState.PLAN_SENT), ["Жұмысқа орналасу – 01.12.2026", "Курсқа жазылу"]
    yield _open_shown(case.code, lines, None)
    yield _open_shown(case.code, lines, "Келісемін")
    yield from (_over_shown(sample_case(state)) for state in SENT)


def _own_words(text: str) -> str:
    return parse_text(text, min_length=3, max_length=WORDS_LIMIT)


async def _said(words: str, manager: DialogManager) -> None:
    """Keep the words; those that refuse are no consent: they go to the specialist as they are."""
    if says_no(words):
        await refuse_plan(words, manager)
        return
    context = context_of(manager)
    await send_agreement_text(
        services_of(manager),
        key=context.key("words"),
        application_id=CaseData(manager).case,
        user_id=context.user_id,
        words=words,
    )


async def _agreed(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await agree_plan(
            services_of(manager),
            key=context.key("agree"),
            application_id=CaseData(manager).case,
            user_id=context.user_id,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    await manager.switch_to(Cases.one)


plan_window = screen(
    DynamicText("words"),
    Column(
        Button(
            ButtonText("case-button-agree"), id="agree", on_click=_agreed, when="said", style=Style(ButtonStyle.SUCCESS)
        ),
        SwitchTo(ButtonText("case-button-disagree"), id="disagree", state=Cases.disagree, when="open"),
        SwitchTo(ButtonText("case-button-ask"), id="ask", state=Cases.answer, when="open"),
    ),
    text_answer(_own_words, _said),
    state=Cases.plan,
    getter=_plan,
    previews=_previews,
    beside_home=Cases.one,
    fallback="stray-text",
).asking(case_for)
