"""What is worked off row by row, and how long a row that failed rests before it is tried again."""

from enum import StrEnum

PAUSES = (60, 300, 1_800, 7_200, 43_200)
"""Seconds after the first failure, the second …; a row that failed once more is set aside (*ours*)."""


class Sweep(StrEnum):
    """Kinds of rows; each value is stored with what failed, and ``sweep-…`` says it in words."""

    REMINDERS = "reminder"
    EXPIRED_OFFERS = "expired-offer"
    PAST_WAITING = "past-waiting"
    LINES = "line"
    LINE_ENTRIES = "line-entry"
    LATE_PLACES = "late-place"
    LATE_BOOKINGS = "late-booking"
    LIVE_PLACES = "live-place"
    LIVE_VISITS = "live-visit"
    OPEN_VISITS = "open-visit"
    OPEN_BOOKINGS = "open-booking"
    DISPLACED = "displaced"
    KEPT_SEATS = "kept-seat"
    GIVEN_BACK = "given-back"
    PERSONS = "person"
    UNHEARD = "unheard-inquiry"
    CASE_CARDS = "case-card"
    INTAKE_CARDS = "intake-card"
    INQUIRY_CARDS = "inquiry-card"
    DIGESTS = "digest"
    FOLLOWED = "followed-payment"
    NEWS = "payment-news"
    NO_CHANGE_NOTICES = "payment-ping"
    IMPORTS = "registry-import"
    EXPORTS = "export"
    DAMAGE_CHECKS = "damage-check"
    ALARMS = "alarm"
    CLEANINGS = "cleaning"


def pause_after(attempts: int) -> int | None:
    """Return how long a row rests that failed so often, or None when it is not tried again by itself."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
