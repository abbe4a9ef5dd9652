"""Those who came: the line at the counters of a ЦОН, its order as a stated rule, the states of a visit.

Booked people have priority (September 2021, domain §5.1); the numbers marked *ours* have no published source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol, TypeVar


class VisitState(StrEnum):
    """Where somebody who came is."""

    WAITING = "waiting"
    CALLED = "called"
    PARKED = "parked"
    """Put aside: they fetch a paper or stepped out, and keep their place by time."""
    SERVED = "served"
    MISSED = "missed"
    LEFT = "left"
    """They gave their place up themselves."""
    OVER = "over"
    """The day ended before anybody called them."""


VISIT_MOVES: dict[VisitState, frozenset[VisitState]] = {
    VisitState.WAITING: frozenset({VisitState.CALLED, VisitState.LEFT, VisitState.OVER}),
    VisitState.CALLED: frozenset({VisitState.PARKED, VisitState.SERVED, VisitState.MISSED, VisitState.LEFT}),
    VisitState.PARKED: frozenset({VisitState.WAITING, VisitState.CALLED, VisitState.LEFT, VisitState.OVER}),
    VisitState.SERVED: frozenset(),
    VisitState.MISSED: frozenset(),
    VisitState.LEFT: frozenset(),
    VisitState.OVER: frozenset(),
}
LIVE_VISITS = frozenset({VisitState.WAITING, VisitState.CALLED, VisitState.PARKED})
"""Who is still there."""


@dataclass(frozen=True, slots=True)
class LineRules:
    """What an administrator may change."""

    soon: timedelta = timedelta(minutes=15)
    """*Ours*: so long before their time a booked person has priority; whoever came earlier lets others pass."""
    most_calls: int = 3
    """*Ours*: so often a person is called; then they are put aside or have missed their visit."""


DEFAULT_LINE_RULES = LineRules()


class InLine(Protocol):
    """As much of a visit as its place in the line depends on; times are UTC seconds."""

    @property
    def starts_at(self) -> int | None:
        """The booked time; None for somebody who came without booking."""

    @property
    def arrived_at(self) -> int:
        """The time of arrival."""


Visitor = TypeVar("Visitor", bound=InLine)


@dataclass(frozen=True, slots=True)
class Share:
    """The share of calls kept for people without booking: ``percent`` of all, of which so many were made today."""

    percent: int = 0
    walk_ins: int = 0
    calls: int = 0

    @property
    def is_due(self) -> bool:
        """Tell whether the next call belongs to somebody without booking."""
        return (self.walk_ins + 1) * 100 <= self.percent * (self.calls + 1)

    def after(self, *, walk_in: bool) -> "Share":
        """Return the share once somebody was called."""
        return Share(self.percent, self.walk_ins + walk_in, self.calls + 1)


def line_order(
    waiting: Iterable[Visitor], now: int, share: Share, rules: LineRules = DEFAULT_LINE_RULES
) -> list[Visitor]:
    """Return in which order those who wait are called, by this rule:

    1. booked people whose time is at most 15 minutes ahead, by their time (a late one by arrival);
    2. people without booking, by arrival; the branch's share of calls is theirs even while booked people wait;
    3. booked people who came earlier than that, by their time.
    """
    ready, walk_ins, early = _sorted(list(waiting), now, rules)
    order: list[Visitor] = []
    while ready or walk_ins:
        walk_in = bool(walk_ins) and (not ready or share.is_due)
        order.append((walk_ins if walk_in else ready).pop(0))
        share = share.after(walk_in=walk_in)
    return [*order, *early]


def _sorted(
    waiting: Sequence[Visitor], now: int, rules: LineRules
) -> tuple[list[Visitor], list[Visitor], list[Visitor]]:
    soon = now + int(rules.soon.total_seconds())
    ready = [one for one in waiting if one.starts_at is not None and one.starts_at <= soon]
    early = [one for one in waiting if one.starts_at is not None and one.starts_at > soon]
    return (
        sorted(ready, key=lambda one: max(one.starts_at or 0, one.arrived_at)),
        sorted((one for one in waiting if one.starts_at is None), key=lambda one: one.arrived_at),
        sorted(early, key=lambda one: one.starts_at or 0),
    )


@dataclass(frozen=True, slots=True)
class StoredVisit:
    """A visit as kept; times are UTC seconds. ``starts_at`` and ``booking_id`` are None for somebody who came without
    booking.

    ``user_id`` is the citizen who is told about it; ``told`` what they were told last, in the message ``message_id``.
    """

    id: int
    branch_id: int
    day: str
    booking_id: int | None
    user_id: int | None
    ticket: str
    service_group: str
    starts_at: int | None
    arrived_at: int
    state: VisitState
    window: int | None = None
    operator: int | None = None
    operator_name: str | None = None
    called_at: int | None = None
    calls: int = 0
    ended_at: int | None = None
    told: str | None = None
    told_at: int | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who sits at a counter of the chat's ЦОН."""

    chat_id: int
    user_id: int
    window: int
    name: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Where the panel of a chat is."""

    message_id: int
    thread_id: int | None
