"""“Am I likely eligible for АӘК?”: an estimate that informs and never blocks applying (product A1, domain §4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.applications.household import Member, MemberState, per_capita
from bot.domain.calendar.quarters import income_quarter

EXTRA_CHILD_AGES = range(1, 7)
"""A child aged 1-6 inclusive adds 1.5 МРП a month (kaz.zakon.kz 2023)."""

CARED_FOR_BELOW = 3
"""Caring for a child frees of work while the child is younger than this (gurk.kz 2026, one source: only told of)."""

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
class PovertyLine:
    """The poverty line of a region and quarter, and the МРП of the year, in tenge.

    `floor` marks a lower bound: the real line is not known, but it is not below this (since 2025 not below 70 % of the
    subsistence minimum).
    """

    amount: int
    mci: int
    floor: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """The verdict with its reasons (tails of text keys) and numbers in tenge a month; None where unknown.

    `per_person` is what is missing to the line, `supplement` what children aged 1-6 add, `amount` the whole family's.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    per_capita: int
    line: int | None
    conditional: bool
    per_person: int | None = None
    supplement: int | None = None
    amount: int | None = None


def needs_plan(members: Sequence[Member]) -> bool:
    """Tell whether help would be conditional: at least one able-bodied member, so a plan and social contract
    (domain §4.2)."""
    return any(member.state not in _CANNOT_WORK for member in members)


def estimate(
    members: Sequence[Member], line: PovertyLine | None, today: date, *, has_loan: bool = False, has_plot: bool = False
) -> Estimate:
    """Estimate for an application filed today; without a line for region and quarter the answer is unclear.

    Help is the line minus per-capita income, for each member, and 1.5 МРП for each child aged 1-6; by a floor it is
    the least one may expect.
    """
    income = per_capita(members, income_quarter(today))
    conditional = needs_plan(members)
    reasons = _to_ask(members, today, has_loan=has_loan, has_plot=has_plot)
    if line is None or not members:
        return Estimate(Verdict.UNCLEAR, ("line_unknown", *reasons), income, None, conditional)
    if income >= line.amount and line.floor:
        return Estimate(Verdict.UNCLEAR, ("income_above_floor", *reasons), income, None, conditional)
    if income >= line.amount:
        return Estimate(Verdict.UNLIKELY, ("income_above_line", *reasons), income, line.amount, conditional, 0, 0, 0)
    missing = line.amount - income
    young = sum(member.age_on(today) in EXTRA_CHILD_AGES for member in members)
    supplement = young * line.mci * 3 // 2
    return Estimate(
        verdict=Verdict.UNCLEAR if has_loan else Verdict.LIKELY,
        reasons=("income_below_line", *reasons),
        per_capita=income,
        line=line.amount,
        conditional=conditional,
        per_person=missing,
        supplement=supplement,
        amount=missing * len(members) + supplement,
    )


def _to_ask(members: Sequence[Member], today: date, *, has_loan: bool, has_plot: bool) -> tuple[str, ...]:
    """Return what else the centre looks at."""
    cared_for = any(member.age_on(today) < CARED_FOR_BELOW for member in members)
    cares = any(member.state is MemberState.CARING_CHILD for member in members)
    # Sources disagree on loans (domain §4.5): it may matter, the centre must be asked.
    asked = {"loan_may_matter": has_loan, "plot_is_checked": has_plot, "child_is_older": cares and not cared_for}
    return tuple(reason for reason, holds in asked.items() if holds)
