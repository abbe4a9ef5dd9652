"""One booking in ten days by kind, and the table of booking states."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_files import DATA
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import (
    BOOKING_MOVES,
    LIVE_STATES,
    BookingKind,
    BookingRules,
    BookingState,
    PersonBooking,
    check_limit,
)
from bot.services.queue.booking_rules import BOOKING_RULES

DAY = date(2026, 11, 30)
TABLE = (DATA / "queue" / "booking.toml").read_text(encoding="utf-8")
S = BookingState


def test_what_is_over_is_not_live() -> None:
    assert set(BookingState) - {S.CANCELLED, S.SERVED, S.MISSED, S.OVER} == LIVE_STATES
    assert {state for state in S if BOOKING_MOVES[state]} == LIVE_STATES
    assert BOOKING_MOVES.keys() == set(S)


def test_nobody_is_served_without_having_come() -> None:
    assert [state for state, moves in BOOKING_MOVES.items() if S.SERVED in moves] == [S.CHECKED_IN]


@given(
    st.integers(-30, 30).map(lambda days: DAY + timedelta(days=days)),
    st.sampled_from(BookingKind),
    st.sampled_from(BookingState),
)
def test_one_live_booking_in_ten_days_by_kind(day: date, kind: BookingKind, state: BookingState) -> None:
    other = PersonBooking(kind, day, state)
    hit = kind is BookingKind.ORDINARY and state in LIVE_STATES and abs((day - DAY).days) < 10
    if hit:
        with pytest.raises(Refusal) as caught:
            check_limit([other], BookingKind.ORDINARY, DAY, BOOKING_RULES)
        assert caught.value.code == "booking-limit"
        assert caught.value.params == {"day": day, "again": day + timedelta(days=10)}
    else:
        check_limit([other], BookingKind.ORDINARY, DAY, BOOKING_RULES)


def test_the_rules_are_those_of_the_table() -> None:
    rules = BookingRules.read(TABLE.replace("lead = 60", "lead = 90"))
    assert rules == BOOKING_RULES.model_copy(update={"lead": timedelta(minutes=90)})


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("lead = 60", "lead = -1", "lead"),
        ("lead = 60", "leed = 60", "leed"),
        ("step = 15", "step = 0", "step"),
        ("apart_days = 10", "apart_days = 0", "apart_days"),
        ("offers_until = 21:00:00", "offers_until = 07:00:00", "offers_from must be before offers_until"),
        ("lead = 60", "lead = ", "Invalid value"),
    ],
)
def test_a_wrong_table_of_rules_is_refused(right: str, wrong: str, told: str) -> None:
    assert right in TABLE
    with pytest.raises(ValueError, match=told):
        BookingRules.read(TABLE.replace(right, wrong))
