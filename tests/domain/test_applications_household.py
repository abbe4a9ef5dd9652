"""Families, quarters and the estimate of АӘК."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_files import rows
from bot.domain.applications.household import (
    Income,
    IncomeKind,
    Member,
    MemberState,
    Relation,
    per_capita,
    total_income,
)
from bot.domain.calendar.quarters import Quarter, income_quarter, quarter_of
from bot.domain.eligibility.estimate import PovertyLine, Verdict, estimate, needs_plan
from bot.domain.eligibility.poverty_lines import line_on, read_mci, read_poverty_line

LINE = PovertyLine(amount=37_060, mci=4_325)
TODAY = date(2026, 2, 10)
QUARTER = Quarter(2025, 4)


def wage(amount: int, month: int = 10) -> Income:
    return Income(IncomeKind.WAGE, date(2025, month, 1), amount)


MOTHER = Member(Relation.APPLICANT, date(1990, 5, 1), MemberState.WORKING, (wage(90_000), wage(60_000, 11)))
CHILD = Member(Relation.CHILD, date(2022, 2, 11), MemberState.CHILD)


def test_the_income_of_the_quarter_before_counts() -> None:
    assert income_quarter(TODAY) == QUARTER
    assert QUARTER.months == (date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1))
    assert quarter_of(date(2026, 11, 23)).last_day == date(2026, 12, 31)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_quarter_holds_its_day_and_neighbours_meet(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.previous.next == quarter == quarter.next.previous
    assert quarter.previous < quarter < quarter.next


def test_only_counted_kinds_of_the_right_months_are_summed() -> None:
    student = Member(
        Relation.CHILD,
        date(2006, 1, 1),
        MemberState.STUDENT,
        (Income(IncomeKind.SCHOLARSHIP, date(2025, 10, 1), 50_000), wage(10_000, 9), wage(7, 12)),
    )
    assert total_income([MOTHER, student], QUARTER) == 150_007


def test_per_capita_is_by_month_and_member() -> None:
    assert per_capita([MOTHER, CHILD], QUARTER) == 25_000
    assert per_capita([], QUARTER) == 0
    assert per_capita([Member(Relation.APPLICANT, date(1990, 1, 1), MemberState.WORKING, (wage(100),))], QUARTER) == 33


def test_age_is_in_full_years() -> None:
    assert CHILD.age_on(date(2026, 2, 10)) == 3
    assert CHILD.age_on(date(2026, 2, 11)) == 4


def test_a_family_below_the_line_gets_the_gap_and_the_extra_for_a_small_child() -> None:
    result = estimate([MOTHER, CHILD], LINE, TODAY)
    assert result.verdict is Verdict.LIKELY
    assert result.amount == (37_060 - 25_000) * 2 + 6_487
    assert result.conditional
    assert result.reasons == ("income_below_line",)


def test_income_on_the_line_is_not_below_it() -> None:
    member = Member(Relation.APPLICANT, date(1990, 1, 1), MemberState.PENSIONER, (wage(37_060 * 3),))
    result = estimate([member], LINE, TODAY)
    assert (result.verdict, result.amount, result.reasons) == (Verdict.UNLIKELY, 0, ("income_above_line",))


def test_by_a_floor_one_may_hope_but_is_never_turned_away() -> None:
    floor = PovertyLine(35_596, 4_325, floor=True)
    assert estimate([MOTHER, CHILD], floor, TODAY).verdict is Verdict.LIKELY
    rich = Member(Relation.APPLICANT, date(1990, 1, 1), MemberState.PENSIONER, (wage(35_596 * 3),))
    result = estimate([rich], floor, TODAY)
    assert (result.verdict, result.line, result.reasons) == (Verdict.UNCLEAR, None, ("income_above_floor",))


def test_the_line_of_a_region_and_day_comes_from_dated_rows() -> None:
    lines = [read_poverty_line(row) for row in rows("eligibility/aid_lines.csv")]
    mcis = [read_mci(row) for row in rows("eligibility/mci.csv")]
    assert line_on(lines, mcis, "150000000", TODAY) == LINE
    assert line_on(lines, mcis, "710000000", TODAY) == PovertyLine(35_596, 4_325, floor=True)
    assert line_on(lines, mcis, "710000000", date(2027, 1, 1)) is None
    assert line_on(lines, mcis, "710000000", date(2021, 1, 1)) is None
    assert line_on(lines, mcis, "710000000", date(2019, 5, 1)) is None


def test_without_a_line_or_with_a_loan_nothing_is_promised() -> None:
    unknown = estimate([MOTHER], None, TODAY)
    assert (unknown.verdict, unknown.line, unknown.amount) == (Verdict.UNCLEAR, None, None)
    assert estimate([], LINE, TODAY).verdict is Verdict.UNCLEAR
    loan = estimate([MOTHER, CHILD], LINE, TODAY, has_loan=True)
    assert loan.verdict is Verdict.UNCLEAR
    assert "loan_may_matter" in loan.reasons


@pytest.mark.parametrize(
    ("state", "plan"),
    [
        (MemberState.WORKING, True),
        (MemberState.UNEMPLOYED, True),
        (MemberState.DISABILITY_3, True),
        (MemberState.DISABILITY_1, False),
        (MemberState.PENSIONER, False),
        (MemberState.CARING_CHILD, False),
    ],
)
def test_one_able_bodied_member_makes_help_conditional(state: MemberState, *, plan: bool) -> None:
    assert needs_plan([CHILD, Member(Relation.SPOUSE, date(1990, 1, 1), state)]) is plan


@given(st.lists(st.integers(0, 500_000), min_size=1, max_size=8))
def test_the_more_income_the_less_help(amounts: list[int]) -> None:
    def family(extra: int) -> list[Member]:
        return [
            Member(Relation.OTHER, date(1990, 1, 1), MemberState.WORKING, (wage(amount + extra),)) for amount in amounts
        ]

    poor, rich = estimate(family(0), LINE, TODAY), estimate(family(30_000), LINE, TODAY)
    assert poor.amount is not None
    assert rich.amount is not None
    assert rich.amount <= poor.amount
