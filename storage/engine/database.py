"""SQLite behind one group-committing writer and a few readers.

All changes go through one connection. Jobs that wait at the same time share one ``BEGIN IMMEDIATE … COMMIT``, each
under a savepoint of its own, so that ``synchronous=FULL`` costs one flush a batch and a failing job takes back only
itself. A caller learns its result after the commit, never before. Work nobody waits for is done a job at a time while
nothing else is to be written.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.engine.statements import Statement, roll_back, run_list, run_lists, take_back

Row = dict[str, Any]
Result = TypeVar("Result")

_BATCH = 128
_UNAVAILABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA temp_store=MEMORY",
    # A destroyed key is overwritten in its page, not merely let go.
    "PRAGMA secure_delete=FAST",
)


class _Connection(aiosqlite.Connection):
    """A connection that runs a whole function in its thread: one hop for many statements."""

    async def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        result: Result = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]
        return result


class Transaction:
    """What a gateway may do with the database: plain SQL with ``?`` places."""

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self.when_committed: list[Callable[[], None]] = []
        """Called, once each, when what was changed here can be read by everybody; never when it was taken back."""

    async def one(self, sql: str, *params: object) -> Row | None:
        """Return the first row, or None."""
        rows = await self.all(sql, *params)
        return rows[0] if rows else None

    async def all(self, sql: str, *params: object) -> list[Row]:
        """Return every row as a dict by column name."""
        return await self._connection.run(lambda connection: _fetch(connection, sql, params))

    async def execute(self, sql: str, *params: object) -> int:
        """Run one statement; return how many rows it changed."""
        return await self._connection.run(lambda connection: connection.execute(sql, params).rowcount)

    async def insert(self, sql: str, *params: object) -> int:
        """Run one INSERT; return the new row's id."""
        return await self._connection.run(lambda connection: connection.execute(sql, params).lastrowid or 0)

    async def many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one statement for each tuple of ``rows``, in one hop."""
        await self._connection.run(lambda connection: connection.executemany(sql, rows))

    @asynccontextmanager
    async def savepoint(self, *, keep: bool = True) -> AsyncIterator[None]:
        """Take back what the block changed when it raises, and nothing else of the transaction.

        Without ``keep`` it is taken back in any case: the block was a trial.
        """
        await self._connection.run(lambda connection: connection.execute("SAVEPOINT part"))
        try:
            yield
        except Exception:
            if self._connection.in_transaction:
                await self._connection.run(lambda connection: take_back(connection, "part"))
            raise
        if keep:
            await self._connection.run(lambda connection: connection.execute("RELEASE part"))
        else:
            await self._connection.run(lambda connection: take_back(connection, "part"))


Job = Callable[[Transaction], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class _Outside:
    """Work on the writer's connection that no transaction may be around."""

    work: Callable[[sqlite3.Connection], Any]


class _Turn(IntEnum):
    SOON = 0
    PATIENT = 1
    LAST = 2


@dataclass(slots=True, order=True)
class _Pending:
    turn: _Turn
    number: int
    work: Job | Sequence[Statement] | _Outside | None = field(compare=False)
    future: asyncio.Future[Any] = field(compare=False)

    @property
    def alone(self) -> bool:
        return self.turn is not _Turn.SOON or isinstance(self.work, _Outside)


