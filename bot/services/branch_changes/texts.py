"""A change of opening in words: what, on which days and hours, and what it replaces."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import DayException
from bot.services.branch_changes.drafts import hours_of
from bot.services.branch_changes.opening_change import Change, Closing, NewCapacity, as_changed
from bot.services.branches.directory import Place
from bot.texts import LocalDate, TextRef, Value

_NOON = time(12)


def change_lines(place: Place, changes: Sequence[Change]) -> list[TextRef]:
    """Say each change of the place as it is before them."""
    return [_line(place, each) for each in changes]


def _line(place: Place, change: Change) -> TextRef:
    match change:
        case Closing():
            return _closing(change)
        case DayException():
            after = as_changed(place, [change])
            return TextRef(
                "desk-what-hours",
                {
                    "when": _days(change.day, change.day),
                    "before": _hours(place, change.day),
                    "after": _hours(after, change.day),
                },
            )
        case NewCapacity():
            return _counters(place, change.plan)


def _closing(change: Closing) -> TextRef:
    first, last = change.start.date(), (change.end - timedelta(microseconds=1)).date()
    is_whole = change.start.time() == change.end.time() == time.min
    when = _days(first, last)
    if not is_whole:
        when = TextRef("desk-when-hours", {"when": when, "hours": _span(change.start.time(), change.end.time())})
    reason = TextRef("desk-what-because", {"reason": change.reason}) if change.reason else ""
    return TextRef("desk-what-closed", {"when": when, "reason": reason})


def _counters(place: Place, plan: CapacityPlan) -> TextRef:
    before = _before(place, plan)
    values: dict[str, Value] = {
        "when": _when(plan),
        "before": before.desks,
        "after": plan.desks,
        "share_before": before.walkin_percent,
        "share_after": plan.walkin_percent,
        "public_before": before.public,
        "public_after": plan.public,
    }
    return TextRef("desk-what-windows", values)


def _before(place: Place, plan: CapacityPlan) -> CapacityPlan:
    """Return the plan that decides when the new one begins; the place's own counters where none does."""
    spans = place.schedule.opening(plan.valid_from) if place.schedule else ()
    at = max(plan.opens, spans[0].start.time() if spans else _NOON)
    start = datetime.combine(plan.valid_from, at)
    met = [each for each in place.plans if each.covers(plan.group, start)]
    return met[-1] if met else CapacityPlan(plan.group, time.min, time.max, place.branch.desks)


def _when(plan: CapacityPlan) -> TextRef:
    if plan.valid_to == date.max:
        when = TextRef("desk-when-from", {"day": LocalDate.of(plan.valid_from, "long")})
    else:
        when = _days(plan.valid_from, plan.valid_to)
    if (plan.opens, plan.closes) == (time.min, time.max):
        return when
    return TextRef("desk-when-hours", {"when": when, "hours": _span(plan.opens, plan.closes)})


def _days(first: date, last: date) -> TextRef:
    if first == last:
        return TextRef("desk-when-day", {"day": LocalDate.of(first, "long")})
    return TextRef("desk-when-days", {"first": LocalDate.of(first, "long"), "last": LocalDate.of(last, "long")})


def _hours(place: Place, day: date) -> str | TextRef:
    return hours_of(place, day) or TextRef("queue-hours-closed")


def _span(start: time, end: time) -> str:
    return f"{start:%H:%M}–{end:%H:%M}"
