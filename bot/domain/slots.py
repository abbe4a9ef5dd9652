"""The bookable times of a day and how many seats each has (product.md Q2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.booking import DEFAULT_RULES, BookingRules
from bot.domain.errors import Refusal
from bot.domain.hours import Interval


@dataclass(frozen=True, slots=True)
class Slot:
    """One start time and the seats one may book at it."""

    start: datetime
    seats: int


def public_seats(capacity: int, walkin_percent: int) -> int:
    """Return the seats left for booking when the walk-in share, rounded up, is set aside."""
    return max(0, capacity - -(-capacity * walkin_percent // 100))


def grid(intervals: Sequence[Interval], capacity: int, rules: BookingRules = DEFAULT_RULES) -> list[Slot]:
    """Return every slot of one day's opening intervals, in order, whatever the time is now.

    A slot fits into its interval as a whole, and starts no later than 30 minutes before the day's closing.
    """
    seats = public_seats(capacity, rules.walkin_percent)
    if not intervals or not seats:
        return []
    last = intervals[-1].end - rules.before_closing
    return [Slot(start, seats) for start in _starts(intervals, rules.step) if start <= last]


def visit_starts(slots: Sequence[Slot], services: int, rules: BookingRules = DEFAULT_RULES) -> list[datetime]:
    """Return the times from which that many services fit into consecutive slots, each with a seat left.

    `slots` are in order, with the seats still free.
    """
    free = {slot.start for slot in slots if slot.seats > 0}
    return [slot.start for slot in slots if all(slot.start + rules.step * number in free for number in range(services))]


def bookable(slots: Iterable[Slot], now: datetime, rules: BookingRules = DEFAULT_RULES) -> list[Slot]:
    """Return the slots one may book now."""
    return [slot for slot in slots if why_not_bookable(slot.start, now, rules) is None]


def why_not_bookable(start: datetime, now: datetime, rules: BookingRules = DEFAULT_RULES) -> str | None:
    """Return None, or the code of the reason: `booking-past`, `booking-too-soon`, `booking-too-far`.

    `start` carries the branch's zone: the horizon is counted in its calendar days.
    """
    if start <= now:
        return "booking-past"
    if start - now < rules.lead:
        return "booking-too-soon"
    today = now.astimezone(start.tzinfo).date()
    if (start.date() - today).days > rules.horizon_days:
        return "booking-too-far"
    return None


def check_bookable(start: datetime, now: datetime, rules: BookingRules = DEFAULT_RULES) -> None:
    """Raise `Refusal` with the reason's code when the time cannot be booked now."""
    code = why_not_bookable(start, now, rules)
    if code:
        minutes = rules.lead // timedelta(minutes=1)
        raise Refusal(code, minutes=minutes, days=rules.horizon_days)


def _starts(intervals: Iterable[Interval], step: timedelta) -> Iterable[datetime]:
    for interval in intervals:
        start = interval.start
        while start + step <= interval.end:
            yield start
            start += step
