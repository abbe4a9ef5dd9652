"""What is wrong with the bot itself: administrators are told once, again when it changes, and when all is well."""

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Callable, Sequence

import structlog

from bot.domain.watching import DISK, HANGS, WRITING
from bot.runtime.background import Caught
from bot.runtime.health.watch import Problem, Watch
from bot.runtime.patience import Patience
from bot.services.notifications import notification
from bot.services.sweeping import name_of
from bot.services.work import Services
from bot.texts import TextRef
from storage.engine import watch as watch_row
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT

log = structlog.get_logger(__name__)
_WRITE_SECONDS = 10


class Watchdog:
    """Looks again and again; whoever asks for ``problems`` gets them from elsewhere."""

    def __init__(
        self, services: Services, watch: Watch, problems: Callable[[], Sequence[Problem]], patience: Patience
    ) -> None:
        self._services = services
        self._watch = watch
        self._problems = problems
        self._patience = patience
        self._noticed: dict[str, float] = {}
        self._owed: set[str] = set()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await self._write()
            await self._look_at_disk()
            with Caught() as caught:
                await self.tell()
            if caught.error is not None:
                log.error("administrators cannot be told", error=name_of(caught.error))
            await asyncio.sleep(self._patience.look)

    async def tell(self) -> None:
        """Tell administrators which problems last, when these are others than they were told of."""
        now = time.monotonic()
        found = {problem.what for problem in self._problems()}
        self._noticed = {what: self._noticed.get(what, now) for what in sorted(found)}
        # What could not be told when it was so, for nothing could be stored, is told when it is over.
        self._owed |= {what for what, since in self._noticed.items() if now - since >= self._patience.alarm}
        lasting = sorted(self._owed)
        if found and not lasting:
            return
        async with self._services.db.read() as reader:
            is_told = "\n".join(lasting) == await watch_row.told(reader)
        if not is_told:
            await self._services.db.write(lambda tx: self._tell(tx, lasting))
        self._owed.clear()

    async def _tell(self, tx: Transaction, lasting: Sequence[str]) -> None:
        services = self._services
        key, args = ("watch-problems", {"list": _list(lasting)}) if lasting else ("watch-clear", {})
        for admin in sorted(services.settings.admin_ids):
            name = f"watch:{services.now}:{admin}"
            await services.enqueue(tx, notification(name, admin, key, args, priority=URGENT))
        await watch_row.note_told(tx, "\n".join(lasting))

    async def _write(self) -> None:
        try:
            async with asyncio.timeout(_WRITE_SECONDS):
                await self._services.db.run([watch_row.written(self._services.now)])
        except TimeoutError:
            self._watch.trouble(WRITING, HANGS)
        except sqlite3.Error as error:
            self._watch.trouble(WRITING, getattr(error, "sqlite_errorname", type(error).__name__))
        else:
            self._watch.beat(WRITING)

    async def _look_at_disk(self) -> None:
        free = (await asyncio.to_thread(shutil.disk_usage, self._services.db.path.parent)).free
        if free < self._patience.free_bytes:
            self._watch.trouble(DISK, f"{free // 1024 // 1024} MB free")
        else:
            self._watch.beat(DISK)


def _list(problems: Sequence[str]) -> TextRef | str:
    lines: TextRef | str = ""
    for problem in reversed(problems):
        kind, _, name = problem.partition(" ")
        lines = TextRef("watch-line", {"what": TextRef(f"watch-{kind}", {"name": name}), "more": lines})
    return lines
