"""One application: its state, what happens next and by when."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from bot.context import context_of, services_of
from bot.domain.cases.case import AID, Case, Event
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.cases.states import FINAL_STATES, LIVE_CASE_STATES, CaseAction, CaseState
from bot.services.cases.common import AID_EXTENDED, decision_words, next_key, state_key
from bot.services.cases.facts import person_name
from bot.services.cases.viewing.case_file import ask_case_file
from bot.services.cases.viewing.queries import outcome_of
from bot.services.paper_services import short_name_of
from bot.texts import LocalDateTime, TextRef
from dialogs.cases.api import case_here
from dialogs.cases.data import CaseData
from dialogs.cases.samples import SENT, other_service, sample_case
from dialogs.cases.slip import send_slip
from dialogs.samples import NOW
from dialogs.states import Cases
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText
from dialogs.widgets.unfinished import ContinueButtons


async def _one(dialog_manager: DialogManager, **_data: Any) -> Shown:
    case = await case_here(dialog_manager)
    services = services_of(dialog_manager)
    outcome = await outcome_of(services, case)
    return _shown(case, outcome.decision, services.now, undertaken=bool(outcome.obligations))


def _shown(case: Case, decided: TextRef | None, now: int, *, undertaken: bool) -> Shown:
    return {
        "code": case.code,
        "person": TextRef("case-for", {"name": person_name(case.answers)}) if case.client_id is not None else None,
        "assisted": case.client_id is not None,
        "submitted": LocalDateTime(case.submitted_at or case.created_at, style="day"),
        "service": short_name_of(case.service),
        "state": state_key(case),
        "decided": decided,
        "next": next_key(case, now),
        "asked": case.state is CaseState.QUESTION,
        "planned": case.state is CaseState.PLAN_SENT,
        "talking": case.state not in FINAL_STATES and case.owner is not None and case.state is not CaseState.QUESTION,
        "undertaken": undertaken,
        "live": case.state in LIVE_CASE_STATES,
    }


def _previews() -> Iterator[Shown]:
    for service in (AID, other_service()):
        for state in SENT:
            for now in (NOW, NOW + 60 * 86_400):
                yield _shown(sample_case(state, service, client_id=1, clock_due=NOW), None, now, undertaken=False)
    yield from (_decided(CaseAction.REFUSE, reason=reason, fix="Анықтама алыңыз") for reason in AidRefusal)
    yield _decided(CaseAction.ASSIGN, amount=42_500, months=3)
    yield _decided(AID_EXTENDED, amount=42_500, months=3)
    yield _decided(CaseAction.ASSIGN, text="Жәрдемақы тағайындалды")


def _decided(how: str, **payload: Any) -> Shown:
    words = decision_words(Event(9, how, "specialist", 601, NOW, payload))
    return _shown(sample_case(CaseState.ASSIGNED), words, NOW, undertaken=True)


async def _file(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    case = await case_here(manager)
    await ask_case_file(
        services_of(manager), key=context.key("case-file"), case=case, actor=context.user_id, chat_id=context.user_id
    )


async def _begins(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """What was sent before, of this case or another, is not counted again."""
    CaseData(manager).sent = 0


one_window = screen(
    I18nText("case-one"),
    ContinueButtons(),
    DynamicText("person", when="person"),
    DynamicText("decided"),
    I18nText("case-one-next"),
    Column(
        SwitchTo(ButtonText("case-button-answer"), id="answer", state=Cases.answer, on_click=_begins, when="asked"),
        SwitchTo(ButtonText("case-button-plan"), id="plan", state=Cases.plan, when="planned"),
        SwitchTo(ButtonText("case-button-obligations"), id="duties", state=Cases.duties, when="undertaken"),
        SwitchTo(ButtonText("case-button-write"), id="write", state=Cases.answer, on_click=_begins, when="talking"),
        Button(ButtonText("case-button-slip"), id="slip", on_click=send_slip, when="assisted"),
        Button(ButtonText("case-button-file"), id="file", on_click=_file),
        SwitchTo(ButtonText("case-button-withdraw"), id="withdraw", state=Cases.withdraw, when="live"),
    ),
    state=Cases.one,
    getter=_one,
    previews=_previews,
    beside_home=Cases.all,
    fallback="stray-case",
)
