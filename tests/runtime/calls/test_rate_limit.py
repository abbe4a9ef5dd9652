"""Telegram's limits are kept by every order of messages that callers of background priority may want to send."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.runtime.calls.rate_limit import RateLimiter

_PERSON, _GROUP = 501, -1001
_Sent = list[tuple[float, int]]
_WANTED = st.lists(
    st.tuples(st.floats(min_value=0, max_value=2), st.sampled_from([_PERSON, 502, 503, 504, _GROUP, -1002])),
    min_size=1,
    max_size=150,
)


def _send(wanted: _Sent) -> _Sent:
    """Return when each message goes if everybody waits as long as they are told; time is counted, not spent."""
    now = 0.0
    limiter = RateLimiter(lambda: now)
    sent: _Sent = []
    for pause, chat in wanted:
        now += pause
        sent.append((now + max(0.0, limiter.reserve(chat)), chat))
    return sorted(sent)


def _most_within(times: list[float], seconds: float) -> int:
    """Return the largest number of moments within any stretch of that length."""
    return max(sum(1 for other in times if time <= other < time + seconds) for time in times)


@given(wanted=_WANTED)
def test_no_more_than_30_a_second_in_all(wanted: _Sent) -> None:
    # 25 a second and the burst of 5 ahead of them.
    assert _most_within([at for at, _ in _send(wanted)], 1 - 1e-6) <= 25 + 5


@given(wanted=_WANTED)
def test_a_group_gets_no_more_than_20_a_minute(wanted: _Sent) -> None:
    for chat in {_GROUP, -1002}:
        times = [at for at, to in _send(wanted) if to == chat]
        assert not times or _most_within(times, 60 - 1e-6) <= 20


@given(wanted=_WANTED)
def test_a_person_gets_three_at_once_and_then_one_a_second(wanted: _Sent) -> None:
    for chat in {_PERSON, 502, 503, 504}:
        times = [at for at, to in _send(wanted) if to == chat]
        for seconds in (1, 5, 30):
            assert not times or _most_within(times, seconds - 1e-6) <= seconds + 2


@given(wanted=_WANTED)
def test_messages_of_a_chat_keep_their_order(wanted: _Sent) -> None:
    now = 0.0
    limiter = RateLimiter(lambda: now)
    last: dict[int, float] = {}
    for pause, chat in wanted:
        now += pause
        at = now + limiter.reserve(chat)
        assert at >= last.get(chat, 0.0) - 1e-6
        last[chat] = at


def test_a_full_burst_then_the_rhythm() -> None:
    times = [at for at, _ in _send([(0.0, _PERSON)] * 6)]
    assert times[:3] == [0.0, 0.0, 0.0] or times[2] < 0.2
    assert all(0.99 < later - earlier < 1.01 for earlier, later in pairwise(times[2:]))


def test_a_chat_that_telegram_holds_back_waits_and_others_do_not() -> None:
    limiter = RateLimiter(lambda: 0.0)
    limiter.hold(_PERSON, 30)
    assert limiter.reserve(_PERSON) >= 30
    assert limiter.reserve(502) < 1


def test_chats_at_rest_are_forgotten() -> None:
    now = 0.0
    limiter = RateLimiter(lambda: now)
    for chat in range(10_002):
        now += 1
        limiter.reserve(chat)
    assert len(limiter._chats) < 10
