"""One redraw of a window for many photos that come at once: an album is many messages (pitfall 5)."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.runtime.background import BackgroundTasks

PAUSE_SECONDS = 0.7


class Debounce:
    """Redraws a chat's window once no photo has come for a while; a redraw lost in a crash costs one button press."""

    def __init__(self, background: BackgroundTasks) -> None:
        self._background = background
        self._waiting: dict[int, asyncio.Task[None]] = {}
        self._due: set[int] = set()

    def soon(self, user_id: int, redraw: Callable[[], Awaitable[None]]) -> None:
        """Show the window anew below the last photo; asking again before that puts it off."""
        self.forget(user_id)
        self._due.add(user_id)
        self._waiting[user_id] = self._background.start(self._redraw(user_id, redraw), name=f"redraw {user_id}")

    def forget(self, user_id: int) -> None:
        """Leave the window as it is: somebody else has drawn it."""
        self._due.discard(user_id)
        if waiting := self._waiting.pop(user_id, None):
            waiting.cancel()

    def takes(self, user_id: int) -> bool:
        """Tell once whether a redraw is wanted when its turn comes.

        What was handled while it waited may have drawn the window, or may be another photo with a redraw of its own.
        """
        is_wanted = user_id in self._due and user_id not in self._waiting
        if is_wanted:
            self._due.discard(user_id)
        return is_wanted

    async def _redraw(self, user_id: int, redraw: Callable[[], Awaitable[None]]) -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        self._waiting.pop(user_id, None)
        await redraw()
