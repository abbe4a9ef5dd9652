"""Who had which income in the quarter before; those not named had none."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.context import context_of
from bot.domain.applications.household import NOT_COUNTED, IncomeKind
from bot.domain.errors import InvalidInput
from bot.domain.forms.forms import Answers
from bot.forms import family_members, incomes
from bot.services.eligibility import EstimateAnswers
from bot.texts import Money, TextRef
from dialogs.eligibility.data import EstimateData
from dialogs.eligibility.samples import sample_estimate, whole_family
from dialogs.eligibility.source import QUESTIONS, change_here, estimate_here, people_of
from dialogs.forms.asking import go_on
from dialogs.forms.months import months_text
from dialogs.states import Eligibility
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText, ItemText


async def _incomes(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _incomes_shown(await estimate_here(dialog_manager), context_of(dialog_manager).language)


def _incomes_shown(estimate: EstimateAnswers, language: str) -> Shown:
    untold = set(incomes.unasked(estimate.answers, estimate.quarter))
    nobody = not any(incomes.total(estimate.answers, person.id) for person in family_members.people(estimate.answers))
    if not untold:
        rest = "eligibility-incomes-ready"
    else:
        rest = "eligibility-incomes-none" if nobody else "eligibility-incomes-rest"
    return {
        "months": months_text(estimate.quarter, language),
        "people": [
            (person_id, _line(estimate.answers, person_id, who)) for person_id, who in people_of(estimate.answers)
        ],
        "ready": [("ready", TextRef(rest))],
    }


def _incomes_previews(language: str) -> Iterator[Shown]:
    whole = whole_family()
    told = [item for item in incomes.items(whole) if item["kind"] != incomes.NONE]
    for answers in (whole, {**whole, "incomes": told}, {**whole, "incomes": []}):
        yield _incomes_shown(sample_estimate(answers), language)


def _line(answers: Answers, person_id: str, who: TextRef) -> TextRef:
    total = incomes.total(answers, person_id)
    return TextRef("aid-income-told", {"name": who, "sum": Money(total)}) if total else who


async def _person(_event: CallbackQuery, _select: Any, manager: DialogManager, person_id: str) -> None:
    EstimateData(manager).person = person_id
    await manager.switch_to(Eligibility.kinds)


async def _ready(_event: CallbackQuery, _select: Any, manager: DialogManager, _item: str) -> None:
    quarter = (await estimate_here(manager)).quarter
    try:
        await change_here(manager, lambda answers: incomes.with_none_for_rest(answers, quarter))
    except InvalidInput as problem:
        show_error(manager, problem)
        return
    await go_on(QUESTIONS, manager)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await manager.switch_to(Eligibility.family)


async def _kinds(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _kinds_shown((await estimate_here(dialog_manager)).answers, EstimateData(dialog_manager).person)


def _kinds_shown(answers: Answers, person_id: str) -> Shown:
    return {
        "who": dict(people_of(answers)).get(person_id, TextRef("aid-income-me")),
        "kinds": [(kind.value, _kind(answers, person_id, kind)) for kind in IncomeKind],
    }


def _kinds_previews() -> Iterator[Shown]:
    yield from (_kinds_shown(whole_family(), person.id) for person in family_members.people(whole_family()))


def _kind(answers: Answers, person_id: str, kind: IncomeKind) -> TextRef:
    name = TextRef(f"aid-kind-{kind}")
    total = incomes.total(answers, person_id, kind)
    if total:
        return TextRef("aid-kind-told", {"name": name, "sum": Money(total)})
    return TextRef("eligibility-kind-free", {"name": name}) if kind in NOT_COUNTED else name


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, kind: str) -> None:
    data = EstimateData(manager)
    data.kind, data.whole_quarter = IncomeKind(kind).value, False
    await manager.switch_to(Eligibility.sums)


incomes_window = screen(
    I18nText("eligibility-incomes"),
    DynamicText("months"),
    Column(Select(ItemText(), id="person", item_id_getter=lambda item: item[0], items="people", on_click=_person)),
    Column(Select(ItemText(), id="rest", item_id_getter=lambda item: item[0], items="ready", on_click=_ready)),
    state=Eligibility.incomes,
    getter=_incomes,
    previews=_incomes_previews,
    beside_home=Button(ButtonText("button-back"), id="back", on_click=_back),
    fallback="aid-stray-person",
)

kinds_window = screen(
    I18nText("eligibility-kinds"),
    Column(Select(ItemText(), id="kind", item_id_getter=lambda item: item[0], items="kinds", on_click=_chosen)),
    state=Eligibility.kinds,
    getter=_kinds,
    previews=_kinds_previews,
    beside_home=Eligibility.incomes,
)
