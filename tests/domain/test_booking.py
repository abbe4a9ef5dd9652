"""One booking in ten days by kind, and the table of booking states."""

from datetime import date, timedelta
from itertools import product

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
    move_booking,
)
from bot.domain.errors import Refusal

DAY = date(2026, 11, 30)
S = BookingState


@pytest.mark.parametrize(("state", "to"), list(product(BookingState, BookingState)))
def test_only_the_moves_of_the_table_are_legal(state: BookingState, to: BookingState) -> None:
    if to in BOOKING_MOVES[state]:
        assert move_booking(state, to) is to
    else:
        with pytest.raises(Refusal, match="booking-state"):
            move_booking(state, to)


def test_what_is_over_stays_over() -> None:
    for state in (S.MOVED, S.CANCELLED, S.SERVED, S.MISSED):
        assert not BOOKING_MOVES[state]
        assert state not in LIVE_STATES


def test_nobody_is_served_without_being_called() -> None:
    assert [state for state, moves in BOOKING_MOVES.items() if S.SERVED in moves] == [S.CALLED]


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
