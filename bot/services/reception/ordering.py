"""The line at a branch as it is now: who is there, in which order they are called, how long it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.branches.capacity import plan_at
from bot.domain.queue.load import WaitRange, serving_minutes, wait_range
from bot.domain.reception import LIVE_VISITS, Share, StoredVisit, VisitState, line_order
from bot.services.branches.directory import Place
from bot.texts import zone
from storage.engine.database import Transaction
from storage.reception import visits

_AT_WORK_SECONDS = 30 * 60


@dataclass(frozen=True, slots=True)
class Line:
    """Those who are there: ``waiting`` in the order of the calls. ``counters`` are those that call people now."""

    waiting: Sequence[StoredVisit]
    called: Sequence[StoredVisit]
    parked: Sequence[StoredVisit]
    counters: int
    minutes: float

    def ahead_of(self, visit_id: int) -> int:
        """Return how many are called before this visit."""
        return next((place for place, visit in enumerate(self.waiting) if visit.id == visit_id), len(self.waiting))

    def wait_at(self, ahead: int) -> WaitRange:
        """Return how long somebody waits with so many before them."""
        return wait_range(ahead, len(self.called), self.counters, self.minutes)


async def read_line(tx: Transaction, place: Place, now: int) -> Line:
    """Return the line of a branch."""
    day = local_day(place, now)
    today = await visits.of_day(tx, place.id, day.isoformat())
    there = [visit for visit in today if visit.state in LIVE_VISITS]
    walk_ins, calls = await visits.calls_of_day(tx, place.id, day.isoformat())
    share = Share(walk_in_percent(place, now), walk_ins, calls)
    return Line(
        waiting=line_order(visits.waiting(there), now, share),
        called=[visit for visit in there if visit.state is VisitState.CALLED],
        parked=[visit for visit in there if visit.state is VisitState.PARKED],
        counters=_counters_at_work(today, now),
        minutes=serving_minutes([_served(visit) for visit in today if visit.state is VisitState.SERVED]),
    )


def local_day(place: Place, now: int) -> date:
    """Return the place's today."""
    return local_time(place, now).date()


def local_time(place: Place, now: int) -> datetime:
    """Return a moment by the place's clock."""
    return datetime.fromtimestamp(now, zone(place.zone))


def is_open(place: Place, now: int) -> bool:
    """Tell whether the place serves people at this moment."""
    at = local_time(place, now)
    return place.schedule is not None and any(span.start <= at < span.end for span in place.schedule.opening(at.date()))


def walk_in_percent(place: Place, now: int) -> int:
    """Return which share of the counters takes people without booking: all of them where nobody can book."""
    if not place.branch.takes_bookings:
        return 100
    at, group = local_time(place, now), place.group
    plan = plan_at(place.plans, group, at)
    return plan.walkin_percent if plan else 0


def _counters_at_work(today: Sequence[StoredVisit], now: int) -> int:
    lately = [
        visit.window for visit in today
        if visit.window and (visit.state is VisitState.CALLED or (visit.ended_at or 0) > now - _AT_WORK_SECONDS)
    ]  # fmt: skip
    return len(set(lately))


def _served(visit: StoredVisit) -> float:
    return ((visit.ended_at or 0) - (visit.called_at or 0)) / 60
