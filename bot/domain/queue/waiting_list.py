"""The waiting list of a full day: what somebody waits for, and a freed seat offered to them (product Q5)."""

from dataclasses import dataclass


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
    state: str
    created_at: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat kept for an entry until ``expires_at``."""

    id: int
    waiting_id: int
    branch_id: int
    starts_at: int
    expires_at: int
    state: str
