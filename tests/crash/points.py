"""Where a process can die: after each change that outlives it, in the database, at Telegram, among the files.

Wherever else it dies, what it leaves is what the change before left: so these points stand for every await.
"""

import os
import signal
from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path
from typing import Any

from bot.runtime.calls.telegram_session import TelegramSession
from storage.engine.database import Database
from storage.engine.files import FileStore

ARMED = "armed"
"""A file in the bot's folder: the points are counted while it is there."""
MET = "points"
"""The file that names the points that were met, a line each."""


def watch(folder: Path, kill_at: int | None) -> None:
    """Count the points of this process from now on, and end it by SIGKILL at point ``kill_at``."""
    met = 0

    def point(name: str) -> None:
        nonlocal met
        if not (folder / ARMED).exists():
            return
        met += 1
        with (folder / MET).open("a") as file:
            file.write(f"{name}\n")
        if met == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(owner: type, method: str) -> None:
        change: Callable[..., Awaitable[Any]] = getattr(owner, method)

        @wraps(change)
        async def watching(self: object, *args: Any, **kwargs: Any) -> Any:
            result = await change(self, *args, **kwargs)
            asked = next((each.__api_method__ for each in args if hasattr(each, "__api_method__")), "")
            if not asked.startswith("get"):
                point(asked or f"{owner.__name__}.{method}")
            return result

        setattr(owner, method, watching)

    watched(Database, "_run_batch")
    watched(TelegramSession, "make_request")
    watched(FileStore, "put")
    watched(FileStore, "remove")
