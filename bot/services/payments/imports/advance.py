"""Leading an import on from wherever it is: the same steps in the bot and on the command line, resumed after a kill."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import structlog
from filelock import FileLock, Timeout

from bot.domain.errors import InvalidInput
from bot.services.case_facts import today
from bot.services.core import Services
from bot.services.payments.imports.columns import fitting, guess_columns, next_asked
from bot.services.payments.imports.life import REGISTRY_PROBLEMS
from bot.services.payments.imports.passes import apply_staged, take_back
from bot.services.payments.imports.problems import keep_problems, read_problems
from bot.services.payments.imports.process import ReadingOn, Source, StagingError, StoppedError, stage_apart
from bot.services.payments.imports.staging import Job
from bot.services.payments.imports.table import count_lines, open_table
from bot.services.payments.imports.telling import tell_changes, tell_taken_back
from storage import registry_imports
from storage.database import Transaction
from storage.outbox import Letter
from storage.payment_staging import Counted
from storage.registry_imports import RegistryImport

log = structlog.get_logger(__name__)
_SHOW_SECONDS = 5.0
_KEEP_REPORT_SECONDS = 2 * 86_400
_WAITS = frozenset({"columns", "ready"})
"""People go on from here, not the program."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the import has come in what its state says it does: ``done`` of ``total`` lines or rows."""

    done: int
    total: int


Show = Callable[[RegistryImport, Progress], Awaitable[None]]
Fetch = Callable[[RegistryImport], Awaitable[Source]]


class BusyError(Exception):
    """Another process is at work on an import."""


def imports_folder(services: Services) -> Path:
    """Return where files of imports are: beside the database."""
    return services.db.path.resolve().parent / "imports"


