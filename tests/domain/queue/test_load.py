"""The range of minutes one waits, and the words for it."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bench.load import hits, simulate_day, usual_hits
from bot.domain.queue.load import Load, WaitRange, load_of, serving_minutes, usual_wait, wait_range


@given(st.integers(0, 60), st.integers(0, 20), st.integers(0, 20), st.floats(1, 60))
def test_a_range_is_whole_and_more_people_never_wait_less(ahead: int, busy: int, counters: int, minutes: float) -> None:
    here, behind = (wait_range(people, busy, counters, minutes) for people in (ahead, ahead + 1))
    assert 0 <= here.low < here.high
    assert here.low % 5 == here.high % 5 == 0
    assert behind.low >= here.low
    assert behind.high >= here.high
    assert wait_range(ahead, busy, max(counters, busy, 1) + 1, minutes).high <= here.high


def test_a_free_window_means_no_waiting() -> None:
    assert wait_range(0, 2, 3, 15) == WaitRange(0, 5)
    assert wait_range(0, 3, 3, 15).high > 5


def test_what_is_saved_is_reckoned_with_caution() -> None:
    assert WaitRange(30, 45).saves(WaitRange(0, 10)) == 20
    assert WaitRange(10, 20).saves(WaitRange(5, 15)) == 0


def test_words() -> None:
    assert [WaitRange(0, 5).load, WaitRange(10, 15).load, WaitRange(25, 40).load] == list(Load)
    assert [load_of(0, 0), load_of(3, 10), load_of(4, 10), load_of(8, 10)] == [
        Load.BUSY,
        Load.QUIET,
        Load.NORMAL,
        Load.BUSY,
    ]


def test_too_little_is_known_to_tell() -> None:
    assert usual_wait([10, 10, 10, 10]) is None
    assert usual_wait([12, 13, 14, 13, 12]) == WaitRange(10, 15)
    assert serving_minutes([3, 3]) == 15
    assert serving_minutes([8.0] * 5) == 8


def test_the_usual_wait_leaves_out_the_tenth_at_each_end() -> None:
    assert usual_wait([0, 22, 22, 22, 22, 22, 22, 22, 22, 22, 58]) == WaitRange(20, 25)
    assert usual_wait([2, 2, 22, 22, 22, 22, 22, 22, 22, 58, 58]) == WaitRange(0, 60)
    assert usual_wait([6, 7, 8, 9, 10]) == WaitRange(5, 10), "of five the shortest and the longest count"


def test_in_a_simulated_week_most_visits_wait_as_long_as_told() -> None:
    week = [told for day in range(6) for told in simulate_day(day, Random(f"week:{day}"))]  # noqa: S311 - a simulation
    told = [one for one in week if one.told.high > 5]
    assert len(told) > 200, "the simulated counters are busy"
    assert hits(week) >= 0.85
    assert hits(told) >= 0.75
    assert usual_hits([one for one in week if one.day < 5], [one for one in week if one.day == 5]) >= 0.7
