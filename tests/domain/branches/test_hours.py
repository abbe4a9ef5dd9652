"""Opening hours: week, breaks, exceptions, holidays, and what the place is right now."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.branches.hours import DayException, HoursKind, OpenKind, OpenState, Schedule, WeeklyHours
from bot.domain.calendar.days_off import MovedDay
from bot.domain.calendar.working_days import WorkCalendar
from tests.support.data_tables import holiday_rows

ALMATY = ZoneInfo("Asia/Almaty")
CALENDAR = WorkCalendar(holiday_rows(), [MovedDay(off=date(2026, 12, 14), worked=date(2026, 12, 13))])
WEEKDAYS = tuple(WeeklyHours(weekday, time(9), time(18)) for weekday in range(5))
LUNCH = tuple(WeeklyHours(weekday, time(13), time(14), HoursKind.BREAK) for weekday in range(5))
ORDINARY = Schedule(ALMATY, WEEKDAYS, CALENDAR)
WITH_LUNCH = Schedule(ALMATY, WEEKDAYS + LUNCH, CALENDAR)
DUTY = Schedule(ALMATY, (*WEEKDAYS, WeeklyHours(5, time(9), time(13))), CALENDAR, duty=True)


def spans(schedule: Schedule, day: date) -> list[tuple[str, str]]:
    return [(f"{part.start:%H:%M}", f"{part.end:%H:%M}") for part in schedule.opening(day)]


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ALMATY)


def test_an_ordinary_week() -> None:
    assert spans(ORDINARY, date(2026, 11, 23)) == [("09:00", "18:00")]
    assert spans(ORDINARY, date(2026, 11, 21)) == []
    assert spans(DUTY, date(2026, 11, 21)) == [("09:00", "13:00")]


def test_a_break_is_cut_out() -> None:
    assert spans(WITH_LUNCH, date(2026, 11, 23)) == [("09:00", "13:00"), ("14:00", "18:00")]


def test_a_break_at_the_edge_shortens_the_day() -> None:
    late = Schedule(ALMATY, (*WEEKDAYS, WeeklyHours(0, time(17), time(19), HoursKind.BREAK)), CALENDAR)
    assert spans(late, date(2026, 11, 23)) == [("09:00", "17:00")]


@pytest.mark.parametrize(
    ("day", "ordinary", "duty"),
    [
        (date(2026, 12, 16), [], []),
        (date(2026, 10, 26), [], [("09:00", "13:00")]),
        (date(2026, 1, 3), [], [("09:00", "13:00")]),
        (date(2026, 12, 14), [], [("09:00", "13:00")]),
        (date(2026, 12, 13), [("09:00", "18:00")], [("09:00", "18:00")]),
    ],
    ids=["holiday", "moved from a Sunday", "special day", "moved off", "worked Sunday"],
)
def test_holidays_and_moved_days(day: date, ordinary: list[tuple[str, str]], duty: list[tuple[str, str]]) -> None:
    assert spans(ORDINARY, day) == ordinary
    assert spans(DUTY, day) == duty


def test_an_exception_of_the_date_wins_over_everything() -> None:
    schedule = Schedule(
        ALMATY,
        WEEKDAYS,
        CALENDAR,
        exceptions=(DayException(date(2026, 11, 23)), DayException(date(2026, 12, 16), time(10), time(12))),
    )
    assert spans(schedule, date(2026, 11, 23)) == []
    assert spans(schedule, date(2026, 12, 16)) == [("10:00", "12:00")]


def test_hours_change_on_the_day_they_say() -> None:
    before = WeeklyHours(0, time(9), time(20), valid_to=date(2026, 11, 22))
    after = WeeklyHours(0, time(9), time(18), valid_from=date(2026, 11, 23))
    schedule = Schedule(ALMATY, (before, after), CALENDAR)
    assert spans(schedule, date(2026, 11, 16)) == [("09:00", "20:00")]
    assert spans(schedule, date(2026, 11, 23)) == [("09:00", "18:00")]


@pytest.mark.parametrize(
    ("now", "kind", "until"),
    [
        (at(23, 8, 59), OpenKind.CLOSED, at(23, 9)),
        (at(23, 9), OpenKind.OPEN, at(23, 13)),
        (at(23, 12, 39), OpenKind.OPEN, at(23, 13)),
        (at(23, 12, 40), OpenKind.CLOSING_SOON, at(23, 13)),
        (at(23, 13), OpenKind.BREAK, at(23, 14)),
        (at(23, 17, 41), OpenKind.CLOSING_SOON, at(23, 18)),
        (at(23, 18), OpenKind.CLOSED, at(24, 9)),
        (at(27, 18), OpenKind.CLOSED, at(30, 9)),
    ],
)
def test_what_the_place_is_right_now(now: datetime, kind: OpenKind, until: datetime) -> None:
    assert WITH_LUNCH.state_at(now) == OpenState(kind, until)


def test_now_may_come_in_any_zone() -> None:
    assert ORDINARY.state_at(datetime(2026, 11, 23, 4, tzinfo=UTC)) == OpenState(OpenKind.OPEN, at(23, 18))


def test_a_place_without_hours_never_promises_an_opening() -> None:
    assert Schedule(ALMATY, (), CALENDAR).state_at(at(23, 12)) == OpenState(OpenKind.CLOSED, None)


def test_zones_of_2020_differ_and_today_agree() -> None:
    """Almaty was at UTC+6 until 1 March 2024; Oral was at UTC+5 before and after."""
    west = Schedule(ZoneInfo("Asia/Oral"), WEEKDAYS, WorkCalendar())
    east = Schedule(ALMATY, WEEKDAYS, WorkCalendar())
    old, new = date(2020, 6, 1), date(2026, 11, 23)
    assert west.opening(old)[0].start.astimezone(UTC).hour == 4
    assert east.opening(old)[0].start.astimezone(UTC).hour == 3
    assert west.opening(new)[0].start.astimezone(UTC) == east.opening(new)[0].start.astimezone(UTC)
