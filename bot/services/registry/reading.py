"""The first half of an import: from a file to the difference it would make; nothing of the registry is touched."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.domain.errors import InvalidInput
from bot.domain.registry import ImportAction, ImportState, RegistryImport
from bot.services.calendar import today
from bot.services.child_process import ProcessEndedError
from bot.services.registry.columns import fitting, guess_columns, next_asked
from bot.services.registry.commands import REGISTRY_PROBLEMS
from bot.services.registry.problems import keep_problems, read_problems
from bot.services.registry.staging import Job
from bot.services.registry.subprocess import ReadingOn, Source, StoppedError, headings_apart, stage_apart
from bot.services.registry.table import count_lines
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.registry import imports
from storage.registry.staging import Counted

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the import has come in what its state says it does: ``done`` of ``total`` lines or rows."""

    done: int
    total: int


Show = Callable[[RegistryImport, Progress], Awaitable[None]]
Fetch = Callable[[RegistryImport], Awaitable[Source]]


class Reading:
    """Reads files of imports; ``tell`` shows how far it has come."""

    def __init__(self, services: Services, folder: Path, fetch: Fetch, tell: Show) -> None:
        self._services = services
        self._folder = folder
        self._fetch = fetch
        self._tell = tell

    async def look_at_headings(self, found: RegistryImport) -> None:
        """Settle which column is what, as far as headings and memory tell."""
        source = await self._source(found)
        async with self._failing(found):
            headings = await headings_apart(source)

        async def settle(tx: Transaction) -> None:
            known = fitting(await imports.remembered_columns(tx, headings), headings)
            columns = known or guess_columns(headings)
            to = ImportState.READING if next_asked(columns) is None else ImportState.COLUMNS
            await imports.settle(tx, found.id, to, headings, columns, self._services.now)

        await self._services.db.write(settle)

    async def read(self, found: RegistryImport, staged: Path) -> None:
        """Stage the rows, count the difference, and have the rows left out sent to the chat."""
        source = await self._source(found)
        lines = await asyncio.to_thread(_lines, source)
        now = self._services.now
        first = await self._services.db.write(lambda tx: imports.reserve_keys(tx, lines + 1, now))
        job = Job(
            keys=tuple(key.hex() for key in self._services.encryption.keys),
            database=str(self._services.db.path.resolve()),
            staged=str(staged),
            columns=found.columns,
            today=today(now).isoformat(),
            first_key=first,
        )
        try:
            async with self._failing(found):
                counted = await stage_apart(job, source, self._going_on(found, lines))
        except StoppedError:
            return
        if found.chat_id is not None:
            problems = await asyncio.to_thread(read_problems, staged)
            await asyncio.to_thread(keep_problems, self._folder, self._services.encryption, found.id, problems)
        await self._services.db.write(lambda tx: self._staged(tx, found, counted, first))

    def _going_on(self, found: RegistryImport, lines: int) -> ReadingOn:
        """Return what shows how far reading has come, and ends it when somebody has stopped it."""
        behind = 0

        async def progress(line: int) -> None:
            nonlocal behind
            behind = max(behind, line)
            async with self._services.db.read() as reader:
                now = await imports.load(reader, self._services.encryption, found.id)
            if now.state is not ImportState.READING:
                raise StoppedError
            await self._tell(now, Progress(behind, lines))

        return progress

    async def _staged(self, tx: Transaction, found: RegistryImport, counted: Counted, first: int) -> None:
        same = not counted.added and not counted.changed
        moved = await imports.move(
            tx,
            found.id,
            ImportAction.READ,
            ImportState.SAME if same else ImportState.READY,
            self._services.now,
            first_key=first,
            rows=counted.added + counted.changed + counted.unchanged + counted.illegal + counted.bad,
            added=counted.added,
            changed=counted.changed,
            unchanged=counted.unchanged,
            illegal=counted.illegal,
            bad=counted.bad,
            restored=counted.restored,
        )
        if not moved:
            return
        if same:
            await imports.close(tx, found.id, self._services.now)
        if found.chat_id is not None and (counted.bad or counted.illegal):
            payload = {"import": found.id, "thread": found.file.get("thread"), "reply": found.file.get("message")}
            key = f"registry:{found.id}:problems:{first}"
            await self._services.enqueue(tx, OutboxMessage(key, found.chat_id, REGISTRY_PROBLEMS, payload))

    async def _source(self, found: RegistryImport) -> Source:
        async with self._failing(found):
            return await self._fetch(found)

    @asynccontextmanager
    async def _failing(self, found: RegistryImport) -> AsyncIterator[None]:
        """End the import when its file cannot be read; a process that read it and died is told as InvalidInput too."""
        try:
            yield
        except InvalidInput:
            await self._fail(found)
            raise
        except ProcessEndedError as error:
            log.exception("reading a registry failed", registry=found.id)
            await self._fail(found)
            raise InvalidInput("payments-file-costly") from error

    async def _fail(self, found: RegistryImport) -> None:
        async def fail(tx: Transaction) -> None:
            await imports.move(tx, found.id, ImportAction.FAIL, ImportState.FAILED, self._services.now)
            await imports.close(tx, found.id, self._services.now)

        await self._services.db.write(fail)


def _lines(source: Source) -> int:
    with source.open() as stream:
        return count_lines(stream)
