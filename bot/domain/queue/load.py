"""How busy a place is: in three words, and as a range of minutes one waits. The bounds are ours: no source gives any.

The range comes from how people leave the counters: with ``ahead`` people before me and ``counters`` busy, I am
called after ``ahead + 1`` departures (fewer when a counter is free), which come about every ``minutes / counters``.
Their sum spreads with the root of their number, so the range does, too. Its share of hits is measured
(``bench/load.py``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, sqrt
from statistics import mean

BUSY_FROM_PERCENT = 80
NORMAL_FROM_PERCENT = 40
NORMAL_FROM_MINUTES, BUSY_FROM_MINUTES = 10, 30
USUAL_MINUTES = 15.0
"""Tickets come every 15 minutes (Almaty 2021): the length of a visit until enough were served today."""
WORTH_MINUTES = 15
"""Less than this saved is not worth another way or hour."""
_STEP = 5
_SPREAD = 1.3
"""So many deviations to each side: about four of five waits."""
_ENOUGH, _LATEST = 5, 30


class Load(StrEnum):
    """The tail of a text key."""

    QUIET = "quiet"
    NORMAL = "normal"
    BUSY = "busy"


@dataclass(frozen=True, slots=True, order=True)
class WaitRange:
    """Minutes one probably waits, from ``low`` to ``high``, in steps of five."""

    low: int
    high: int

    @property
    def load(self) -> Load:
        """The load that the range stands for."""
        middle = (self.low + self.high) / 2
        if middle >= BUSY_FROM_MINUTES:
            return Load.BUSY
        return Load.NORMAL if middle >= NORMAL_FROM_MINUTES else Load.QUIET

    def saves(self, other: "WaitRange") -> int:
        """Return how many minutes ``other`` saves, reckoned with caution: its worst against our best."""
        return max(0, self.low - other.high)


def load_of(taken: int, seats: int) -> Load:
    """Return the load of `taken` visitors on `seats`; without seats it is busy."""
    percent = 100 * taken // seats if seats else 100
    if percent >= BUSY_FROM_PERCENT:
        return Load.BUSY
    return Load.NORMAL if percent >= NORMAL_FROM_PERCENT else Load.QUIET


def wait_range(ahead: int, busy: int, counters: int, minutes: float) -> WaitRange:
    """Return how long somebody waits with ``ahead`` people before them.

    ``busy`` of ``counters`` serve somebody now, each for ``minutes`` on average; no counter at work counts as one.
    """
    counters = max(counters, busy, 1)
    departures = ahead + 1 - (counters - busy)
    if departures <= 0:
        return WaitRange(0, _STEP)
    middle = departures * minutes / counters
    spread = _SPREAD * sqrt(departures) * minutes / counters
    return WaitRange(_down(max(0.0, middle - spread)), _up(middle + spread))


def usual_wait(waits: Sequence[float]) -> WaitRange | None:
    """Return the range in which four of five known waits (minutes) lay; None when there are too few to tell."""
    if len(waits) < _ENOUGH:
        return None
    ordered = sorted(waits)
    last = len(ordered) - 1
    return WaitRange(_down(ordered[round(last * 0.1)]), _up(ordered[round(last * 0.9)]))


def serving_minutes(served: Sequence[float]) -> float:
    """Return how long a visit takes, by the last ones of today (minutes); the usual length until there are enough."""
    latest = served[-_LATEST:]
    return max(1.0, mean(latest)) if len(latest) >= _ENOUGH else USUAL_MINUTES


def _down(minutes: float) -> int:
    return int(minutes // _STEP) * _STEP


def _up(minutes: float) -> int:
    return max(_STEP, ceil(minutes / _STEP) * _STEP)
