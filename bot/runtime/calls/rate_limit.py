"""Telegram's limits: 30 messages a second in all, one a second in a chat, 20 a minute in a group.

Each limit is a rhythm (the generic cell rate algorithm): one message an interval, with a small burst ahead of it, so
that a card and its documents, or a ticket and its picture, go together.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

_FORGET_ABOVE = 10_000
_is_background: ContextVar[bool] = ContextVar("background_priority", default=False)


@contextmanager
def background_priority() -> Iterator[None]:
    """Within the block messages wait for their turn; outside, replies to a person go at once and are only counted."""
    token = _is_background.set(True)
    try:
        yield
    finally:
        _is_background.reset(token)


@dataclass(slots=True)
class Rhythm:
    """One limit: ``interval`` seconds a message, ``burst`` messages ahead of it."""

    interval: float
    burst: int
    next_at: float = 0.0

    def take(self, now: float) -> float:
        """Count one message; return when it may go."""
        at = max(now, self.next_at - (self.burst - 1) * self.interval)
        self.next_at = max(self.next_at, at) + self.interval
        return at


class RateLimiter:
    """Tells when the next message may go. Time is the event loop's, in seconds."""

    def __init__(self, monotonic: Callable[[], float] | None = None) -> None:
        self._now = monotonic or (lambda: asyncio.get_running_loop().time())
        self._all = Rhythm(1 / 25, burst=5)
        self._chats: dict[int, Rhythm] = {}

    async def acquire(self, chat_id: int, messages: int = 1) -> None:
        """Count messages to a chat and, for a patient caller, wait until the last of them keeps the limits."""
        pause = max(self.reserve(chat_id) for _ in range(messages))
        if pause > 0 and _is_background.get():
            await asyncio.sleep(pause)

    def reserve(self, chat_id: int) -> float:
        """Count one message and return in how many seconds it may go."""
        now = self._now()
        overall_at = self._all.take(now)
        return self._chat(chat_id, now).take(overall_at) - now

    def hold(self, chat_id: int, seconds: float) -> None:
        """Telegram asked to wait: nothing goes to this chat before that."""
        now = self._now()
        rhythm = self._chat(chat_id, now)
        rhythm.next_at = now + seconds + (rhythm.burst - 1) * rhythm.interval

    def _chat(self, chat_id: int, now: float) -> Rhythm:
        if len(self._chats) > _FORGET_ABOVE:
            self._chats = {chat: rhythm for chat, rhythm in self._chats.items() if rhythm.next_at > now}
        if chat_id not in self._chats:
            # 20 a minute in a group: 2 at once and 18 in the minute after them.
            self._chats[chat_id] = Rhythm(3.3, burst=2) if chat_id < 0 else Rhythm(1.0, burst=3)
        return self._chats[chat_id]