class Database:
    """One SQLite file. ``write`` changes it, ``read`` looks at the last committed state."""

    def __init__(self, path: Path, writer: _Connection, readers: Sequence[_Connection]) -> None:
        self.path = path
        self._writer = writer
        self._readers: asyncio.LifoQueue[_Connection] = asyncio.LifoQueue()
        for reader in readers:
            self._readers.put_nowait(reader)
        self._queue: asyncio.PriorityQueue[_Pending] = asyncio.PriorityQueue()
        self._numbers = count()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, readers: int = 2) -> "AsyncIterator[Database]":
        """Open the migrated file and run its writer until the block ends; queued jobs are finished first."""
        async with AsyncExitStack() as stack:
            writer = await _connect(stack, path)
            pool = [await _connect(stack, path) for _ in range(readers)]
            database = cls(path, writer, pool)
            writing = asyncio.get_running_loop().create_task(database._write_batches(), name="database writer")
            try:
                yield database
            finally:
                await database._submit(None, _Turn.LAST)
                await writing

    async def write(self, job: Callable[[Transaction], Awaitable[Result]], *, patient: bool = False) -> Result:
        """Run ``job`` in the next transaction and return its result once that is on disk.

        ``job`` may only await its transaction: while it runs, nothing else is written. An error it raises takes back
        its own changes alone and reaches the caller. A cancelled caller does not take back its job. A ``patient`` job
        lets everybody else go first, those who come while it waits too, and has a transaction of its own.
        """
        result: Result = await self._submit(job, _Turn.PATIENT if patient else _Turn.SOON)
        return result

    async def run(self, statements: Sequence[Statement]) -> None:
        """Run a list of statements, all or none, without a hop for each: the hot path."""
        await self._submit(statements)

    @asynccontextmanager
    async def attached(self, file: Path, name: str) -> AsyncIterator[None]:
        """Let the block's write jobs read another SQLite file, as ``name.table``."""
        await self._submit(_Outside(lambda raw: raw.execute(f"ATTACH ? AS {name}", (str(file),))))
        try:
            yield
        finally:
            await self._submit(_Outside(lambda raw: raw.execute(f"DETACH {name}")))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """Lend a connection for reading committed data."""
        reader = await self._readers.get()
        try:
            yield Transaction(reader)
        finally:
            self._readers.put_nowait(reader)

    async def one(self, sql: str, *params: object) -> Row | None:
        """Read one committed row."""
        async with self.read() as reader:
            return await reader.one(sql, *params)

    async def all(self, sql: str, *params: object) -> list[Row]:
        """Read committed rows."""
        async with self.read() as reader:
            return await reader.all(sql, *params)

    async def _submit(self, work: Job | Sequence[Statement] | _Outside | None, turn: _Turn = _Turn.SOON) -> Any:
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait(_Pending(turn, next(self._numbers), work, future))
        return await future

    async def _write_batches(self) -> None:
        while (first := await self._queue.get()).work is not None:
            batch = [first]
            while not first.alone and len(batch) < _BATCH and not self._queue.empty():
                following = self._queue.get_nowait()
                if following.alone:
                    self._queue.put_nowait(following)
                    break
                batch.append(following)
            await self._commit(batch)
        first.future.set_result(None)

    async def _commit(self, batch: list[_Pending]) -> None:
        try:
            outcomes = await self._run_batch(batch)
        except BaseException as error:
            if not isinstance(error, Exception):
                raise
            # Whatever it is: the next batch is written, and whoever waits for this one hears of it.
            outcomes = [error] * len(batch)
        for pending, outcome in zip(batch, outcomes, strict=True):
            if pending.future.done():
                continue
            if isinstance(outcome, BaseException):
                pending.future.set_exception(outcome)
            else:
                pending.future.set_result(outcome)

    async def _run_batch(self, batch: list[_Pending]) -> list[Any]:
        if isinstance(batch[0].work, _Outside):
            return [await self._writer.run(batch[0].work.work)]
        jobs = [
            pending.work for pending in batch if pending.work is not None and not isinstance(pending.work, _Outside)
        ]
        lists = [job for job in jobs if isinstance(job, Sequence)]
        if len(lists) == len(jobs):
            return await self._writer.run(lambda connection: run_lists(connection, lists))
        await self._writer.run(lambda connection: connection.execute("BEGIN IMMEDIATE"))
        when_committed: dict[Callable[[], None], None] = {}
        try:
            outcomes = [await self._run_one(job, when_committed) for job in jobs]
            await self._writer.run(lambda connection: connection.execute("COMMIT"))
        except BaseException:
            await self._writer.run(roll_back)
            raise
        for callback in when_committed:
            callback()
        return outcomes

    async def _run_one(self, work: Job | Sequence[Statement], when_committed: dict[Callable[[], None], None]) -> Any:
        if isinstance(work, Sequence):
            return await self._writer.run(lambda connection: run_list(connection, work))
        await self._writer.run(lambda connection: connection.execute("SAVEPOINT job"))
        transaction = Transaction(self._writer)
        try:
            outcome = await work(transaction)
        except Exception as error:
            if not self._writer.in_transaction:
                # SQLite has taken the whole transaction back by itself: the disk is full.
                raise
            await self._writer.run(take_back)
            return error
        await self._writer.run(lambda connection: connection.execute("RELEASE job"))
        when_committed.update(dict.fromkeys(transaction.when_committed))
        return outcome


async def _connect(stack: AsyncExitStack, path: Path) -> _Connection:
    # check_same_thread stays on: the connection lives in aiosqlite's own thread.
    connection = _Connection(lambda: sqlite3.connect(path, isolation_level=None), 64)
    await stack.enter_async_context(connection)
    for pragma in _PRAGMAS:
        await connection.run(lambda raw, sql=pragma: raw.execute(sql).fetchall())  # type: ignore[misc]
    return connection


def _fetch(connection: sqlite3.Connection, sql: str, params: Sequence[object]) -> list[Row]:
    cursor = connection.execute(sql, params)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def is_unavailable(error: Exception) -> bool:
    """Tell whether the database cannot be written now, whatever is written: it is locked, the disk is full."""
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNAVAILABLE
