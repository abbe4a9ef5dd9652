"""The order of the line, as its rule states it, and the states of a visit."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reception import LIVE_VISITS, VISIT_MOVES, Share, VisitState, line_order

NOW = 100_000
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who came; minutes from now."""

    booked: int | None
    came: int

    @property
    def starts_at(self) -> int | None:
        return None if self.booked is None else NOW + self.booked * MINUTE

    @property
    def arrived_at(self) -> int:
        return NOW + self.came * MINUTE


LATE, DUE, SOON, EARLY = Came(-10, -1), Came(-5, -30), Came(10, -40), Came(40, -50)
FIRST, SECOND = Came(None, -60), Came(None, -2)
visitors = st.lists(
    st.builds(Came, st.none() | st.integers(-30, 90), st.integers(-120, 0)),
    max_size=12,
    unique_by=lambda one: (one.booked, one.came),
)


def test_booked_people_come_first_by_their_time_a_late_one_by_their_arrival() -> None:
    line = line_order([EARLY, SECOND, SOON, LATE, FIRST, DUE], NOW, Share())
    assert line == [DUE, LATE, SOON, FIRST, SECOND, EARLY]


def test_every_fifth_call_is_for_those_without_booking_where_a_fifth_is_theirs() -> None:
    booked = [Came(-20 + step, -60) for step in range(8)]
    line = line_order([*booked, FIRST, SECOND], NOW, Share(percent=20))
    assert [place for place, one in enumerate(line) if one.booked is None] == [4, 9]
    assert line_order([DUE, FIRST], NOW, Share(20, walk_ins=0, calls=4)) == [FIRST, DUE]
    assert line_order([DUE, FIRST], NOW, Share(20, walk_ins=1, calls=4)) == [DUE, FIRST]


@given(visitors, st.integers(0, 100))
def test_everybody_is_in_the_line_once_and_nobody_overtakes_their_like(came: list[Came], percent: int) -> None:
    line = line_order(came, NOW, Share(percent))
    assert sorted(line, key=repr) == sorted(came, key=repr)
    walk_ins = [one.came for one in line if one.booked is None]
    assert walk_ins == sorted(walk_ins)
    ready = [max(one.booked, one.came) for one in line if one.booked is not None and one.booked <= 15]
    assert ready == sorted(ready)


@given(visitors, st.integers(1, 100))
def test_those_without_booking_get_at_least_their_share(came: list[Came], percent: int) -> None:
    line = line_order(came, NOW, Share(percent))
    walk_ins = len([one for one in came if one.booked is None])
    for calls in range(1, len(line) + 1):
        got = len([one for one in line[:calls] if one.booked is None])
        assert got >= min(walk_ins, calls * percent // 100)


def test_what_is_over_stays_over_and_nobody_is_served_uncalled() -> None:
    assert {state for state in VisitState if VISIT_MOVES[state]} == LIVE_VISITS
    assert VISIT_MOVES.keys() == set(VisitState)
    assert [state for state in VisitState if VisitState.SERVED in VISIT_MOVES[state]] == [VisitState.CALLED]
