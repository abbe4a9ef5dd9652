"""One kind of a person's income, month by month: a typed sum, nothing, or the same as the month before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of
from bot.domain.applications.household import IncomeKind
from bot.domain.forms.forms import Answer, Answers
from bot.domain.money import parse_money
from bot.forms import family_members, incomes
from bot.forms.months import month_name
from bot.services.applications.drafts import Draft
from bot.texts import Money, TextRef
from dialogs.applications.data import ApplicationData
from dialogs.applications.incomes import whose
from dialogs.applications.samples import sample_draft
from dialogs.applications.source import applying_for, change_here, draft_here
from dialogs.forms.question_bound import question_bound_button
from dialogs.states import Aid
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText

_LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class _Month:
    """Whose income it is, of which kind, in which month of the quarter, from nought."""

    person: str
    kind: str
    place: int

    @property
    def pin(self) -> str:
        """The mark its buttons carry."""
        return f"{self.person}.{self.kind}.{self.place}"


def _here(manager: DialogManager) -> _Month:
    data = ApplicationData(manager)
    return _Month(data.person, data.kind, data.month)


def _pin_of(manager: DialogManager) -> str:
    return _here(manager).pin


async def _month(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await draft_here(dialog_manager), _here(dialog_manager), context_of(dialog_manager).language)


def _shown(draft: Draft, here: _Month, language: str) -> Shown:
    given, before = _sum(draft, here), _sum_before(draft, here)
    return {
        "pin": here.pin,
        "place": f"{here.place + 1}/{len(draft.quarter.months)}",
        "name": whose(draft.answers, here.person),
        "kind": TextRef(f"aid-kind-{here.kind}"),
        "month": month_name(draft.quarter.months[here.place], language),
        "before": Money(before) if before else None,
        "given": None if given is None else TextRef("aid-given", {"answer": Money(given)}),
        "begun": here.kind in incomes.kinds(draft.answers, here.person),
    }


def _previews(language: str) -> Iterator[Shown]:
    for kind in IncomeKind:
        for place in range(3):
            yield _shown(sample_draft(), _Month(family_members.ME, kind.value, place), language)


def _sum(draft: Draft, here: _Month) -> int | None:
    return incomes.amount(draft.answers, here.person, here.kind, draft.quarter.months[here.place])


def _sum_before(draft: Draft, here: _Month) -> int | None:
    return _sum(draft, replace(here, place=here.place - 1)) if here.place else None


async def _keep(tenge: int, manager: DialogManager) -> None:
    here, months = _here(manager), (await draft_here(manager)).quarter.months

    def change(answers: Answers) -> dict[str, Answer]:
        return incomes.with_amount(answers, here.person, here.kind, months[here.place], tenge)

    await change_here(manager, change)
    await _to(manager, here.place + 1, len(months))


async def _to(manager: DialogManager, place: int, months: int) -> None:
    if 0 <= place < months:
        ApplicationData(manager).month = place
        await manager.switch_to(Aid.income_month)
    else:
        await manager.switch_to(Aid.income_kinds)


async def _zero(manager: DialogManager) -> None:
    await _keep(0, manager)


async def _same(manager: DialogManager) -> None:
    before = _sum_before(await draft_here(manager), _here(manager))
    if before is not None:
        await _keep(before, manager)


async def _remove(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    here = _here(manager)

    def change(answers: Answers) -> dict[str, Answer]:
        return incomes.without_kind(answers, here.person, here.kind)

    await change_here(manager, change)
    await manager.switch_to(Aid.income_kinds)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    place = _here(manager).place
    await _to(manager, place - 1, place + 1)


income_month_window = (
    screen(
        I18nText("aid-income-month"),
        DynamicText("given", when="given"),
        question_bound_button("aid-income-same", "same", _same, when="before", pin=_pin_of),
        question_bound_button("aid-income-zero", "zero", _zero, pin=_pin_of),
        Button(ButtonText("aid-income-remove"), id="remove", on_click=_remove, when="begun"),
        text_answer(lambda text: parse_money(text, maximum=_LARGEST), _keep),
        state=Aid.income_month,
        getter=_month,
        previews=_previews,
        beside_home=Button(ButtonText("button-back"), id="back", on_click=_back),
        fallback="stray-text",
    )
    .asking(applying_for)
    .typed(acting=("remove",))
)
