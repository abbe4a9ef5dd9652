"""How a place's hours are told: today's, and whether it is open at this minute, in its own zone."""

from datetime import datetime, timedelta

from bot.domain.branches.branches import BranchKind
from bot.domain.branches.capacity import plan_at
from bot.domain.branches.hours import Interval, OpenKind
from bot.services.branches.directory import Place
from bot.texts import LocalDateTime, TextRef, zone

_MINUTE = timedelta(minutes=1)
_DAYS_AHEAD = 8


def today_text(place: Place, now: datetime) -> TextRef:
    """Tell the hours of the place's today, breaks and closures taken out."""
    if place.schedule is None:
        return TextRef("queue-hours-unknown")
    spans = place.schedule.opening(now.astimezone(zone(place.zone)).date())
    if not spans:
        return TextRef("queue-hours-closed")
    return TextRef("queue-hours", {"hours": ", ".join(f"{span.start:%H:%M}–{span.end:%H:%M}" for span in spans)})


def state_text(place: Place, now: datetime) -> TextRef:
    """Tell that it is open until …, closes in so many minutes (the last 20), has a break or is closed until …"""
    state = place.schedule.state_at(now) if place.schedule else None
    if state is None or state.until is None:
        return TextRef("queue-ask-1414")
    until = int(state.until.timestamp())
    if state.kind is OpenKind.BREAK:
        return TextRef("queue-break-until", {"until": LocalDateTime(until, place.zone, "time")})
    if state.kind is OpenKind.CLOSED:
        return TextRef("queue-closed-until", {"until": LocalDateTime(until, place.zone, "visit")})
    if state.kind is OpenKind.CLOSING_SOON:
        minutes = -((now - state.until) // _MINUTE)
        return TextRef("queue-closing-soon", {"minutes": minutes, "until": LocalDateTime(until, place.zone, "time")})
    return TextRef("queue-open-until", {"until": LocalDateTime(until, place.zone, "time")})


def kind_text(place: Place) -> TextRef:
    """Explain what kind of place it is."""
    branch = place.branch
    if branch.duty and branch.kind in (BranchKind.TSON, BranchKind.SPEC_TSON):
        return TextRef("queue-kind-duty-spec-tson" if branch.kind is BranchKind.SPEC_TSON else "queue-kind-duty-tson")
    return TextRef(f"queue-kind-{branch.kind.value.replace('_', '-')}")


def admission_text(place: Place, now: datetime, *, books: bool) -> TextRef:
    """Tell how one gets in: by booking, by booking or in the line, or without booking."""
    if place.branch.kind is BranchKind.SELF_SERVICE:
        return TextRef("queue-note-self-service")
    if not books:
        return TextRef("queue-note-walk-in")
    return TextRef("queue-note-both" if _takes_walk_ins(place, now) else "queue-note-booking")


def _takes_walk_ins(place: Place, now: datetime) -> bool:
    """Tell whether anybody without booking is taken in what is left of today, or on the next day it is open."""
    local = now.astimezone(zone(place.zone))
    if place.schedule is None:
        return False
    for step in range(_DAYS_AHEAD):
        day = local.date() + timedelta(days=step)
        left = [Interval(max(span.start, local), span.end) for span in place.schedule.opening(day) if span.end > local]
        if left:
            plans = [plan_at(place.plans, place.group, at) for span in left for at in _changes(place, span)]
            return any(plan is not None and plan.public < plan.desks for plan in plans)
    return False


def _changes(place: Place, span: Interval) -> list[datetime]:
    """Return the moments of a stretch from which on another plan may decide."""
    day, tz = span.start.date(), span.start.tzinfo
    edges = [datetime.combine(day, at, tz) for plan in place.plans for at in (plan.opens, plan.closes)]
    return [span.start, *(edge for edge in edges if span.start < edge < span.end)]
