"""The working calendar of 2026 and 2027, from rows and from the package (domain §6)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_files import rows
from bot.domain.calendar.days_off import DayKind, HolidayRow, MovedDay, TsonMode, package_rows
from bot.domain.calendar.working_days import Week, WorkCalendar, read_calendar
from tests.support.data_tables import holiday_rows

OURS = WorkCalendar(holiday_rows())
PACKAGE = WorkCalendar()
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize("calendar", [OURS, PACKAGE], ids=["rows", "package"])
@pytest.mark.parametrize(
    ("day", "five", "six"),
    [
        (date(2026, 1, 1), False, False),
        (date(2026, 1, 3), False, True),  # a Saturday; only duty centres by the ministry's notice
        (date(2026, 1, 5), True, True),
        (date(2026, 1, 7), False, False),
        (date(2026, 3, 9), False, False),  # 8 March fell on a Sunday
        (date(2026, 3, 24), False, False),  # Nauryz: Saturday and Sunday move for five days, Sunday for six
        (date(2026, 3, 25), False, True),
        (date(2026, 3, 26), True, True),
        (date(2026, 5, 9), False, False),
        (date(2026, 5, 11), False, True),  # 9 May fell on a Saturday
        (date(2026, 5, 27), False, False),  # Құрбан айт
        (date(2026, 8, 31), True, True),  # 30 August is no holiday any more
        (date(2026, 10, 26), False, False),
        (date(2026, 11, 21), False, True),
        (date(2026, 11, 22), False, False),
        (date(2026, 11, 23), True, True),
        (date(2027, 1, 4), False, True),
        (date(2027, 3, 15), False, False),  # Constitution Day from 2027 on
        (date(2027, 3, 24), False, False),
        (date(2027, 3, 25), True, True),
        (date(2027, 5, 17), True, True),  # Құрбан айт on a Sunday does not move
        (date(2027, 8, 30), True, True),
    ],
)
def test_known_days(calendar: WorkCalendar, day: date, *, five: bool, six: bool) -> None:
    assert calendar.is_working_day(day) is five
    assert calendar.is_working_day(day, Week.SIX) is six


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_package_and_our_rows_agree(year: int) -> None:
    ours = {row.day: row.kind for row in holiday_rows() if row.day.year == year and row.kind != "tson_special"}
    assert {row.day: row.kind for row in package_rows(year)} == ours


def test_two_plus_two_working_days_over_new_year() -> None:
    assert OURS.add_working_days(date(2026, 12, 29), 2) == date(2026, 12, 31)
    assert OURS.add_working_days(date(2026, 12, 29), 4) == date(2027, 1, 6)
    assert OURS.add_working_days(date(2026, 3, 19), 2) == date(2026, 3, 26)


@given(days, st.integers(0, 40), st.sampled_from(Week))
def test_counting_forward_and_back_agree(start: date, count: int, week: Week) -> None:
    end = OURS.add_working_days(start, count, week)
    assert OURS.working_days_between(start, end, week) == count
    assert count == 0 or OURS.is_working_day(end, week)


@given(days)
def test_six_day_staff_work_on_at_least_as_many_days(day: date) -> None:
    end = day + timedelta(days=60)
    assert OURS.working_days_between(day, end, Week.SIX) >= OURS.working_days_between(day, end)


def test_nothing_is_counted_backwards() -> None:
    assert OURS.working_days_between(date(2026, 11, 23), date(2026, 11, 20)) == 0
    with pytest.raises(ValueError, match="negative"):
        OURS.add_working_days(date(2026, 11, 23), -1)


def test_a_rest_day_moved_by_the_government() -> None:
    calendar = WorkCalendar(holiday_rows(), [MovedDay(off=date(2026, 12, 14), worked=date(2026, 12, 12))])
    assert not calendar.is_working_day(date(2026, 12, 14))
    assert calendar.is_working_day(date(2026, 12, 12))
    assert calendar.worked_instead_of(date(2026, 12, 12)) == date(2026, 12, 14)
    assert calendar.tson_mode(date(2026, 12, 14)) is TsonMode.DUTY_ONLY


def test_a_move_the_package_knows() -> None:
    assert not PACKAGE.is_working_day(date(2025, 1, 3))
    assert PACKAGE.is_working_day(date(2025, 1, 5))
    assert PACKAGE.worked_instead_of(date(2025, 1, 5)) == date(2025, 1, 3)
    assert PACKAGE.worked_instead_of(date(2025, 1, 6)) is None
    assert not PACKAGE.is_working_day(date(2020, 5, 8))
    assert PACKAGE.is_working_day(date(2020, 5, 11))


def test_modes_of_the_centres() -> None:
    assert OURS.tson_mode(date(2026, 1, 1)) is TsonMode.CLOSED
    assert OURS.tson_mode(date(2026, 1, 3)) is TsonMode.DUTY_ONLY
    assert OURS.tson_mode(date(2026, 3, 9)) is TsonMode.DUTY_ONLY
    assert OURS.tson_mode(date(2026, 11, 23)) is None


def test_a_year_with_rows_is_not_mixed_with_the_package() -> None:
    rows = [HolidayRow(date(2026, 6, 1), DayKind.PUBLIC, TsonMode.CLOSED)]
    assert WorkCalendar(rows).is_working_day(date(2026, 1, 1))
    assert not WorkCalendar(rows).is_working_day(date(2027, 1, 1))


def test_both_tables_make_the_calendar() -> None:
    calendar = read_calendar(rows("calendar/holidays.csv"), rows("calendar/moved_days.csv"))
    assert calendar.is_working_day(date(2020, 5, 11))
    assert not calendar.is_working_day(date(2020, 5, 8))
    assert not calendar.is_working_day(date(2026, 3, 25))
