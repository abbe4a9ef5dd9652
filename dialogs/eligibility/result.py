"""The estimate: the answer with its reasons, the line it is measured by, the sums, what it means and what it is not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import services_of
from bot.data_files import regions
from bot.domain.eligibility.estimate import Estimate, Verdict
from bot.domain.eligibility.poverty_lines import DatedPovertyLine
from bot.domain.forms.forms import Answers
from bot.forms import family_members
from bot.forms.estimate import next_open
from bot.services.eligibility import Worked, work_out
from bot.texts import Bilingual, LocalDate, Money, TextRef
from dialogs.eligibility.apply import apply
from dialogs.eligibility.samples import whole_family
from dialogs.eligibility.source import QUESTIONS, estimate_here
from dialogs.forms.asking import go_on
from dialogs.states import Eligibility
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText

# The quarter has changed since the incomes were told.
_UNFINISHED: Shown = {"verdict": TextRef("eligibility-unfinished"), "done": False, "unfinished": True}


async def _result(dialog_manager: DialogManager, **_data: Any) -> Shown:
    estimate = await estimate_here(dialog_manager)
    if next_open(estimate.answers, estimate.quarter) is not None:
        return _UNFINISHED
    return _shown(estimate.answers, work_out(services_of(dialog_manager), estimate.answers))


def _shown(answers: Answers, worked: Worked) -> Shown:
    told, names = worked.estimate, regions()[str(answers["region"])]
    return {
        "done": True,
        "unfinished": False,
        "verdict": TextRef(f"eligibility-verdict-{told.verdict}"),
        "reasons": [TextRef(f"eligibility-reason-{reason.replace('_', '-')}") for reason in told.reasons],
        "numbers": [
            TextRef(
                "eligibility-per-capita", {"sum": Money(told.per_capita), "people": len(family_members.people(answers))}
            ),
            _line(worked, Bilingual(names.kk, names.ru)),
            *_amounts(worked),
        ],
        "means": TextRef("eligibility-conditional" if told.conditional else "eligibility-unconditional"),
    }


def _previews() -> Iterator[Shown]:
    floor = DatedPovertyLine("", date.min, date.max, 45_000, floor=True, source="gov.kz")
    reasons = ("income_below_line", "loan_may_matter", "plot_is_checked", "child_is_older")
    likely = Estimate(Verdict.LIKELY, reasons, 30_000, 45_000, conditional=True, per_person=15_000, amount=60_000)
    unknown = Estimate(Verdict.UNCLEAR, ("line_unknown",), 90_000, None, conditional=False)
    yield _UNFINISHED
    for told, line in (
        (likely, replace(floor, floor=False)),
        (replace(likely, supplement=6_488, amount=66_488), floor),
        (replace(unknown, verdict=Verdict.UNLIKELY, reasons=("income_above_line",)), floor),
        (replace(unknown, reasons=("income_above_floor",)), floor),
        (unknown, None),
    ):
        yield _shown(whole_family(), Worked(told, line))


def _line(worked: Worked, region: Bilingual) -> TextRef:
    line = worked.line
    if line is None:
        return TextRef("eligibility-line-unknown", {"region": region})
    told: dict[str, Any] = {
        "sum": Money(line.amount),
        "since": LocalDate.of(line.valid_from),
        "until": LocalDate.of(line.valid_to),
        "source": line.source,
    }
    return TextRef("eligibility-line-floor" if line.floor else "eligibility-line", {**told, "region": region})


def _amounts(worked: Worked) -> list[TextRef]:
    told: Estimate = worked.estimate
    if not told.amount:
        return []
    least = worked.line is not None and worked.line.floor
    person = "eligibility-person-least" if least else "eligibility-person"
    family_sum = "eligibility-family-sum-least" if least else "eligibility-family-sum"
    lines = [TextRef(person, {"sum": Money(told.per_person or 0)}), TextRef(family_sum, {"sum": Money(told.amount)})]
    if told.supplement:
        lines.append(TextRef("eligibility-supplement", {"sum": Money(told.supplement)}))
    return lines


async def _go_on(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await go_on(QUESTIONS, manager)


async def _apply(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await apply(manager)


result_window = screen(
    DynamicText("verdict"),
    Lines("reasons", when="done"),
    I18nText("eligibility-numbers", when="done"),
    Lines("numbers", when="done"),
    DynamicText("means", when="done"),
    I18nText("eligibility-estimate-only"),
    Button(ButtonText("form-continue"), id="continue", on_click=_go_on, when="unfinished"),
    Button(ButtonText("eligibility-apply"), id="apply", on_click=_apply, style=Style(ButtonStyle.SUCCESS)),
    Group(
        SwitchTo(ButtonText("eligibility-edit-region"), id="region", state=Eligibility.region),
        SwitchTo(ButtonText("eligibility-edit-family"), id="family", state=Eligibility.family),
        SwitchTo(ButtonText("eligibility-edit-incomes"), id="incomes", state=Eligibility.incomes),
        SwitchTo(ButtonText("eligibility-edit-plot"), id="plot", state=Eligibility.plot),
        width=2,
    ),
    state=Eligibility.result,
    getter=_result,
    previews=_previews,
    beside_home=SwitchTo(ButtonText("eligibility-edit-loan"), id="loan", state=Eligibility.loan),
)
