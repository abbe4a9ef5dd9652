"""When to remind of a visit: before it, never at night, never when it no longer helps (product Q7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

DEFAULT_OFFSETS = (timedelta(hours=24), timedelta(hours=2))

_MARGIN = timedelta(minutes=15)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The night: no reminder from `start` up to, not with, `end` (local time). Equal ends switch it off."""

    start: time = time(21)
    end: time = time(8)

    def holds(self, moment: datetime) -> bool:
        """Tell whether the moment, in its own zone, is in the quiet hours."""
        clock = moment.time().replace(tzinfo=None)
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end

    def bounds(self, moment: datetime) -> tuple[datetime, datetime]:
        """Return the start and the end of the quiet hours that hold the moment."""
        end = _at(moment, self.end)
        if end <= moment:
            end = _at(moment + _DAY, self.end)
        start = _at(end, self.start)
        return (start if start < end else _at(end - _DAY, self.start)), end


DEFAULT_QUIET = QuietHours()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: `kind` names its offset (`before-24h`), send it from `due_at` on but not after `not_after`."""

    kind: str
    due_at: datetime
    not_after: datetime


def plan_reminders(
    starts_at: datetime,
    now: datetime,
    *,
    offsets: Iterable[timedelta] = DEFAULT_OFFSETS,
    quiet: QuietHours = DEFAULT_QUIET,
) -> list[Reminder]:
    """Return the reminders still to come, in order of time; `starts_at` carries the branch's zone.

    A reminder that falls into the night goes to the morning after where that still leaves a quarter of its offset,
    otherwise to the evening before. Two that fall on one moment become the one nearer to the visit.
    """
    planned = {}
    for offset in sorted(offsets, reverse=True):
        reminder = _plan(starts_at, offset, quiet)
        if reminder.due_at > now:
            planned[reminder.due_at] = reminder
    return [planned[due] for due in sorted(planned)]


def _plan(starts_at: datetime, offset: timedelta, quiet: QuietHours) -> Reminder:
    due, helps_until = starts_at - offset, starts_at - offset / 4
    if quiet.holds(due):
        evening, morning = quiet.bounds(due)
        due = morning if morning <= helps_until else evening - _MARGIN
    if quiet.holds(helps_until):
        helps_until = quiet.bounds(helps_until)[0] - _MARGIN
    return Reminder(f"before-{_name(offset)}", due, max(due, helps_until))


def _name(offset: timedelta) -> str:
    minutes = offset // timedelta(minutes=1)
    return f"{minutes}m" if minutes % 60 else f"{minutes // 60}h"


def _at(moment: datetime, clock: time) -> datetime:
    return datetime.combine(moment.date(), clock, moment.tzinfo)
