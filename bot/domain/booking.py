"""Booking of the ЦОН queue: rules as data, states and their one table (domain.md §5.1, feature-anchors.md
§4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.errors import Refusal


class BookingKind(StrEnum):
    """The limit of one booking is counted apart for ЦОН and спецЦОН (22.07.2020)."""

    ORDINARY = "ordinary"
    SPECIAL = "special"


class BookingState(StrEnum):
    """Where a booking is in its life."""

    ACTIVE = "active"
    MOVED = "moved"
    CANCELLED = "cancelled"
    CHECKED_IN = "checked_in"
    CALLED = "called"
    SERVED = "served"
    MISSED = "missed"


BOOKING_MOVES: dict[BookingState, frozenset[BookingState]] = {
    BookingState.ACTIVE: frozenset(
        {BookingState.MOVED, BookingState.CANCELLED, BookingState.CHECKED_IN, BookingState.MISSED}
    ),
    BookingState.CHECKED_IN: frozenset({BookingState.CALLED, BookingState.CANCELLED, BookingState.MISSED}),
    BookingState.CALLED: frozenset({BookingState.CHECKED_IN, BookingState.SERVED, BookingState.MISSED}),
    BookingState.MOVED: frozenset(),
    BookingState.CANCELLED: frozenset(),
    BookingState.SERVED: frozenset(),
    BookingState.MISSED: frozenset(),
}
"""Legal moves. `called` may go back to `checked_in`: a person who did not hear the call waits on."""

LIVE_STATES = frozenset({BookingState.ACTIVE, BookingState.CHECKED_IN, BookingState.CALLED})


@dataclass(frozen=True, slots=True)
class BookingRules:
    """What an administrator may change. Defaults marked *ours* have no published source."""

    hold: timedelta = timedelta(minutes=5)
    """*Ours*: how long a chosen seat waits for its confirmation."""
    horizon_days: int = 14
    """*Ours*: the last bookable day, counted from today."""
    lead: timedelta = timedelta(minutes=60)
    """*Ours*: the least time between booking and visit."""
    step: timedelta = timedelta(minutes=15)
    """Tickets come every 15 minutes (Almaty 2021)."""
    before_closing: timedelta = timedelta(minutes=30)
    """The last time is 30 minutes before closing (Kostanay 11.2020)."""
    apart_days: int = 10
    """One booking per person in 10 days, by kind (22.07.2020)."""
    walkin_percent: int = 0
    """*Ours*: the share of seats at each time kept for people who come without a booking."""


DEFAULT_RULES = BookingRules()


@dataclass(frozen=True, slots=True)
class PersonBooking:
    """As much of a person's other booking as the limit needs; the day is the branch's local date."""

    kind: BookingKind
    day: date
    state: BookingState


def move_booking(state: BookingState, to: BookingState) -> BookingState:
    """Return `to` when the move is legal, else raise `Refusal("booking-state")` with the present state."""
    if to not in BOOKING_MOVES[state]:
        raise Refusal("booking-state", state=state.value)
    return to


def check_limit(
    others: Iterable[PersonBooking], kind: BookingKind, day: date, rules: BookingRules = DEFAULT_RULES
) -> None:
    """Raise `Refusal("booking-limit", day=…, again=…)` when a live booking of the kind is less than 10 days away.

    `again` is the first day after it on which another is allowed.

    A booking being moved must not be among `others`. Served and missed visits do not count: no source says
    they do.
    """
    for other in others:
        near = abs((other.day - day).days) < rules.apart_days
        if other.kind is kind and other.state in LIVE_STATES and near:
            again = other.day + timedelta(days=rules.apart_days)
            raise Refusal("booking-limit", day=other.day, again=again)
