"""Working rows off one by one, so that a bad row stops nothing beside it (decision 0012).

What a row's work raises takes back that row's changes alone. It is noted (``storage.failures``), logged, and the row
rests for a while that grows with each failure, until it is set aside; a row that was worked off is forgotten there.
Whoever sweeps reads once what is due and works off that: a row that stays due is met once a sweep, so no loop goes
round for ever.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import structlog

from bot.domain.errors import DomainError
from bot.domain.sweeps import Sweep
from bot.services.work import Services
from storage import failures
from storage.engine.database import Transaction, is_unavailable
from storage.engine.outbox import OutboxMessage
from storage.failures import Failure

log = structlog.get_logger(__name__)
AT_ONCE = 64
"""How many rows share a commit: whoever else writes waits for no more than these."""


class StopSweep(Exception):  # noqa: N818 - nothing failed
    """What every row needs is out of reach: this row and those after it are left for the next time."""


Row = TypeVar("Row")
Result = TypeVar("Result")
InWrite = Callable[[Transaction, Row], Awaitable[Result]]


async def write_each(
    services: Services,
    sweep: Sweep,
    rows: Iterable[Row],
    work: InWrite[Row, Result],
    *,
    key: Callable[[Row], str] = str,
    give_up: InWrite[Row, object] | None = None,
    at_once: int = AT_ONCE,
) -> list[Result]:
    """Do ``work`` for each row in a write of its own, in their order; return what it gave for those that succeeded.

    ``key`` names a row within its sweep. ``give_up`` says in the row's own table that it was set aside.
    """
    each = await _begin(services, sweep)

    async def attempt(row: Row) -> list[Result]:
        async def write_row(tx: Transaction) -> Result:
            done = await work(tx, row)
            await each.heal(tx, key(row))
            return done

        try:
            return [await services.db.write(write_row)]
        except Exception as error:  # noqa: BLE001 - noted and logged there, or raised again
            await each.failed(row, key(row), error, give_up)
            return []

    todo = each.due(rows, key)
    done: list[Result] = []
    for first in range(0, len(todo), at_once):
        # They are queued for the writer in this order, and share its commit.
        results = await asyncio.gather(*map(attempt, todo[first : first + at_once]))
        done += [one for result in results for one in result]
    return done


async def run_each(
    services: Services,
    sweep: Sweep,
    rows: Iterable[Row],
    work: Callable[[Row], Awaitable[Result]],
    *,
    key: Callable[[Row], str] = str,
    give_up: InWrite[Row, object] | None = None,
) -> list[Result]:
    """Do ``work``, which reads and writes by itself, for one row after another; return like ``write_each``.

    It may raise ``StopSweep``.
    """
    each = await _begin(services, sweep)
    done: list[Result] = []
    for row in each.due(rows, key):
        try:
            done.append(await work(row))
        except StopSweep:
            break
        except Exception as error:  # noqa: BLE001 - noted and logged there, or raised again
            await each.failed(row, key(row), error, give_up)
        else:
            await each.healed(key(row))
    return done


async def savepoint_each(
    services: Services,
    tx: Transaction,
    sweep: Sweep,
    rows: Iterable[Row],
    work: InWrite[Row, Result],
    *,
    key: Callable[[Row], str] = str,
) -> list[Result]:
    """Do ``work`` for each row under a savepoint of the caller's transaction; return like ``write_each``.

    For rows that must be worked off together: a line in its order, what belongs to a change of somebody's.
    """
    each = _Pass(services, sweep, await failures.of_sweep(tx, sweep))
    done: list[Result] = []
    for row in each.due(rows, key):
        try:
            async with tx.savepoint():
                done.append(await work(tx, row))
        except Exception as error:  # noqa: BLE001 - noted and logged there, or raised again
            await each.failed_in(tx, key(row), error)
        else:
            await each.heal(tx, key(row))
    return done


async def post_each(services: Services, outgoing_messages: Iterable[OutboxMessage]) -> None:
    """Post messages that have nothing to do with each other, such as one to each administrator."""

    async def post(tx: Transaction, outgoing: OutboxMessage) -> None:
        await services.enqueue(tx, outgoing)

    await write_each(services, Sweep.ALARMS, outgoing_messages, post, key=lambda outgoing: outgoing.dedupe_key)


@dataclass(frozen=True, slots=True)
class _Pass:
    """One time through a sweep's rows; ``before`` is what failed of it earlier."""

    services: Services
    sweep: Sweep
    before: Mapping[str, Failure]

    def due(self, rows: Iterable[Row], key: Callable[[Row], str]) -> list[Row]:
        now = self.services.now
        return [row for row in rows if (known := self.before.get(key(row))) is None or not known.rests(now)]

    async def heal(self, tx: Transaction, row_key: str) -> None:
        if row_key in self.before:
            await failures.heal(tx, self.sweep, row_key)

    async def healed(self, row_key: str) -> None:
        if row_key in self.before:
            await self.services.db.write(lambda tx: failures.heal(tx, self.sweep, row_key))

    async def failed(self, row: Row, row_key: str, error: Exception, give_up: InWrite[Row, object] | None) -> None:
        if is_unavailable(error):
            raise error

        async def note(tx: Transaction) -> Failure:
            noted = await failures.note(tx, self.sweep, row_key, name_of(error), self.services.now)
            if noted.is_set_aside and give_up is not None:
                await give_up(tx, row)
            return noted

        self.log(await self.services.db.write(note), error)

    async def failed_in(self, tx: Transaction, row_key: str, error: Exception) -> None:
        if is_unavailable(error):
            raise error
        self.log(await failures.note(tx, self.sweep, row_key, name_of(error), self.services.now), error)

    def log(self, noted: Failure, error: Exception) -> None:
        log.error(
            "a row failed",
            sweep=noted.sweep,
            row=noted.row_key,
            attempts=noted.attempts,
            set_aside=noted.is_set_aside,
            exc_info=error,
        )


async def _begin(services: Services, sweep: Sweep) -> _Pass:
    async with services.db.read() as reader:
        return _Pass(services, sweep, await failures.of_sweep(reader, sweep))


def name_of(error: Exception) -> str:
    """Return an error's kind and code: what it says may hold what people wrote."""
    if isinstance(error, DomainError):
        return repr(error)
    code = getattr(error, "sqlite_errorname", None) if isinstance(error, sqlite3.Error) else None
    return " ".join(filter(None, (type(error).__name__, code)))
