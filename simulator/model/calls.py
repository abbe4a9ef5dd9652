"""The log of the bot's calls."""

import time
from collections import deque
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any

KEPT_CALLS = 20_000


@dataclass
class Call:
    """One call: `ok` is `None` while it runs; `injected` tells a fault's refusal from Telegram's own."""

    n: int
    at: float
    method: str
    chat_id: object = None
    text: str = ""
    """The text or caption that is sent."""
    ok: bool | None = None
    error_code: int | None = None
    description: str | None = None
    held: bool = False
    injected: bool = False


class CallLog:
    """The newest calls; a `getUpdates` that went well is not kept, it would drown the rest."""

    def __init__(self) -> None:
        """Begin with no call."""
        self._calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self._numbers = count(1)
        self._running = 0
        self._last = time.monotonic()

    def begin(self, method: str) -> Call:
        """Note that a call has come; everything but `getUpdates` is logged at once."""
        call = Call(next(self._numbers), time.time(), method)
        if method.lower() != "getupdates":
            self._calls.append(call)
            self._running += 1
            self._last = time.monotonic()
        return call

    def end(self, call: Call) -> None:
        """Note that a call was answered, well or not."""
        if call.method.lower() != "getupdates":
            self._running -= 1
            self._last = time.monotonic()
        elif call.ok is False:
            self._calls.append(call)

    def since(self, n: int) -> list[dict[str, Any]]:
        """Return calls numbered above `n`, the oldest first."""
        newer: list[Call] = []
        for call in reversed(self._calls):
            if call.n <= n and call.method.lower() != "getupdates":
                break
            if call.n > n:
                newer.append(call)
        return [asdict(call) for call in reversed(newer)]

    def quiet_seconds(self) -> float:
        """Return seconds since the last call came or was answered; 0 while one runs (held calls too)."""
        return 0.0 if self._running else time.monotonic() - self._last
