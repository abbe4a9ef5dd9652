"""Opening hours of a place: weekly hours with validity, breaks, exceptions of a date, holiday modes
(domain §5.2)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.calendar.days_off import TsonMode
from bot.domain.calendar.working_days import WorkCalendar

CLOSING_SOON = timedelta(minutes=20)
DUTY_OPENS, DUTY_CLOSES = time(9), time(13)
_SEARCH_DAYS = 60


class HoursKind(StrEnum):
    """Whether a weekly row says the place is open or on a break."""

    OPEN = "open"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Hours of one weekday (0 is Monday) in local time, from `valid_from` up to and with `valid_to`."""

    weekday: int
    opens: time
    closes: time
    kind: HoursKind = HoursKind.OPEN
    valid_from: date = date.min
    valid_to: date = date.max

    def applies(self, day: date, weekday: int) -> bool:
        """Tell whether the row speaks of that weekday and is in force on the day."""
        return self.weekday == weekday and self.valid_from <= day <= self.valid_to


@dataclass(frozen=True, slots=True)
class DayException:
    """Hours of one date that replace everything else; without times the place is closed."""

    day: date
    opens: time | None = None
    closes: time | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """A stretch when the place is closed out of its order; without an end, until further notice."""

    start: datetime
    end: datetime | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time when visitors are served; both ends carry the place's zone."""

    start: datetime
    end: datetime


class OpenKind(StrEnum):
    """What the place is right now."""

    OPEN = "open"
    CLOSING_SOON = "closing_soon"
    BREAK = "break"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class OpenState:
    """The state now and when it ends; `until` is None when no opening is in sight."""

    kind: OpenKind
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """All that decides a place's hours. `duty` places also work on days off moved from a holiday,
    09:00-13:00."""

    tz: ZoneInfo
    weekly: tuple[WeeklyHours, ...]
    calendar: WorkCalendar
    exceptions: tuple[DayException, ...] = ()
    duty: bool = False
    closures: tuple[Closure, ...] = ()

    def opening(self, day: date) -> tuple[Interval, ...]:
        """Return the day's opening intervals, breaks and closures taken out, in order.

        An exception of the date wins over a worked weekend, that over a holiday, that over the week.
        """
        return tuple(part for interval in self._ordinary(day) for part in self._left_by_closures(interval))

    def _ordinary(self, day: date) -> tuple[Interval, ...]:
        for exception in self.exceptions:
            if exception.day == day:
                return self._intervals(day, _span(exception.opens, exception.closes))
        replaced = self.calendar.worked_instead_of(day)
        if replaced:
            return self._intervals(day, self._week(day, replaced.weekday()))
        mode = self.calendar.tson_mode(day)
        if mode is TsonMode.CLOSED:
            return ()
        if mode:
            return self._intervals(day, [(DUTY_OPENS, DUTY_CLOSES)] if self.duty else [])
        return self._intervals(day, self._week(day, day.weekday()))

    def state_at(self, now: datetime) -> OpenState:
        """Return open until, closing soon (the last 20 minutes), on a break or closed until, in the place's zone."""
        local = now.astimezone(self.tz)
        for interval in self.opening(local.date()):
            if interval.start <= local < interval.end:
                soon = interval.end - local <= CLOSING_SOON
                return OpenState(OpenKind.CLOSING_SOON if soon else OpenKind.OPEN, interval.end)
        until = self.next_opening(now)
        is_break = until is not None and self._is_break(local, until)
        return OpenState(OpenKind.BREAK if is_break else OpenKind.CLOSED, until)

    def _is_break(self, at: datetime, until: datetime) -> bool:
        """Tell whether the day's own hours, whatever closes it, have a gap here that ends then."""
        hours = self._ordinary(at.date())
        return any(span.end <= at for span in hours) and any(span.start == until for span in hours)

    def next_opening(self, now: datetime) -> datetime | None:
        """Return the first opening after `now`, or None within the next 60 days."""
        local = now.astimezone(self.tz)
        for step in range(_SEARCH_DAYS):
            for interval in self.opening(local.date() + timedelta(days=step)):
                if interval.start > local:
                    return interval.start
        return None

    def _left_by_closures(self, interval: Interval) -> list[Interval]:
        parts = [interval]
        for closure in self.closures:
            parts = [left for part in parts for left in _outside(part, closure)]
        return parts

    def _week(self, day: date, weekday: int) -> list[tuple[time, time]]:
        rows = [row for row in self.weekly if row.applies(day, weekday)]
        spans = sorted((row.opens, row.closes) for row in rows if row.kind is HoursKind.OPEN)
        for row in rows:
            if row.kind is HoursKind.BREAK:
                spans = [part for span in spans for part in _without(span, row.opens, row.closes)]
        return spans

    def _intervals(self, day: date, spans: list[tuple[time, time]]) -> tuple[Interval, ...]:
        return tuple(
            Interval(datetime.combine(day, opens, self.tz), datetime.combine(day, closes, self.tz))
            for opens, closes in spans
        )


def _span(opens: time | None, closes: time | None) -> list[tuple[time, time]]:
    return [(opens, closes)] if opens and closes else []


def _without(span: tuple[time, time], start: time, end: time) -> list[tuple[time, time]]:
    """Return what is left of a span when a break is cut out of it."""
    opens, closes = span
    parts = [(opens, min(closes, start)), (max(opens, end), closes)]
    return [(first, last) for first, last in parts if first < last]


def _outside(interval: Interval, closure: Closure) -> list[Interval]:
    """Return what is left of an interval when a closure is cut out of it."""
    before = Interval(interval.start, min(interval.end, closure.start))
    after = Interval(max(interval.start, closure.end), interval.end) if closure.end else None
    return [part for part in (before, after) if part and part.start < part.end]
