"""Reminders come in time, never at night, never when they no longer help."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.queue.reminder_times import DEFAULT_QUIET, QuietHours, Reminder, plan_reminders

TZ = ZoneInfo("Asia/Almaty")
LONG_AGO = datetime(2026, 11, 1, 12, tzinfo=TZ)
H = timedelta(hours=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TZ)


def test_a_day_and_two_hours_before() -> None:
    assert plan_reminders(at(23, 15), LONG_AGO) == [
        Reminder("before-24h", at(22, 15), at(23, 9)),
        Reminder("before-2h", at(23, 13), at(23, 14, 30)),
    ]


def test_a_morning_visit_is_reminded_of_at_eight() -> None:
    assert plan_reminders(at(23, 9), LONG_AGO)[1] == Reminder("before-2h", at(23, 8), at(23, 8, 30))


def test_a_visit_too_early_for_that_is_reminded_of_in_the_evening() -> None:
    early = plan_reminders(at(23, 8, 15), LONG_AGO)
    assert early[-1].kind == "before-2h"
    assert early[-1].due_at == at(22, 20, 45)


def test_a_late_booking_gets_only_what_is_still_ahead() -> None:
    assert [reminder.kind for reminder in plan_reminders(at(23, 15), at(23, 10))] == ["before-2h"]
    assert plan_reminders(at(23, 15), at(23, 14)) == []


def test_two_on_one_moment_become_the_nearer_one() -> None:
    planned = plan_reminders(at(23, 9, 30), LONG_AGO, offsets=[3 * H, 2 * H])
    assert [reminder.kind for reminder in planned] == ["before-2h"]


def test_a_person_may_choose_minutes_and_have_no_quiet_hours() -> None:
    never = QuietHours(time(0), time(0))
    planned = plan_reminders(at(23, 9), LONG_AGO, offsets=[timedelta(minutes=90)], quiet=never)
    assert planned == [Reminder("before-90m", at(23, 7, 30), at(23, 8, 37) + timedelta(seconds=30))]


@pytest.mark.parametrize(
    ("quiet", "moment", "held"),
    [
        (DEFAULT_QUIET, at(23, 20, 59), False),
        (DEFAULT_QUIET, at(23, 21), True),
        (DEFAULT_QUIET, at(23, 3), True),
        (DEFAULT_QUIET, at(23, 8), False),
        (QuietHours(time(1), time(6)), at(23, 3), True),
        (QuietHours(time(1), time(6)), at(23, 0), False),
    ],
)
def test_which_hours_are_quiet(quiet: QuietHours, moment: datetime, *, held: bool) -> None:
    assert quiet.holds(moment) is held


@given(
    st.integers(0, 60 * 24 * 14).map(lambda minutes: at(10, 0) + timedelta(minutes=minutes)),
    st.lists(st.integers(1, 72 * 4).map(lambda quarters: timedelta(minutes=15) * quarters), max_size=4),
    st.integers(0, 60 * 24 * 14).map(lambda minutes: at(9, 0) + timedelta(minutes=minutes)),
    st.sampled_from([DEFAULT_QUIET, QuietHours(time(1), time(6)), QuietHours(time(22), time(9, 30))]),
)
def test_always_ahead_before_the_visit_and_never_at_night(
    visit: datetime, offsets: list[timedelta], now: datetime, quiet: QuietHours
) -> None:
    planned = plan_reminders(visit, now, offsets=offsets, quiet=quiet)
    assert [reminder.due_at for reminder in planned] == sorted({reminder.due_at for reminder in planned})
    for reminder in planned:
        assert now < reminder.due_at <= reminder.not_after < visit
        assert not quiet.holds(reminder.due_at)
        assert not quiet.holds(reminder.not_after)
