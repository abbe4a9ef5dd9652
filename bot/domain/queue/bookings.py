"""Booking of the ЦОН queue: rules as data, states and their one table (domain §5.1, invariants 1–9)."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.domain.branches.branches import ServiceGroup, TsonService
from bot.domain.errors import Refusal


class BookingKind(StrEnum):
    """The limit of one booking is counted apart for ЦОН and спецЦОН (22.07.2020)."""

    ORDINARY = "ordinary"
    SPECIAL = "special"

    @classmethod
    def of(cls, group: ServiceGroup) -> Self:
        """Return the kind whose limit counts for services of this group of counters."""
        return cls.SPECIAL if group is ServiceGroup.SPECIAL else cls.ORDINARY


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
"""Legal moves. Whoever missed a visit and comes after all joins the line like one without booking: the seat is free."""

LIVE_STATES = frozenset({BookingState.ACTIVE, BookingState.DISPLACED, BookingState.CHECKED_IN})
"""What counts as the person's one booking."""
MOVABLE_STATES = frozenset({BookingState.ACTIVE, BookingState.DISPLACED})
"""What may still be given another time."""
SEATED_STATES = frozenset({BookingState.ACTIVE, BookingState.CHECKED_IN, BookingState.SERVED})
"""What has its seats: of all others they are free."""


def _minutes(value: object) -> object:
    return timedelta(minutes=value) if isinstance(value, int) else value


_Minutes = Annotated[timedelta, BeforeValidator(_minutes), Field(ge=timedelta(0))]


class BookingRules(BaseModel):
    """What an administrator may change, as in ``data/queue/booking.toml``, which tells what each means and where it is
    from.

    Lengths of time are whole minutes there.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    horizon_days: Annotated[int, Field(ge=0, le=60)]
    lead: _Minutes
    step: Annotated[_Minutes, Field(ge=timedelta(minutes=5), le=timedelta(minutes=60))]
    before_closing: _Minutes
    apart_days: Annotated[int, Field(ge=1)]
    people_at_once: Annotated[int, Field(ge=1)]
    new_people_a_day: Annotated[int, Field(ge=1)]
    cool_down: _Minutes
    offer: _Minutes
    offers_from: time
    offers_until: time
    early: _Minutes
    late: _Minutes

    @classmethod
    def read(cls, table: str) -> Self:
        """Return the rules of a TOML table; raise `ValueError` when it breaks them or the model's bounds."""
        return cls.model_validate(tomllib.loads(table))

    @model_validator(mode="after")
    def _offers_by_day(self) -> Self:
        if self.offers_from >= self.offers_until:
            raise ValueError("offers_from must be before offers_until")
        return self


@dataclass(frozen=True, slots=True)
class PersonBooking:
    """As much of a person's other booking as the limit needs; the day is the branch's local date."""

    kind: BookingKind
    day: date
    state: BookingState


def check_limit(others: Iterable[PersonBooking], kind: BookingKind, day: date, rules: BookingRules) -> None:
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


@dataclass(frozen=True, slots=True)
class Visit:
    """Whose visit it is, what that person is to whoever books it, and for which services, one after the other."""

    person_id: int
    relation: str
    service: TsonService
    second: TsonService | None = None


@dataclass(frozen=True, slots=True)
class StoredBooking:
    """A booking as kept. ``number`` is the secret of its link, ``ticket`` what is called out at the branch.

    ``minutes`` is the length of the visit, ``seats`` how many consecutive seats it takes; ``coming_at`` is when its
    owner said that they come, ``closure_id`` what displaced it.
    """

    id: int
    number: str
    ticket: str
    branch_id: int
    person_id: int
    made_by: int
    service: str
    second_service: str | None
    kind: str
    relation: str
    day: str
    starts_at: int
    minutes: int
    seats: int
    state: BookingState
    version: int
    coming_at: int | None = None
    closure_id: int | None = None
