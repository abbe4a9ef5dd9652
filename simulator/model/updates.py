"""The queue of updates that wait for the bot, with the Bot API's offsets."""

import asyncio
from collections import deque
from typing import Any

from pydantic import BaseModel, Field

from simulator.errors import ApiError
from simulator.model.dump import to_json

OPT_IN = {"chat_member", "message_reaction", "message_reaction_count"}


class QueueState(BaseModel):
    """What of the queue survives a restart."""

    last_id: int = 500000000
    allowed: list[str] = Field(default_factory=list)
    waiting: list[dict[str, Any]] = Field(default_factory=list)


class UpdateQueue:
    """Unconfirmed updates in order; a kind that is not allowed when it happens is never queued, as on Telegram."""

    def __init__(self, state: QueueState | None = None) -> None:
        """Go on from `state`, or start empty with Telegram's default kinds."""
        state = state or QueueState()
        self._last_id = state.last_id
        self.allowed = state.allowed
        self._waiting: deque[dict[str, Any]] = deque(state.waiting)
        self.arrived = asyncio.Event()
        self.copies = 1
        self.polls = 0
        """How often was asked for updates: the newest poller is the one that gets them."""
        self._closed = False

    def add(self, kind: str, content: BaseModel) -> None:
        """Queue an update of this kind, unless the bot did not ask for the kind."""
        if (kind not in self.allowed) if self.allowed else (kind in OPT_IN):
            return
        self.add_raw({kind: to_json(content)})

    def add_raw(self, content: dict[str, Any]) -> int:
        """Queue an update as it is, also one no model knows; return its number."""
        self._last_id += 1
        self._waiting.append({"update_id": self._last_id, **content})
        self.arrived.set()
        return self._last_id

    def confirm(self, offset: int) -> None:
        """Drop what `offset` confirms: all below it, or with a negative one all but the newest `-offset`."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()

    def peek(self, limit: int = 100) -> list[dict[str, Any]]:
        """Return the oldest unconfirmed updates, each `copies` times; they stay queued until confirmed."""
        oldest = [self._waiting[i] for i in range(min(limit, len(self._waiting)))]
        return [update for update in oldest for _ in range(self.copies)]

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Return waiting updates at once, or as soon as one comes, or none after `seconds`.

        One poller waits at a time: a newer one ends the older with 409.
        """
        self.polls += 1
        turn = self.polls
        self.confirm(offset)
        self.arrived.set()
        deadline = asyncio.get_running_loop().time() + seconds
        while not (found := self.peek(limit)):
            if self._closed:
                return []
            self.arrived.clear()
            try:
                async with asyncio.timeout_at(deadline):
                    await self.arrived.wait()
            except TimeoutError:
                return []
            if turn != self.polls:
                words = "terminated by other getUpdates request; make sure that only one bot instance is running"
                raise ApiError(409, f"Conflict: {words}")
        return found

    def switch(self, *, closed: bool) -> None:
        """Close or open the queue: closed, as the server stops, it lets pollers go with nothing at once."""
        self._closed = closed
        self.arrived.set()

    def clear(self) -> None:
        """Drop all waiting updates (`drop_pending_updates`)."""
        self._waiting.clear()

    def __len__(self) -> int:
        """Return how many updates are not confirmed yet."""
        return len(self._waiting)

    def state(self) -> QueueState:
        """Return what to write down for a restart."""
        return QueueState(last_id=self._last_id, allowed=self.allowed, waiting=list(self._waiting))
