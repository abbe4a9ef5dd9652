"""Telegram's own sending limits, when switched on (pitfall 7)."""

import math
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from simulator.errors import ApiError


class _Bucket:
    """A token bucket: `rate` tokens a second, at most `burst` saved up."""

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def wait(self, now: float, cost: int) -> float:
        """Return seconds until `cost` tokens are there."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (min(cost, self._burst) - self._tokens) / self._rate)

    def take(self, cost: int) -> None:
        """Use the tokens up; an album may leave a debt."""
        self._tokens -= cost


class _Minute:
    """At most `limit` messages in any 60 seconds."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._sent: deque[float] = deque()
        self._now = 0.0

    def wait(self, now: float, cost: int) -> float:
        """Return seconds until `cost` more messages fit."""
        self._now = now
        while self._sent and self._sent[0] <= now - 60:
            self._sent.popleft()
        over = min(len(self._sent) + cost - self._limit, len(self._sent))
        return self._sent[over - 1] + 60 - now if over > 0 else 0.0

    def take(self, cost: int) -> None:
        """Note messages sent at the time of the last `wait`."""
        self._sent.extend([self._now] * cost)


class Limits:
    """30 messages a second in all, 1 a second in a chat with bursts of 3, 20 a minute in a group."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin switched off; `clock` gives monotonic seconds."""
        self._clock = clock
        self.on = False
        self._all: _Bucket | None = None
        self._chats: dict[str, list[_Bucket | _Minute]] = {}

    def switch(self, *, on: bool) -> None:
        """Switch the limits on or off; what was sent before is forgotten."""
        self.on = on
        self._all = None
        self._chats.clear()

    def check(self, method: str, chat_id: object, values: dict[str, Any]) -> None:
        """Count a sending call; 429 with `retry_after` in whole seconds when it is too much."""
        if not self.on or not method.startswith(("send", "copy", "forward")) or method == "sendChatAction":
            return
        now = self._clock()
        self._all = self._all or _Bucket(30, 30, now)
        buckets = [self._all, *self._of_chat(str(chat_id), now)]
        cost = _messages(values)
        seconds = max(bucket.wait(now, cost) for bucket in buckets)
        if seconds > 1e-9:
            whole = math.ceil(seconds)
            raise ApiError(429, f"Too Many Requests: retry after {whole}", retry_after=whole)
        for bucket in buckets:
            bucket.take(cost)

    def _of_chat(self, chat_id: str, now: float) -> list[_Bucket | _Minute]:
        if chat_id not in self._chats:
            minute = [_Minute(20)] if chat_id.startswith("-") else []
            self._chats[chat_id] = [_Bucket(1, 3, now), *minute]
        return self._chats[chat_id]


def _messages(values: dict[str, Any]) -> int:
    for name in ("media", "message_ids"):
        if isinstance(values.get(name), list):
            return len(values[name])
    return 1
