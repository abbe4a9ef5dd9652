"""The waiting list of a full day: what somebody waits for, and a freed seat offered to them (product Q5)."""

from dataclasses import dataclass
from enum import StrEnum


class WaitingState(StrEnum):
    """Where an entry of the list is."""

    WAITING = "waiting"
    SERVED = "served"
    """An offer was taken."""
    LEFT = "left"
    """Its owner has left the list."""
    OVER = "over"
    """Its last day passed."""


WAITING_MOVES: dict[WaitingState, frozenset[WaitingState]] = {
    WaitingState.WAITING: frozenset({WaitingState.SERVED, WaitingState.LEFT, WaitingState.OVER}),
    WaitingState.SERVED: frozenset(),
    WaitingState.LEFT: frozenset(),
    WaitingState.OVER: frozenset(),
}


class OfferState(StrEnum):
    """Where an offered seat is."""

    OPEN = "open"
    TAKEN = "taken"
    PASSED = "passed"
    """Its owner left it to the next in line."""
    EXPIRED = "expired"
    VOID = "void"
    """The place took it back: the same time may be offered again."""


OFFER_MOVES: dict[OfferState, frozenset[OfferState]] = {
    OfferState.OPEN: frozenset({OfferState.TAKEN, OfferState.PASSED, OfferState.EXPIRED, OfferState.VOID}),
    OfferState.TAKEN: frozenset(),
    OfferState.PASSED: frozenset(),
    OfferState.EXPIRED: frozenset(),
    OfferState.VOID: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry; days are ISO dates of the branch, ``part`` one of ``morning``, ``afternoon`` or None for any time.

    ``booking_id`` is the booking an offered seat would be a move of.
    """

    id: int
    user_id: int
    person_id: int
    relation: str
    service: str
    second_service: str | None
    service_group: str
    seats: int
    day_from: str
    day_to: str
    part: str | None
    booking_id: int | None
    state: WaitingState
    created_at: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat kept for an entry until ``expires_at``."""

    id: int
    waiting_id: int
    branch_id: int
    starts_at: int
    expires_at: int
    state: OfferState
