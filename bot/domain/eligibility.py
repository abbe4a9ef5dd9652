"""“Am I likely eligible for АӘК?”: an estimate that informs and never blocks applying (product.md A1, domain.md §4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.household import Member, MemberState, per_capita
from bot.domain.quarters import income_quarter

EXTRA_CHILD_AGES = range(1, 7)
"""A child aged 1-6 inclusive adds 1.5 МРП a month (kaz.zakon.kz 2023)."""

_CANNOT_WORK = frozenset(
    {
        MemberState.CHILD,
        MemberState.PENSIONER,
        MemberState.DISABILITY_1,
        MemberState.DISABILITY_2,
        MemberState.LONG_SICK_LEAVE,
        MemberState.CARING_CHILD,
        MemberState.CARING_DISABLED,
        MemberState.CARING_OLD,
    }
)


class Verdict(StrEnum):
    """The estimate."""

    LIKELY = "likely"
    UNLIKELY = "unlikely"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class AidLine:
    """The poverty line of a region and quarter, and the МРП of the year, in tenge.

    `floor` marks a lower bound: the real line is not known, but it is not below this (since 2025 not below 70 % of the
    subsistence minimum).
    """

    amount: int
    mci: int
    floor: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """The verdict with its reasons (tails of text keys) and numbers in tenge a month; None where unknown."""

    verdict: Verdict
    reasons: tuple[str, ...]
    per_capita: int
    line: int | None
    amount: int | None
    conditional: bool


def needs_plan(members: Sequence[Member]) -> bool:
    """Tell whether help would be conditional: at least one able-bodied member, so a plan and social contract (§4.2)."""
    return any(member.state not in _CANNOT_WORK for member in members)


def estimate(members: Sequence[Member], line: AidLine | None, today: date, *, has_loan: bool = False) -> Estimate:
    """Estimate for an application filed today; without a line for region and quarter the answer is unclear.

    Help is the line minus per-capita income, for each member, and 1.5 МРП for each child aged 1-6; by a floor it is
    the least one may expect.
    """
    income = per_capita(members, income_quarter(today))
    conditional = needs_plan(members)
    reasons = ["conditional"] if conditional else []
    # Sources disagree on loans (domain.md §4.5): it may matter, the centre must be asked.
    if has_loan:
        reasons.append("loan_may_matter")
    if line is None or not members:
        return Estimate(Verdict.UNCLEAR, ("line_unknown", *reasons), income, None, None, conditional)
    if income >= line.amount and line.floor:
        return Estimate(Verdict.UNCLEAR, ("line_unknown", *reasons), income, None, None, conditional)
    if income >= line.amount:
        return Estimate(Verdict.UNLIKELY, ("income_above_line", *reasons), income, line.amount, 0, conditional)
    young = sum(member.age_on(today) in EXTRA_CHILD_AGES for member in members)
    amount = (line.amount - income) * len(members) + young * line.mci * 3 // 2
    verdict = Verdict.UNCLEAR if has_loan else Verdict.LIKELY
    return Estimate(verdict, ("income_below_line", *reasons), income, line.amount, amount, conditional)
