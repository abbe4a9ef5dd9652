"""Tasks on which everything hangs: one that ends is started again, and what cannot heal by itself ends the program."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from enum import IntEnum
from typing import Any

import structlog

from bot.runtime.background import BackgroundTasks
from bot.runtime.patience import Patience, pause_after
from bot.settings import SetupError

log = structlog.get_logger(__name__)
_STEADY_SECONDS = 300
"""A task that ran for so long has come to itself."""
_HOPELESS = 5


class ExitCode(IntEnum):
    """What the process ends with, for its supervisor (README); 2 is a start that failed."""

    TOKEN_REFUSED = 3
    SECOND_POLLER = 4
    WEBHOOK_REFUSED = 5


class UnhealableError(SetupError):
    """Why the bot cannot go on, in one line, until a person has done something."""

    def __init__(self, code: ExitCode, words: str) -> None:
        super().__init__(words)
        self.code = code.value


class VitalTasks:
    """Keeps tasks running; ``run`` of each is called anew when it ends, whatever it ended with."""

    def __init__(self, background: BackgroundTasks, patience: Patience) -> None:
        self._background = background
        self._patience = patience
        self._failures: dict[str, int] = {}
        self._began: dict[str, float] = {}
        self._stopping = False
        self._error: UnhealableError | None = None
        self._tell: Callable[[], None] = lambda: None

    def start(self, run: Callable[[], Coroutine[Any, Any, None]], name: str) -> "asyncio.Task[None]":
        """Keep a task running from now on."""
        self._failures[name], self._began[name] = 0, time.monotonic()
        return self._background.start(self._keep(run, name), name=name)

    def stop(self) -> None:
        """Start no task again that ends from now on."""
        self._stopping = True

    def failing(self) -> list[str]:
        """Return the tasks that have ended and not run steadily since."""
        return self._failed(1)

    def hopeless(self) -> list[str]:
        """Return the tasks that end each time they are started."""
        return self._failed(_HOPELESS)

    def _failed(self, times: int) -> list[str]:
        now = time.monotonic()
        return sorted(
            name
            for name, failures in self._failures.items()
            if failures >= times and now - self._began[name] < _STEADY_SECONDS
        )

    def when_unhealable(self, tell: Callable[[], None]) -> None:
        """Have somebody told, once, when something is met that cannot heal by itself."""
        self._tell = tell
        if self._error is not None:
            tell()

    def check(self) -> None:
        """Raise UnhealableError when something like that was met."""
        if self._error is not None:
            raise self._error

    async def _keep(self, run: Callable[[], Coroutine[Any, Any, None]], name: str) -> None:
        while True:
            self._began[name] = time.monotonic()
            try:
                await run()
                if self._stopping:
                    return
                log.error("a vital task ended", task=name)
            except UnhealableError as error:
                self._error = error
                self._failures[name] += 1
                self._tell()
                return
            except Exception:
                log.exception("a vital task failed", task=name)
            if time.monotonic() - self._began[name] > _STEADY_SECONDS:
                self._failures[name] = 0
            self._failures[name] += 1
            await asyncio.sleep(pause_after(self._patience.restarting, self._failures[name]))
