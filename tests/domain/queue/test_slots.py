"""The grid of a day and what of it may be booked."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.branches.hours import Interval
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingRules
from bot.domain.queue.slots import Slot, bookable, check_bookable, grid, run_of, slots_for, visits, why_not_bookable
from bot.services.queue.booking_rules import BOOKING_RULES

TZ = ZoneInfo("Asia/Almaty")
DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, tzinfo=TZ)


def between(first: int, last: int) -> Interval:
    return Interval(datetime.combine(DAY, time(first), TZ), datetime.combine(DAY, time(last), TZ))


def changed(**values: object) -> BookingRules:
    return BOOKING_RULES.model_copy(update=values)


rules = st.builds(
    changed,
    step=st.sampled_from([timedelta(minutes=minutes) for minutes in (5, 10, 15, 20, 30, 45)]),
    before_closing=st.integers(0, 90).map(lambda minutes: timedelta(minutes=minutes)),
    lead=st.integers(0, 600).map(lambda minutes: timedelta(minutes=minutes)),
    horizon_days=st.integers(0, 30),
)
openings = st.sampled_from([(between(9, 18),), (between(9, 13), between(14, 18)), (between(9, 10),), ()])


def test_an_ordinary_day_has_times_from_nine_to_half_past_five() -> None:
    slots = grid((between(9, 18),), lambda _start: 4, BOOKING_RULES)
    assert len(slots) == 35
    assert slots[0] == Slot(datetime(2026, 11, 23, 9, tzinfo=TZ), 4)
    assert slots[-1].start.time() == time(17, 30)


def test_nobody_is_booked_into_a_break() -> None:
    starts = {slot.start.time() for slot in grid((between(9, 13), between(14, 18)), lambda _start: 1, BOOKING_RULES)}
    assert time(12, 45) in starts
    assert time(13) not in starts
    assert time(14) in starts


def test_no_seats_no_times() -> None:
    assert grid((between(9, 18),), lambda _start: 0, BOOKING_RULES) == []


@given(openings, st.integers(0, 20), rules)
def test_every_slot_lies_inside_an_interval_and_they_do_not_overlap(
    opening: tuple[Interval, ...], capacity: int, rule: BookingRules
) -> None:
    slots = grid(opening, lambda _start: capacity, rule)
    for slot in slots:
        assert any(part.start <= slot.start and slot.start + rule.step <= part.end for part in opening)
        assert slot.start <= opening[-1].end - rule.before_closing
        assert 0 < slot.seats <= capacity
    assert all(later.start - earlier.start >= rule.step for earlier, later in pairwise(slots))


@given(rules, st.integers(-3, 40), st.integers(0, 47))
def test_bookable_times_keep_lead_and_horizon(rule: BookingRules, days: int, half_hours: int) -> None:
    start = datetime.combine(DAY + timedelta(days=days), time(0), TZ) + timedelta(minutes=30) * half_hours
    kept = bookable([Slot(start, 1)], NOW, rule)
    if kept:
        assert start > NOW
        assert start - NOW >= rule.lead
        assert (start.date() - DAY).days <= rule.horizon_days
    else:
        assert why_not_bookable(start, NOW, rule) is not None


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (NOW, "booking-past"),
        (NOW + timedelta(minutes=59), "booking-too-soon"),
        (NOW + timedelta(days=15), "booking-too-far"),
    ],
)
def test_each_reason_has_its_code(start: datetime, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_bookable(start, NOW, BOOKING_RULES)
    assert caught.value.code == code
    assert caught.value.params == {"minutes": 60, "days": 14}


def test_the_last_day_of_the_horizon_is_bookable_to_its_end() -> None:
    check_bookable(datetime(2026, 12, 7, 17, 30, tzinfo=TZ), NOW, BOOKING_RULES)


def test_two_services_need_two_free_seats_in_a_row() -> None:
    slots = grid((between(9, 10), between(11, 12)), lambda _start: 1, rules=changed(before_closing=timedelta(0)))
    full = [Slot(slot.start, 0 if slot.start.time() == time(9, 30) else 1) for slot in slots]
    free = [f"{visit.start:%H:%M}" for visit in visits(full, 2, BOOKING_RULES) if visit.seats]
    assert free == ["09:00", "11:00", "11:15", "11:30"]
    assert visits(full, 1, BOOKING_RULES) == full


@given(openings, st.lists(st.integers(0, 3), min_size=40, max_size=40), st.integers(1, 4))
def test_a_visit_has_the_seats_of_its_fullest_slot(opening: tuple[Interval, ...], left: list[int], length: int) -> None:
    full = [
        Slot(slot.start, left[number % 40])
        for number, slot in enumerate(grid(opening, lambda _start: 3, BOOKING_RULES))
    ]
    seats = {slot.start: slot.seats for slot in full}
    for visit in visits(full, length, BOOKING_RULES):
        assert visit.seats == min(seats[start] for start in run_of(visit.start, length, BOOKING_RULES))
    assert len(visits(full, length, BOOKING_RULES)) <= len(full)


@pytest.mark.parametrize(("minutes", "slots"), [(5, 1), (15, 1), (16, 2), (30, 2), (45, 3)])
def test_a_service_takes_whole_slots(minutes: int, slots: int) -> None:
    assert slots_for(minutes, BOOKING_RULES) == slots
