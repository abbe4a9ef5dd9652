"""The stream of events to pages and drivers."""

import asyncio
from typing import Any

from simulator.model.dump import encode


class EventHub:
    """Numbers every event and hands its JSON text to each listener's queue."""

    def __init__(self) -> None:
        """Start at number 0 with no listeners."""
        self.n = 0
        self._listeners: set[asyncio.Queue[str]] = set()

    def publish(self, kind: str, **fields: Any) -> None:
        """Tell all listeners `{"type": kind, "n": number, …fields}`; Telegram objects among the fields are fine."""
        self.n += 1
        if not self._listeners:
            return
        text = encode({"type": kind, "n": self.n, **fields})
        for listener in self._listeners:
            listener.put_nowait(text)

    def listen(self) -> asyncio.Queue[str]:
        """Return a queue that gets every event from now on."""
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(queue)
        return queue

    def forget(self, queue: asyncio.Queue[str]) -> None:
        """Stop feeding this queue."""
        self._listeners.discard(queue)
