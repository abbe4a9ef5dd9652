"""One booking in ten days by kind, and the table of booking states."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.booking import (
    BOOKING_MOVES,
    LIVE_STATES,
    BookingKind,
    BookingState,
    PersonBooking,
    check_limit,
)
from bot.domain.errors import Refusal

DAY = date(2026, 11, 30)
S = BookingState


def test_what_is_over_is_not_live() -> None:
    assert set(BookingState) - {S.CANCELLED, S.SERVED, S.MISSED, S.OVER} == LIVE_STATES
    assert not BOOKING_MOVES[S.CANCELLED] | BOOKING_MOVES[S.SERVED]


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
            check_limit([other], BookingKind.ORDINARY, DAY)
        assert caught.value.code == "booking-limit"
        assert caught.value.params == {"day": day, "again": day + timedelta(days=10)}
    else:
        check_limit([other], BookingKind.ORDINARY, DAY)
