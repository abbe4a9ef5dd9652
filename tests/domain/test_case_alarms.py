"""When a case is spoken of: each term's mornings, and what nobody need be told."""

from datetime import date

import pytest

from bot.domain.cases.alarms import Alarm, plan_alarms
from bot.domain.cases.states import CaseState
from bot.services.calendar import calendar

MONDAY = date(2026, 11, 2)


def _mornings(alarm: Alarm, state: CaseState, due: date | None, decide_by: date | None = None) -> list[date]:
    planned = plan_alarms(state, MONDAY, due, decide_by, calendar())
    return [each.morning for each in planned if each.alarm is alarm]


@pytest.mark.parametrize(
    ("due", "pings"),
    [
        (date(2026, 11, 10), []),
        (date(2026, 11, 11), [date(2026, 11, 9)]),
        (date(2026, 11, 17), [date(2026, 11, 9)]),
        (date(2026, 11, 18), [date(2026, 11, 9), date(2026, 11, 16)]),
    ],
)
def test_after_five_quiet_working_days_the_person_is_told_so_but_not_a_day_before_the_end(
    due: date, pings: list[date]
) -> None:
    assert _mornings(Alarm.PING, CaseState.AGREED, due) == pings


@pytest.mark.parametrize("state", list(CaseState))
def test_who_must_act_is_reminded_and_what_is_over_is_silent(state: CaseState) -> None:
    planned = {each.alarm for each in plan_alarms(state, MONDAY, date(2026, 11, 12), None, calendar())}
    office = {CaseState.SUBMITTED, CaseState.FORWARDED, CaseState.IN_CHECK, CaseState.AGREED}
    person = {CaseState.QUESTION, CaseState.PLAN_SENT}
    assert (Alarm.BREACH in planned) is (state in office)
    assert (Alarm.NUDGE in planned) is (state in person)
    assert bool(planned) is (state in office | person)
    assert plan_alarms(state, MONDAY, None, None, calendar()) == [] or state in person


def test_the_person_is_reminded_after_two_and_after_five_working_days() -> None:
    assert _mornings(Alarm.NUDGE, CaseState.QUESTION, None) == [date(2026, 11, 4), date(2026, 11, 9)]


def test_a_term_is_spoken_of_at_half_on_its_last_day_and_after_it() -> None:
    due = date(2026, 11, 13)
    assert _mornings(Alarm.LAST, CaseState.IN_CHECK, due) == [due]
    assert _mornings(Alarm.BREACH, CaseState.IN_CHECK, due) == [date(2026, 11, 16)]
    (half,) = _mornings(Alarm.HALF, CaseState.IN_CHECK, due)
    assert MONDAY < half < due
    assert _mornings(Alarm.DECIDE_LAST, CaseState.IN_CHECK, due, date(2026, 11, 20)) == [date(2026, 11, 20)]
    assert _mornings(Alarm.DECIDE_BREACH, CaseState.IN_CHECK, due, date(2026, 11, 20)) == [date(2026, 11, 23)]
    assert _mornings(Alarm.DECIDE_LAST, CaseState.AGREED, due, date(2026, 11, 20)) == []
    assert _mornings(Alarm.LAST, CaseState.IN_CHECK, MONDAY) == [], "this morning is over"
