"""What a seat of the queue is: one row of the database, so that it has at most one claim."""

from enum import StrEnum


class SeatState(StrEnum):
    """Whether a seat is free, held or booked."""

    FREE = "free"
    HELD = "held"
    """Kept for a while, for what its purpose says."""
    BOOKED = "booked"
