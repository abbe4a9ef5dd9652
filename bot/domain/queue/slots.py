"""The bookable times of a day and how many seats each has (product Q2)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.branches.hours import Interval
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingRules


@dataclass(frozen=True, slots=True)
class Slot:
    """One start time and the seats one may book at it."""

    start: datetime
    seats: int


@dataclass(frozen=True, slots=True)
class SlotRef:
    """Which seats: ``length`` consecutive ones at a branch, for services of a group, from ``starts_at`` on."""

    branch_id: int
    group: str
    starts_at: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Hold:
    """For whom seats are kept, until when, and what for."""

    holder: int
    until: int
    purpose: str


def grid(intervals: Sequence[Interval], seats_at: Callable[[datetime], int], rules: BookingRules) -> list[Slot]:
    """Return every slot of one day's opening intervals, in order, whatever the time is now.

    A slot fits into its interval as a whole, starts no later than 30 minutes before the day's closing, and has as
    many seats as `seats_at` gives for its time; times without any are left out.
    """
    if not intervals:
        return []
    last = intervals[-1].end - rules.before_closing
    slots = [Slot(start, seats_at(start)) for start in _starts(intervals, rules.step) if start <= last]
    return [slot for slot in slots if slot.seats > 0]


def visits(slots: Sequence[Slot], length: int, rules: BookingRules) -> list[Slot]:
    """Return the times at which a visit of `length` consecutive slots may start, with the visits that still fit.

    `slots` are in order, with the seats still free; a visit never bridges a break.
    """
    seats = {slot.start: slot.seats for slot in slots}
    found = []
    for slot in slots:
        run = [seats.get(start) for start in run_of(slot.start, length, rules)]
        if None not in run:
            found.append(Slot(slot.start, min(count for count in run if count is not None)))
    return found


def run_of(start: datetime, length: int, rules: BookingRules) -> list[datetime]:
    """Return the starts of `length` consecutive slots."""
    return [start + rules.step * number for number in range(length)]


def slots_for(minutes: int, rules: BookingRules) -> int:
    """Return how many slots a service of this many minutes takes."""
    return max(1, -(-minutes * 60 // int(rules.step.total_seconds())))


def bookable(slots: Iterable[Slot], now: datetime, rules: BookingRules) -> list[Slot]:
    """Return the slots one may book now."""
    return [slot for slot in slots if why_not_bookable(slot.start, now, rules) is None]


def why_not_bookable(start: datetime, now: datetime, rules: BookingRules) -> str | None:
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


def check_bookable(start: datetime, now: datetime, rules: BookingRules) -> None:
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
