"""One kind of a person's income, month by month: a typed sum, nothing, or the same as the month before."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of
from bot.domain.applications.household import IncomeKind
from bot.domain.errors import InvalidInput
from bot.domain.forms.forms import Answer, Answers
from bot.domain.money import parse_money
from bot.forms import family_members, incomes
from bot.forms.months import month_name
from bot.services.applications.drafts import Draft
from bot.texts import Money, TextRef
from dialogs.applications.data import ApplicationData, data_of, month_pin_of
from dialogs.applications.incomes import whose
from dialogs.applications.samples import sample_draft
from dialogs.applications.source import change_here, draft_here
from dialogs.forms.question_bound import question_bound_button
from dialogs.states import Aid
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText

_LARGEST = 100_000_000


async def _month(dialog_manager: DialogManager, **_data: Any) -> Shown:
    draft, language = await draft_here(dialog_manager), context_of(dialog_manager).language
    return _shown(draft, data_of(dialog_manager), month_pin_of(dialog_manager), language)


def _shown(draft: Draft, data: ApplicationData, pin: str, language: str) -> Shown:
    place = data["month"]
    given = _sum(draft, data, place)
    before = _sum(draft, data, place - 1) if place else None
    return {
        "pin": pin,
        "place": f"{place + 1}/{len(draft.quarter.months)}",
        "name": whose(draft.answers, data["person"]),
        "kind": TextRef(f"aid-kind-{data['kind']}"),
        "month": month_name(draft.quarter.months[place], language),
        "before": Money(before) if before else None,
        "given": None if given is None else TextRef("aid-given", {"answer": Money(given)}),
        "begun": data["kind"] in incomes.kinds(draft.answers, data["person"]),
    }


def _previews(language: str) -> Iterator[Shown]:
    for kind in IncomeKind:
        for place in range(3):
            data = ApplicationData(person=family_members.ME, kind=kind.value, month=place)
            yield _shown(sample_draft(), data, f"{kind}.{place}", language)


def _sum(draft: Draft, data: ApplicationData, place: int) -> int | None:
    return incomes.amount(draft.answers, data["person"], data["kind"], draft.quarter.months[place])


async def _keep(tenge: int, manager: DialogManager) -> None:
    draft, data = await draft_here(manager), data_of(manager)
    months: tuple[date, ...] = draft.quarter.months
    person_id, kind, month = data["person"], data["kind"], months[data["month"]]

    def change(answers: Answers) -> dict[str, Answer]:
        return incomes.with_amount(answers, person_id, kind, month, tenge)

    await change_here(manager, change)
    await _to(manager, data["month"] + 1, len(months))


async def _to(manager: DialogManager, place: int, months: int) -> None:
    if 0 <= place < months:
        data_of(manager)["month"] = place
        await manager.switch_to(Aid.income_month)
    else:
        await manager.switch_to(Aid.income_kinds)


async def _press(tenge: int, manager: DialogManager) -> None:
    try:
        await _keep(tenge, manager)
    except InvalidInput as problem:
        show_error(manager, problem)


async def _zero(manager: DialogManager) -> None:
    await _press(0, manager)


async def _same(manager: DialogManager) -> None:
    draft, data = await draft_here(manager), data_of(manager)
    before = _sum(draft, data, data["month"] - 1) if data["month"] else None
    if before is not None:
        await _press(before, manager)


async def _remove(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    person_id, kind = data_of(manager)["person"], data_of(manager)["kind"]

    def change(answers: Answers) -> dict[str, Answer]:
        return incomes.without_kind(answers, person_id, kind)

    await change_here(manager, change)
    await manager.switch_to(Aid.income_kinds)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await _to(manager, data_of(manager)["month"] - 1, data_of(manager)["month"] + 1)


income_month_window = screen(
    I18nText("aid-income-month"),
    DynamicText("given", when="given"),
    question_bound_button("aid-income-same", "same", _same, when="before", pin=month_pin_of),
    question_bound_button("aid-income-zero", "zero", _zero, pin=month_pin_of),
    Button(ButtonText("aid-income-remove"), id="remove", on_click=_remove, when="begun"),
    text_answer(lambda text: parse_money(text, maximum=_LARGEST), _keep),
    state=Aid.income_month,
    getter=_month,
    previews=_previews,
    beside_home=Button(ButtonText("button-back"), id="back", on_click=_back),
    fallback="stray-text",
)
