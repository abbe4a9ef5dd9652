"""Staging a registry: every row read, checked, compared with what is stored, and encrypted (product P4)."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from bot.domain.errors import DomainError, InvalidInput, Refusal
from bot.domain.payments.payment import NewState, Standing
from bot.domain.payments.statuses import PaymentStatus
from bot.domain.registry import Columns
from bot.services.payments.programme_files import programmes
from bot.services.payments.stored_state import make_state
from bot.services.registry.problems import pack_problem
from bot.services.registry.rows import RegistryRow, RowReader
from bot.services.registry.table import Rows, open_table
from storage.engine.encryption import Encryption
from storage.payments.payments import DETAILS
from storage.registry import staging
from storage.registry.staging import Known

BLOCK = 500
_DETAILS = ("iin", "last_name", "first_name", "phone", "number", "iban")
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Job:
    """What to stage: the ``part``-th of every ``parts`` blocks of rows, into ``staged``; all of it can be JSON.

    ``keys`` are the encryption's, hexadecimal; ``first_key`` the first of the data keys' ids kept for the lines.
    """

    keys: tuple[str, ...]
    database: str
    staged: str
    columns: Columns
    today: str
    first_key: int
    part: int = 0
    parts: int = 1


def stage(job: Job, stream: BinaryIO, progress: Progress) -> None:
    """Stage the file's rows; ``progress`` is told how many lines are behind.

    Raises ``InvalidInput`` when the file cannot be read as a table (``table.open_table``).
    """
    table = open_table(stream)
    reader = RowReader(job.columns, len(table.headings), date.fromisoformat(job.today))
    with staging.looking(Path(job.database)) as database, staging.making(Path(job.staged)) as staged:
        stager = _Stager(job, database, reader)
        for number, block in enumerate(_blocks(table.rows, stager)):
            if number % job.parts == job.part:
                staging.put(staged, stager.rows(block), stager.take_problems(), stager.take_restored())
            progress(block[-1][0])
        staging.put(staged, [], stager.take_problems(), [])


def _blocks(rows: Rows, stager: "_Stager") -> Iterator[list[tuple[int, list[str]]]]:
    """Go through the file; what breaks it off in the middle is a problem of that line."""
    rows = iter(rows)
    while True:
        block: list[tuple[int, list[str]]] = []
        try:
            for row in islice(rows, BLOCK):
                block.append(row)  # noqa: PERF402 - what came before a break is kept
        except InvalidInput as problem:
            if problem.code != "payments-row-quotes":
                raise
            stager.broken(int(str(problem.params["line"])))
            if block:
                yield block
            return
        if not block:
            return
        yield block


class _Stager:
    """Makes staged rows out of cells."""

    def __init__(self, job: Job, database: sqlite3.Connection, reader: RowReader) -> None:
        self._encryption = Encryption([bytes.fromhex(key) for key in job.keys])
        self._first_key = job.first_key
        self._database = database
        self._reader = reader
        self._problems: list[tuple[object, ...]] = []
        self._restored: list[int] = []

    def rows(self, block: Sequence[tuple[int, list[str]]]) -> list[tuple[object, ...]]:
        """Return the good rows of a block as they are staged; the others become problems."""
        states: list[tuple[int, NewState]] = []
        for line, cells in block:
            try:
                row = self._reader.read(line, cells)
            except InvalidInput as problem:
                self._note(line, problem, self._reader.shown(cells))
                continue
            states.append((line, _state(self._encryption, row)))
            if row.is_restored:
                self._restored.append(line)
        known = staging.known(self._database, [state.iin_lookup for _line, state in states])
        staged = (self._staged(line, state, known.get((state.programme, state.iin_lookup))) for line, state in states)
        return [row for row in staged if row is not None]

    def broken(self, line: int) -> None:
        """Note that the file cannot be read from this line on."""
        self._note(line, InvalidInput("payments-row-quotes"), "")

    def take_restored(self) -> list[int]:
        """Return the lines noted since it was asked last whose ИИН had lost its first zeros."""
        taken, self._restored = self._restored, []
        return taken

    def take_problems(self) -> list[tuple[object, ...]]:
        """Return the problems noted since it was asked last."""
        taken, self._problems = self._problems, []
        return taken

    def _note(self, line: int, problem: DomainError, shown: str) -> None:
        self._problems.append((line, *pack_problem(problem), shown))

    def _staged(self, line: int, state: NewState, known: Known | None) -> tuple[object, ...] | None:
        if known is None:
            key, wrapped = self._encryption.make_key(self._first_key + line)
            details = key.seal(DETAILS, state.details)
            return self._row(line, staging.NEW, state, (None, None, None), details, (key.id, wrapped))
        # A person who was erased is not brought back by a file.
        if known.fingerprint == state.fingerprint or known.wrapped is None:
            return self._row(line, staging.SAME, state, (None, None, None), None, (None, None))
        problem = objection(known.status, known.day, state)
        if problem is not None:
            self._note(line, problem, "")
            return None
        key = self._encryption.open_key(known.data_key_id, known.wrapped)
        old = (known.status, known.reason, known.day)
        kind = staging.CHANGED if old == (state.status, state.reason, state.day) else staging.MOVED
        base = (known.id, known.version, known.fingerprint)
        return self._row(line, kind, state, base, key.seal(DETAILS, state.details), (None, None))

    @staticmethod
    def _row(
        line: int,
        kind: str,
        state: NewState,
        base: tuple[int | None, int | None, str | None],
        details: bytes | None,
        key: tuple[int | None, bytes | None],
    ) -> tuple[object, ...]:
        if details is None:
            return (line, state.programme, state.iin_lookup, kind, *base, *(None,) * 8, *key)
        reason = state.reason.value if state.reason else None
        open_part = (state.phone_lookup, state.number_lookup, state.status.value, reason, state.day, state.amount)
        return (line, state.programme, state.iin_lookup, kind, *base, *open_part, state.fingerprint, details, *key)


def _state(encryption: Encryption, row: RegistryRow) -> NewState:
    standing = Standing(
        programme=row.programme,
        status=row.status,
        reason=row.reason,
        day=row.day.isoformat(),
        amount=row.amount,
    )
    return make_state(encryption, standing, {name: getattr(row, name) for name in _DETAILS})


def objection(status: str, day: str, state: NewState) -> DomainError | None:
    """Return why a stored payment cannot become this, or None."""
    if state.day < day:
        return Refusal("payments-row-older", day=datetime.fromisoformat(day).date())
    old, new = PaymentStatus(status), state.status
    if old is not new and not programmes()[state.programme].can_reach(old, new):
        return Refusal("payments-row-transition", old=old.value, new=new.value)
    return None
