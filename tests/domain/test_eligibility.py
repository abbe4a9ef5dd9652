"""The estimate of АӘК at its edges, and what people type for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.applications.household import NOT_COUNTED, Income, IncomeKind, Member, MemberState, Relation
from bot.domain.calendar.ages import born_on_birthday, full_years
from bot.domain.calendar.quarters import income_quarter
from bot.domain.eligibility.estimate import Estimate, PovertyLine, Verdict, estimate
from bot.domain.eligibility.typed_ages import parse_children
from bot.domain.eligibility.typed_sums import parse_month_sums
from bot.domain.errors import InvalidInput

LINE = PovertyLine(amount=37_060, mci=4_325)
TODAY = date(2026, 2, 10)
KINDS = st.sampled_from(list(IncomeKind))
STATES = st.sampled_from(list(MemberState))


def person(total: int, *, age: int = 30, state: MemberState = MemberState.WORKING, day: date = TODAY) -> Member:
    """Return somebody with an income of the quarter that counts on the day."""
    income = Income(IncomeKind.WAGE, income_quarter(day).months[2], total)
    return Member(Relation.OTHER, born_on_birthday(age, day), state, (income,))


@pytest.mark.parametrize(
    ("off", "verdict", "per_person"),
    [(-1, Verdict.LIKELY, 1), (0, Verdict.UNLIKELY, 0), (1, Verdict.UNLIKELY, 0)],
)
def test_one_tenge_of_the_line_decides(off: int, verdict: Verdict, per_person: int) -> None:
    result = estimate([person((LINE.amount + off) * 3)], LINE, TODAY)
    assert (result.verdict, result.per_person, result.amount) == (verdict, per_person, per_person)


@pytest.mark.parametrize(("age", "young"), [(0, 0), (1, 1), (6, 1), (7, 0), (17, 0)])
def test_children_of_one_to_six_years_add_one_and_a_half_indices(age: int, young: int) -> None:
    child = person(0, age=age, state=MemberState.CHILD)
    result = estimate([person(0), child], LINE, TODAY)
    assert result.supplement == young * 6_487
    assert result.amount == 2 * LINE.amount + young * 6_487


def test_the_day_of_the_seventh_birthday_ends_the_supplement() -> None:
    child = Member(Relation.CHILD, date(2019, 2, 11), MemberState.CHILD)
    assert estimate([child], LINE, date(2026, 2, 10)).supplement == 6_487
    assert estimate([child], LINE, date(2026, 2, 11)).supplement == 0


@pytest.mark.parametrize(
    ("day", "counts"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 3, 31), True), (date(2026, 4, 1), False)],
)
def test_only_the_quarter_before_the_day_counts(day: date, *, counts: bool) -> None:
    income = Income(IncomeKind.WAGE, date(2025, 12, 1), 300_000)
    result = estimate([Member(Relation.APPLICANT, date(1990, 1, 1), MemberState.WORKING, (income,))], LINE, day)
    assert (result.per_capita == 100_000) is counts


families = st.lists(
    st.builds(person, st.integers(0, 2_000_000), age=st.integers(0, 90), state=STATES), min_size=1, max_size=8
)


@given(families, st.booleans(), st.booleans(), st.booleans())
def test_the_amount_is_never_negative_and_is_the_sum_of_its_parts(
    family: list[Member],
    floor: bool,
    loan: bool,
    plot: bool,
) -> None:
    line = PovertyLine(LINE.amount, LINE.mci, floor=floor)
    result = estimate(family, line, TODAY, has_loan=loan, has_plot=plot)
    if result.amount is None:
        assert result.verdict is Verdict.UNCLEAR
        return
    assert result.amount >= 0
    assert result.amount == (result.per_person or 0) * len(family) + (result.supplement or 0)
    assert (result.amount > 0) is (result.per_capita < line.amount)


@given(families, st.integers(0, 500_000), st.integers(0, 7))
def test_more_income_never_means_more_help(family: list[Member], extra: int, whose: int) -> None:
    place = whose % len(family)
    more = Income(IncomeKind.BENEFIT, date(2025, 10, 1), extra)
    one = family[place]
    richer = [*family[:place], Member(one.relation, one.born, one.state, (*one.incomes, more)), *family[place + 1 :]]
    before, after = estimate(family, LINE, TODAY), estimate(richer, LINE, TODAY)
    assert _amount(after) <= _amount(before)
    assert after.per_capita >= before.per_capita


@given(families, KINDS, st.integers(1, 5_000_000))
def test_kinds_that_do_not_count_change_nothing(family: list[Member], kind: IncomeKind, extra: int) -> None:
    one = family[0]
    added = Income(kind, date(2025, 11, 1), extra)
    other = [Member(one.relation, one.born, one.state, (*one.incomes, added)), *family[1:]]
    if kind in NOT_COUNTED:
        assert estimate(other, LINE, TODAY) == estimate(family, LINE, TODAY)


def test_what_the_centre_looks_at_besides_is_told() -> None:
    caring = person(0, state=MemberState.CARING_CHILD)
    older, baby = (person(0, age=age, state=MemberState.CHILD) for age in (3, 2))
    result = estimate([caring, older], LINE, TODAY, has_loan=True, has_plot=True)
    assert result.reasons == ("income_below_line", "loan_may_matter", "plot_is_checked", "child_is_older")
    assert result.verdict is Verdict.UNCLEAR
    assert estimate([caring, baby], LINE, TODAY).reasons == ("income_below_line",)


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.integers(0, 90))
def test_an_age_told_today_is_the_age_today_and_changes_within_a_year(today: date, age: int) -> None:
    born = born_on_birthday(age, today)
    assert full_years(born, today) == age
    assert full_years(born, today + timedelta(days=366)) == age + 1


def test_ages_and_birth_dates_are_read_together() -> None:
    assert parse_children("3 5, 12;0", today=TODAY) == [3, 5, 12, 0]
    assert parse_children("15.06.2021 4", today=TODAY) == [date(2021, 6, 15), 4]
    assert parse_children("3 жас, 5 лет және 12", today=TODAY) == [3, 5, 12]
    assert parse_children("7 15 маусым 2021 жылы, 4, 1 мая 2020 г. 2", today=TODAY) == [
        7,
        date(2021, 6, 15),
        4,
        date(2020, 5, 1),
        2,
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "ages-format"),
        ("кішкентай", "ages-format"),
        ("٣", "ages-format"),
        ("-3", "date-format"),
        ("3 18", "ages-adult"),
        ("2021", "ages-format"),
        ("15.06.1990", "ages-adult"),
        ("15 маусым 1985", "ages-adult"),
        ("35 маусым 2021", "date-impossible"),
        ("15.06.2030", "date-in-future"),
        ("31.02.2020", "date-impossible"),
        (" ".join("1" * 16), "ages-many"),
    ],
)
def test_what_is_no_age_is_told(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        parse_children(text, today=TODAY)
    assert problem.value.code == code


@pytest.mark.parametrize(
    ("text", "whole", "sums"),
    [
        ("85 000", False, (85_000, 85_000, 85_000)),
        ("85 мың", False, (85_000, 85_000, 85_000)),
        ("85 000 + 90 000 + 0", False, (85_000, 90_000, 0)),
        ("85000\n90000\n0", False, (85_000, 90_000, 0)),
        ("100 000", True, (33_333, 33_333, 33_334)),
        ("1 + 2 + 3", True, (1, 2, 3)),
    ],
)
def test_a_quarter_is_told_at_once(text: str, *, whole: bool, sums: tuple[int, int, int]) -> None:
    assert parse_month_sums(text, whole_quarter=whole) == sums


@given(st.integers(0, 100_000_000))
def test_a_total_is_spread_to_the_last_tenge(total: int) -> None:
    assert sum(parse_month_sums(str(total), whole_quarter=True)) == total


@pytest.mark.parametrize(
    ("text", "code"),
    [("много", "money-format"), ("-5", "money-negative"), ("1 + 2", "sums-count"), ("200 млн", "money-range")],
)
def test_a_sum_that_cannot_be_is_told(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        parse_month_sums(text)
    assert problem.value.code == code


def _amount(result: Estimate) -> int:
    assert result.amount is not None
    return result.amount
