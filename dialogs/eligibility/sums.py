"""One kind of somebody's income for the whole quarter, in one message."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of
from bot.domain.applications.household import NOT_COUNTED, IncomeKind
from bot.domain.eligibility.typed_sums import parse_month_sums
from bot.forms import family_members, incomes
from bot.forms.estimate import with_income
from bot.services.eligibility import EstimateAnswers
from bot.texts import Money, TextRef
from dialogs.eligibility.data import EstimateData
from dialogs.eligibility.samples import sample_estimate
from dialogs.eligibility.source import change_here, estimate_here, people_of
from dialogs.forms.months import months_text
from dialogs.states import Eligibility
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText


async def _sums(dialog_manager: DialogManager, **_data: Any) -> Shown:
    data, language = EstimateData(dialog_manager), context_of(dialog_manager).language
    estimate = await estimate_here(dialog_manager)
    return _shown(estimate, data.person, data.kind, language, whole=data.whole_quarter)


def _shown(estimate: EstimateAnswers, person_id: str, kind: str, language: str, *, whole: bool) -> Shown:
    had = incomes.total(estimate.answers, person_id, kind)
    return {
        "who": dict(people_of(estimate.answers)).get(person_id, TextRef("aid-income-me")),
        "kind": TextRef(f"aid-kind-{kind}"),
        "months": months_text(estimate.quarter, language),
        "how": TextRef("eligibility-sum-quarter" if whole else "eligibility-sum-month"),
        "free": TextRef("eligibility-kind-not-counted") if IncomeKind(kind) in NOT_COUNTED else None,
        "had": TextRef("aid-given", {"answer": Money(had)}) if had else None,
        "by_month": not whole,
        "by_quarter": whole,
    }


def _previews(language: str) -> Iterator[Shown]:
    for kind in IncomeKind:
        for whole in (False, True):
            yield _shown(sample_estimate(), family_members.ME, kind.value, language, whole=whole)


async def _told(text: str, manager: DialogManager) -> None:
    data, quarter = EstimateData(manager), (await estimate_here(manager)).quarter
    sums = parse_month_sums(text, whole_quarter=data.whole_quarter)
    await change_here(manager, lambda answers: with_income(answers, data.person, data.kind, quarter, sums))
    await manager.switch_to(Eligibility.incomes)


async def _other_way(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    data = EstimateData(manager)
    data.whole_quarter = not data.whole_quarter


async def _remove(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    data = EstimateData(manager)
    await change_here(manager, lambda answers: incomes.without_kind(answers, data.person, data.kind))
    await manager.switch_to(Eligibility.incomes)


sums_window = screen(
    I18nText("eligibility-sums"),
    DynamicText("how"),
    DynamicText("free", when="free"),
    DynamicText("had", when="had"),
    Button(ButtonText("eligibility-by-quarter"), id="by_quarter", on_click=_other_way, when="by_month"),
    Button(ButtonText("eligibility-by-month"), id="by_month", on_click=_other_way, when="by_quarter"),
    Button(ButtonText("aid-income-remove"), id="remove", on_click=_remove, when="had"),
    text_answer(str, _told),
    state=Eligibility.sums,
    getter=_sums,
    previews=_previews,
    beside_home=Eligibility.kinds,
    fallback="stray-text",
).typed(acting=("remove",))
