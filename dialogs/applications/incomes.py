"""Incomes of the family in the quarter before: person by person, kind by kind (domain §4.1)."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.context import context_of
from bot.domain.applications.household import IncomeKind
from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import ListField
from bot.domain.forms.forms import Answer, Answers
from bot.forms import family_members, incomes
from bot.services.applications.drafts import Draft
from bot.texts import Money, TextRef
from dialogs.applications.data import ApplicationData
from dialogs.applications.list_end import ending_list
from dialogs.applications.samples import sample_draft, sample_questions
from dialogs.applications.sheet import form_sheet
from dialogs.applications.source import FORM, Asked, applying_for, asked_here, change_here, draft_here
from dialogs.forms.months import months_text
from dialogs.forms.question import QUESTION, question_back, question_shown
from dialogs.forms.sheet import Question
from dialogs.states import Aid
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


def whose(answers: Answers, person_id: str) -> TextRef | str:
    """Return a person's name; the applicant is «you»."""
    name = next((person.name for person in family_members.people(answers) if person.id == person_id), "")
    return name or TextRef("aid-income-me" if person_id == family_members.ME else "aid-member-new")


async def _incomes(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _incomes_shown(await asked_here(dialog_manager), context_of(dialog_manager).language)


def _incomes_shown(asked: Asked, language: str) -> Shown:
    draft = asked.sheet.draft
    untold = incomes.unasked(draft.answers, draft.quarter)
    return {
        **question_shown(asked),
        "given": months_text(draft.quarter, language),
        "people": [
            (person.id, _line(draft.answers, person.id, told=person.id not in untold))
            for person in family_members.people(draft.answers)
        ],
        "complete": not untold,
        "rest": bool(incomes.silent(draft.answers)),
    }


def _incomes_previews(language: str) -> Iterator[Shown]:
    for asked in sample_questions(ListField):
        if asked.field.id == "incomes":
            answers = asked.sheet.draft.answers
            told = [each for each in incomes.items(answers) if each["member"] == family_members.ME]
            for kept in (incomes.items(answers), told, []):
                draft = sample_draft({**answers, "incomes": kept})
                yield _incomes_shown(Question(form_sheet(draft, asked.sheet.whose), asked.field), language)


def _line(answers: Answers, person_id: str, *, told: bool) -> TextRef:
    name = whose(answers, person_id)
    if not told:
        return TextRef("aid-income-untold", {"name": name})
    return TextRef("aid-income-told", {"name": name, "sum": Money(incomes.total(answers, person_id))})


async def _person(_event: CallbackQuery, _select: Any, manager: DialogManager, person_id: str) -> None:
    ApplicationData(manager).person = person_id
    await manager.switch_to(Aid.income_kinds)


async def _rest(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    quarter = (await draft_here(manager)).quarter
    try:
        await change_here(manager, lambda answers: incomes.with_none_for_rest(answers, quarter))
    except InvalidInput as problem:
        show_error(manager, problem)


async def _kinds(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _kinds_shown(await draft_here(dialog_manager), ApplicationData(dialog_manager).person)


def _kinds_shown(draft: Draft, person_id: str) -> Shown:
    had = incomes.kinds(draft.answers, person_id)
    told = person_id not in incomes.unasked(draft.answers, draft.quarter)
    return {
        "name": whose(draft.answers, person_id),
        "sum": Money(incomes.total(draft.answers, person_id)),
        "kinds": [(kind.value, _kind_label(draft.answers, person_id, kind.value, had)) for kind in IncomeKind],
        "told": told,
        "no_kinds": not had,
    }


def _kinds_previews() -> Iterator[Shown]:
    yield from (_kinds_shown(sample_draft(), person.id) for person in family_members.people(sample_draft().answers))
    yield _kinds_shown(sample_draft({}), family_members.ME)


def _kind_label(answers: Answers, person_id: str, kind: str, had: list[str]) -> TextRef:
    name = TextRef(f"aid-kind-{kind}")
    if kind not in had:
        return name
    return TextRef("aid-kind-told", {"name": name, "sum": Money(incomes.total(answers, person_id, kind))})


async def _kind(_event: CallbackQuery, _select: Any, manager: DialogManager, kind: str) -> None:
    data = ApplicationData(manager)
    data.kind, data.month = kind, 0
    await manager.switch_to(Aid.income_month)


async def _nothing(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    draft, person_id = await draft_here(manager), ApplicationData(manager).person

    def change(answers: Answers) -> dict[str, Answer]:
        return incomes.with_none(answers, person_id, draft.quarter)

    try:
        await change_here(manager, change)
    except InvalidInput as problem:
        show_error(manager, problem)
    await manager.switch_to(Aid.incomes)


incomes_window = screen(
    QUESTION,
    Column(Select(ItemText(), id="who", item_id_getter=lambda item: item[0], items="people", on_click=_person)),
    Button(ButtonText("aid-incomes-rest"), id="rest", on_click=_rest, when="rest"),
    Button(
        ButtonText("aid-incomes-ready"), id="ready", on_click=ending_list("incomes", incomes.items), when="complete"
    ),
    state=Aid.incomes,
    getter=_incomes,
    previews=_incomes_previews,
    beside_home=question_back(FORM),
    fallback="aid-stray-person",
).asking(applying_for)

income_kinds_window = screen(
    I18nText("aid-income-kinds"),
    Button(ButtonText("aid-income-none"), id="none", on_click=_nothing, when="no_kinds"),
    Column(Select(ItemText(), id="kind", item_id_getter=lambda item: item[0], items="kinds", on_click=_kind)),
    SwitchTo(ButtonText("aid-income-ready"), id="ready", state=Aid.incomes, when="told"),
    state=Aid.income_kinds,
    getter=_kinds,
    previews=_kinds_previews,
    beside_home=Aid.incomes,
).asking(applying_for)
