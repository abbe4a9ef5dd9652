"""One redraw of a window for many photos that come at once: an album is many messages (pitfall 5)."""

import asyncio

from aiogram_dialog import ShowMode
from aiogram_dialog.api.protocols import BaseDialogManager

from bot.runtime.background import BackgroundTasks

PAUSE_SECONDS = 0.7


class Debounce:
    """Redraws a chat's window once no photo has come for a while; a redraw lost in a crash costs one button press."""

    def __init__(self, background: BackgroundTasks) -> None:
        self._background = background
        self._waiting: dict[int, asyncio.Task[None]] = {}

    def soon(self, user_id: int, manager: BaseDialogManager) -> None:
        """Show the window anew below the last photo; asking again before that puts it off."""
        self.forget(user_id)
        self._waiting[user_id] = self._background.start(self._redraw(user_id, manager), name=f"redraw {user_id}")

    def forget(self, user_id: int) -> None:
        """Leave the window as it is: somebody else has drawn it."""
        if waiting := self._waiting.pop(user_id, None):
            waiting.cancel()

    async def _redraw(self, user_id: int, manager: BaseDialogManager) -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        self._waiting.pop(user_id, None)
        await manager.update({}, show_mode=ShowMode.SEND)