class Importer:
    """Leads imports on. ``sharing``: the bot may be running on the same data in another process."""

    def __init__(self, services: Services, fetch: Fetch, show: Show, *, sharing: bool = False) -> None:
        self._services = services
        self._fetch = fetch
        self._show = show
        self._sharing = sharing
        self._shown_at = 0.0
        self._folder = imports_folder(services)

    def staged(self, import_id: int) -> Path:
        """Return where the import's rows are staged."""
        return self._folder / f"{import_id}.sqlite"

    async def find(self) -> RegistryImport | None:
        """Return the import that is not over."""
        async with self._services.db.read() as reader:
            return await registry_imports.find_open(reader, self._services.vault)

    async def load(self, import_id: int) -> RegistryImport:
        """Return an import as it is now."""
        async with self._services.db.read() as reader:
            return await registry_imports.load(reader, self._services.vault, import_id)

    async def advance(self, import_id: int) -> RegistryImport:
        """Lead the import on until people must decide or it is over; return it as it is then.

        Raises BusyError when another process does it, InvalidInput when the file is no registry.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        lock = FileLock(self._folder / "lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise BusyError from None
        try:
            await self._sweep(import_id)
            found = await self.load(import_id)
            while found.is_open and found.state not in _WAITS:
                await self._step(found)
                found = await self.load(import_id)
                await self._show(found, Progress(0, 0))
            return found
        finally:
            lock.release()

    async def _step(self, found: RegistryImport) -> None:
        match found.state:
            case "received":
                await self._look_at_headings(found)
            case "reading":
                await self._read(found)
            case "applying":
                await self._apply(found)
            case "undoing":
                await self._take_back(found)
            case "applied":
                await tell_changes(self._services, found)
            case other:
                raise LookupError(other)

    async def _look_at_headings(self, found: RegistryImport) -> None:
        source = await self._source(found)
        try:
            headings = await asyncio.to_thread(_headings, source)
        except InvalidInput:
            await self._fail(found)
            raise

        async def job(tx: Transaction) -> None:
            known = fitting(await registry_imports.remembered_columns(tx, headings), headings)
            columns = known or guess_columns(headings)
            state = "reading" if next_asked(columns) is None else "columns"
            await registry_imports.settle(tx, found.id, state, headings, columns, self._services.now)

        await self._services.db.write(job)

    async def _read(self, found: RegistryImport) -> None:
        source = await self._source(found)
        lines = await asyncio.to_thread(_lines, source)
        now = self._services.now
        first = await self._services.db.write(lambda tx: registry_imports.reserve_keys(tx, lines + 1, now))
        job = Job(
            keys=tuple(key.hex() for key in self._services.vault.keys),
            database=str(self._services.db.path.resolve()),
            staged=str(self.staged(found.id)),
            columns=found.columns,
            today=today(now).isoformat(),
            first_key=first,
        )
        try:
            counted = await stage_apart(job, source, self._reading(found, lines))
        except InvalidInput:
            await self._fail(found)
            raise
        except StagingError:
            log.exception("staging a registry failed", registry=found.id)
            await self._fail(found)
        except StoppedError:
            return
        else:
            if found.chat_id is not None:
                problems = await asyncio.to_thread(read_problems, self.staged(found.id))
                await asyncio.to_thread(keep_problems, self._folder, self._services.vault, found.id, problems)
            await self._services.db.write(lambda tx: self._staged(tx, found, counted, first))

    def _reading(self, found: RegistryImport, lines: int) -> ReadingOn:
        """Return what shows how far reading has come, and ends it when somebody has stopped it."""
        behind = 0

        async def progress(line: int) -> None:
            nonlocal behind
            behind = max(behind, line)
            now = await self.load(found.id)
            if now.state != "reading":
                raise StoppedError
            await self._tell(now, behind, lines)

        return progress

    async def _staged(self, tx: Transaction, found: RegistryImport, counted: Counted, first: int) -> None:
        same = not counted.added and not counted.changed
        moved = await registry_imports.move(
            tx,
            found.id,
            ["reading"],
            "same" if same else "ready",
            self._services.now,
            first_key=first,
            rows=counted.added + counted.changed + counted.unchanged + counted.illegal + counted.bad,
            added=counted.added,
            changed=counted.changed,
            unchanged=counted.unchanged,
            illegal=counted.illegal,
            bad=counted.bad,
        )
        if not moved:
            return
        if same:
            await registry_imports.close(tx, found.id, self._services.now)
        if found.chat_id is not None and (counted.bad or counted.illegal):
            payload = {"import": found.id, "thread": found.file.get("thread"), "reply": found.file.get("message")}
            key = f"registry:{found.id}:problems:{first}"
            await self._services.post(tx, Letter(key, found.chat_id, REGISTRY_PROBLEMS, payload))

    async def _apply(self, found: RegistryImport) -> None:
        staged = self.staged(found.id)
        if not staged.exists():
            log.error("what was staged is gone; the import is taken back", registry=found.id)
            now = self._services.now
            await self._services.db.write(lambda tx: registry_imports.move(tx, found.id, ["applying"], "undoing", now))
            return

        async def shown() -> None:
            if time.monotonic() - self._shown_at >= _SHOW_SECONDS:
                now = await self.load(found.id)
                await self._tell(now, now.done_added + now.done_changed, now.added + now.changed)

        await apply_staged(self._services, found, staged, shown, sharing=self._sharing)

    async def _take_back(self, found: RegistryImport) -> None:
        services = self._services

        async def shown() -> None:
            await self._tell(found, 0, 0)

        async def tell(tx: Transaction, after: int, upto: int) -> None:
            await tell_taken_back(services, tx, found.id, after, upto)

        async def end(tx: Transaction) -> None:
            await registry_imports.move(tx, found.id, ["undoing"], "undone", services.now)
            await registry_imports.close(tx, found.id, services.now)

        await take_back(services, found, shown, tell, sharing=self._sharing)
        await services.db.write(end)

    async def _tell(self, found: RegistryImport, done: int, total: int) -> None:
        """Show progress, not too often."""
        if time.monotonic() - self._shown_at >= _SHOW_SECONDS:
            await self._show(found, Progress(done, total))
            self._shown_at = time.monotonic()

    async def _source(self, found: RegistryImport) -> Source:
        try:
            return await self._fetch(found)
        except InvalidInput:
            await self._fail(found)
            raise

    async def _fail(self, found: RegistryImport) -> None:
        async def job(tx: Transaction) -> None:
            await registry_imports.move(tx, found.id, [found.state], "failed", self._services.now)
            await registry_imports.close(tx, found.id, self._services.now)

        await self._services.db.write(job)

    async def sweep(self) -> None:
        """Remove what was staged for imports that are over."""
        found = await self.find()
        await self._sweep(found.id if found else 0)

    async def _sweep(self, kept: int) -> None:
        await asyncio.to_thread(_remove_others, self._folder, kept)


def _remove_others(folder: Path, kept: int) -> None:
    for part in folder.glob("*.sqlite*"):
        if not part.name.startswith(f"{kept}."):
            part.unlink(missing_ok=True)
    for report in folder.glob("*.problems"):
        if report.stat().st_mtime < time.time() - _KEEP_REPORT_SECONDS:
            report.unlink(missing_ok=True)


def _headings(source: Source) -> list[str]:
    with source.open() as stream:
        return open_table(stream).headings


def _lines(source: Source) -> int:
    with source.open() as stream:
        return count_lines(stream)
