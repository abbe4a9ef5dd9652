"""Booking of the ЦОН queue: rules as data, states and their one table (domain.md §5.1, feature-anchors.md
§4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.domain.errors import Refusal


class BookingKind(StrEnum):
    """The limit of one booking is counted apart for ЦОН and спецЦОН (22.07.2020)."""

    ORDINARY = "ordinary"
    SPECIAL = "special"


class BookingState(StrEnum):
    """Where a booking is in its life."""

    ACTIVE = "active"
    DISPLACED = "displaced"
    """The place closed at its time: no seat, a new time is offered, nothing is lost until its owner answers."""
    CANCELLED = "cancelled"
    CHECKED_IN = "checked_in"
    SERVED = "served"
    MISSED = "missed"
    OVER = "over"
    """Its day ended, and nobody noted whether its owner came."""


BOOKING_MOVES: dict[BookingState, frozenset[BookingState]] = {
    BookingState.ACTIVE: frozenset(
        {
            BookingState.CANCELLED,
            BookingState.CHECKED_IN,
            BookingState.MISSED,
            BookingState.DISPLACED,
            BookingState.OVER,
        }
    ),
    BookingState.DISPLACED: frozenset({BookingState.ACTIVE, BookingState.CANCELLED}),
    BookingState.CHECKED_IN: frozenset(
        {BookingState.SERVED, BookingState.CANCELLED, BookingState.MISSED, BookingState.OVER}
    ),
    BookingState.MISSED: frozenset(),
    BookingState.CANCELLED: frozenset(),
    BookingState.SERVED: frozenset(),
    BookingState.OVER: frozenset(),
}
"""Legal moves. Who missed his visit and comes after all joins the line like one without booking: his seat is free."""

LIVE_STATES = frozenset({BookingState.ACTIVE, BookingState.DISPLACED, BookingState.CHECKED_IN})
"""What counts as the person's one booking."""


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
    cool_down: timedelta = timedelta(minutes=5)
    """*Ours*: a freed seat is the waiting list's for so long before everybody sees it."""
    offer: timedelta = timedelta(minutes=15)
    """*Ours*: how long a seat offered from the waiting list is kept."""
    offers_from: time = time(8)
    offers_until: time = time(21)
    """*Ours*: seats are offered between these times of day."""
    early: timedelta = timedelta(minutes=60)
    """*Ours*: how long before the visit one may check in."""
    late: timedelta = timedelta(minutes=15)
    """*Ours*: a late person is let in for so long; then the visit counts as missed."""


DEFAULT_RULES = BookingRules()


@dataclass(frozen=True, slots=True)
class PersonBooking:
    """As much of a person's other booking as the limit needs; the day is the branch's local date."""

    kind: BookingKind
    day: date
    state: BookingState


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
