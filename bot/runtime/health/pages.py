"""``/healthz``: whether only a restart helps. ``/readyz``: whether the bot serves people, what is wrong, what waits."""

import asyncio
import sqlite3
from dataclasses import asdict
from pathlib import Path

from aiohttp import web

from bot.domain.watching import HANGS
from bot.runtime.clock import moved_by
from bot.runtime.health.vital import VitalTasks
from bot.runtime.health.watch import Problem, Watch
from storage import failures
from storage.engine import inbox, quarantine, undelivered
from storage.engine.database import Database

_ANSWER_SECONDS = 5
_HANGS_SECONDS = 300
"""Nothing the writer does takes so long."""


class HealthPages:
    """Both pages; an event loop that hangs answers neither, which a probe takes for a failure."""

    def __init__(self, db: Database, watch: Watch, vital: VitalTasks, clock_file: Path | None) -> None:
        self._db = db
        self._watch = watch
        self._vital = vital
        self._clock_file = clock_file

    def add_to(self, app: web.Application) -> None:
        """Serve them."""
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)

    def problems(self) -> list[Problem]:
        """Return what is wrong now."""
        return [*self._watch.problems(), *(Problem(f"task {name}", 0) for name in self._vital.failing())]

    async def _healthz(self, _request: web.Request) -> web.Response:
        dead = self._vital.hopeless()
        dead += [each.what for each in self._watch.problems() if each.why == HANGS and each.seconds > _HANGS_SECONDS]
        return web.json_response({"alive": not dead, **({"dead": dead} if dead else {})}, status=503 if dead else 200)

    async def _readyz(self, _request: web.Request) -> web.Response:
        problems = self.problems()
        counts: dict[str, int] = {}
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                counts = await self._counts()
        except (TimeoutError, sqlite3.Error) as error:
            problems.append(Problem("read", 0, type(error).__name__))
        told = {"ready": not problems, "problems": [asdict(problem) for problem in problems], **counts}
        return web.json_response(told, status=503 if problems else 200)

    async def _counts(self) -> dict[str, int]:
        messages = await undelivered.count_waiting(self._db)
        failed_rows, set_aside = await failures.count(self._db)
        return {
            "updates": await inbox.count_waiting(self._db),
            "quarantined": await quarantine.count(self._db),
            "letters": messages.waiting,
            "failing": messages.failing,
            "unknown": messages.unknown,
            "failed_rows": failed_rows,
            "set_aside": set_aside,
            **({"clock_moved": moved_by(self._clock_file)} if self._clock_file else {}),
        }
