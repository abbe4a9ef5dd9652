"""When a case makes itself heard: to its staff before a term ends, to its person while nothing changes (product A8).

Terms are those of ``bot.domain.cases.deadlines``. How often people are told that nothing changed, and how often they
are reminded of what is theirs to do, is ours: no source sets it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.calendar.working_days import WorkCalendar
from bot.domain.cases.deadlines import half_time
from bot.domain.cases.states import CaseState

PING_DAYS = 5
"""Working days without a change after which the person is told where the case is and what comes by when."""
NUDGE_DAYS = (2, 5)
"""Working days after which the person is reminded of a question or a plan that waits for them."""
IDLE_DAYS = 2
"""Working days an owner may leave a case untouched before it goes back to everybody in the chat."""


class Alarm(StrEnum):
    """What an alarm says; ``HALF``, ``LAST`` and ``BREACH`` are of the term that runs now."""

    HALF = "half"
    LAST = "last"
    BREACH = "breach"
    DECIDE_LAST = "decide-last"
    DECIDE_BREACH = "decide-breach"
    PING = "ping"
    NUDGE = "nudge"


@dataclass(frozen=True, slots=True)
class PlannedAlarm:
    """An alarm of a morning; ``about`` is the day it speaks of: the end of the term, or that morning itself."""

    alarm: Alarm
    morning: date
    about: date


_OFFICE = frozenset({CaseState.SUBMITTED, CaseState.FORWARDED, CaseState.IN_CHECK, CaseState.AGREED})
_PERSON = frozenset({CaseState.QUESTION, CaseState.PLAN_SENT})


def plan_alarms(
    state: CaseState, today: date, due: date | None, decide_by: date | None, calendar: WorkCalendar
) -> list[PlannedAlarm]:
    """Return the alarms still to come, each on the morning of a working day after ``today``.

    ``due`` is the last day of the term that runs now: to forward, to check, or, once a plan is agreed, to decide.
    """
    if state in _PERSON:
        days = (calendar.add_working_days(today, count) for count in NUDGE_DAYS)
        return [PlannedAlarm(Alarm.NUDGE, day, day) for day in days]
    if state not in _OFFICE or due is None:
        return []
    planned = dict.fromkeys(_of_office(state, today, due, decide_by, calendar))
    return sorted(planned, key=lambda alarm: alarm.morning)


def _of_office(
    state: CaseState, today: date, due: date, decide_by: date | None, calendar: WorkCalendar
) -> Iterator[PlannedAlarm]:
    term = [
        PlannedAlarm(Alarm.HALF, half_time(today, due, calendar), due),
        PlannedAlarm(Alarm.LAST, due, due),
        PlannedAlarm(Alarm.BREACH, calendar.add_working_days(due, 1), due),
    ]
    if state is not CaseState.AGREED and decide_by is not None:
        term += [
            PlannedAlarm(Alarm.DECIDE_LAST, decide_by, decide_by),
            PlannedAlarm(Alarm.DECIDE_BREACH, calendar.add_working_days(decide_by, 1), decide_by),
        ]
    mornings = {planned.morning for planned in term if planned.alarm is not Alarm.HALF}
    for planned in term:
        hidden = planned.alarm is Alarm.HALF and planned.morning in mornings
        if planned.morning > today and not hidden:
            yield planned
    told = {planned.morning for planned in term if planned.alarm in {Alarm.BREACH, Alarm.DECIDE_BREACH}}
    # Who is told that a term is over needs no word that nothing changed.
    yield from (ping for ping in _pings(today, decide_by or due, calendar) if ping.morning not in told)


def _pings(today: date, end: date, calendar: WorkCalendar) -> Iterator[PlannedAlarm]:
    day = calendar.add_working_days(today, PING_DAYS)
    while day < end - timedelta(days=1):
        yield PlannedAlarm(Alarm.PING, day, day)
        day = calendar.add_working_days(day, PING_DAYS)
