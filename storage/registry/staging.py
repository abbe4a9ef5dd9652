"""Rows of a registry that are checked and encrypted already, in an SQLite file of their own beside the database.

A process of its own fills it while the bot goes on; then the writer takes it over in short transactions, attached under
the name ``staging``, statement by statement inside SQLite: nothing of the rows passes through Python again.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from storage.payments.payments import NOW

NAME = "staging"
NEW, CHANGED, MOVED, SAME = "new", "changed", "moved", "same"
"""Not in the registry yet; other details; another status too; nothing new."""

_SCHEMA = """
CREATE TABLE staged (line INTEGER PRIMARY KEY, programme TEXT, iin_lookup TEXT, kind TEXT, payment_id INTEGER,
    version INTEGER, base TEXT, phone_lookup TEXT, number_lookup TEXT, status TEXT, reason TEXT, day TEXT,
    amount INTEGER, fingerprint TEXT, details BLOB, key_id INTEGER, wrapped BLOB);
CREATE TABLE restored (line INTEGER PRIMARY KEY);
CREATE TABLE problem (line INTEGER PRIMARY KEY, code TEXT, kind TEXT, params TEXT, shown TEXT);
"""
_ORDER = """
CREATE INDEX main.staged_person ON staged (programme, iin_lookup);
CREATE TABLE main.twice AS SELECT line, first FROM staged JOIN (SELECT programme, iin_lookup, min(line) AS first
    FROM staged GROUP BY programme, iin_lookup HAVING count(*) > 1) USING (programme, iin_lookup) WHERE line > first;
INSERT OR IGNORE INTO main.problem (line, code, kind, params, shown)
    SELECT line, '', 'twice', json_object('first', CAST(first AS TEXT)), '' FROM twice;
DELETE FROM main.staged WHERE line IN (SELECT line FROM twice);
CREATE TABLE main.key_order (place INTEGER PRIMARY KEY, line INTEGER);
CREATE TABLE main.new_order (place INTEGER PRIMARY KEY, line INTEGER);
CREATE TABLE main.change_order (place INTEGER PRIMARY KEY, line INTEGER);
INSERT INTO main.key_order (line) SELECT line FROM staged WHERE kind = 'new' ORDER BY line;
INSERT INTO main.new_order (line) SELECT line FROM staged WHERE kind = 'new' ORDER BY programme, iin_lookup;
INSERT INTO main.change_order (line) SELECT line FROM staged WHERE kind IN ('changed', 'moved') ORDER BY payment_id;
"""
STAGED_COLUMNS = 17
_KNOWN = (
    "SELECT id, data_key_id, programme, iin_lookup, status, reason, status_day, version, fingerprint,"
    f" (SELECT wrapped FROM data_key WHERE data_key.id = data_key_id) FROM {NOW} WHERE iin_lookup IN"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What was staged: rows by kind, and rows left out: those that cannot follow what is stored, and wrong ones.

    ``restored`` of the staged rows have an ИИН whose first zeros were lost.
    """

    added: int
    changed: int
    unchanged: int
    illegal: int
    bad: int
    restored: int


@dataclass(frozen=True, slots=True)
class StagedProblem:
    """A row left out: its line, what is wrong, and whose row it is, masked.

    ``kind``: ``input``, ``refusal``, or ``twice`` for a person an earlier line names already (param ``first``).
    """

    line: int
    code: str
    kind: str
    params: str
    shown: str


@dataclass(frozen=True, slots=True)
class Known:
    """A payment that is stored already, for comparison; ``wrapped`` is its data key, None once that is destroyed."""

    id: int
    data_key_id: int
    programme: str
    iin_lookup: str
    status: str
    reason: str | None
    day: str
    version: int
    fingerprint: str
    wrapped: bytes | None


@contextmanager
def looking(database: Path) -> Iterator[sqlite3.Connection]:
    """Open the registry beside the bot that writes it, to compare with it."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, isolation_level=None)) as connection:
        yield connection


def known(connection: sqlite3.Connection, iin_lookups: Sequence[str]) -> dict[tuple[str, str], Known]:
    """Return the payments of these people, by programme and person."""
    places = ", ".join("?" for _ in iin_lookups)
    rows = connection.execute(f"{_KNOWN} ({places})", iin_lookups)
    return {(each.programme, each.iin_lookup): each for each in (Known(*row) for row in rows)}


@contextmanager
def making(file: Path) -> Iterator[sqlite3.Connection]:
    """Make the file anew and open it; it is no part of what must survive a power cut."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    file.touch(mode=0o600)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000;")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


def put(
    connection: sqlite3.Connection,
    rows: Sequence[Sequence[object]],
    problems: Sequence[Sequence[object]],
    restored: Sequence[int],
) -> None:
    """Add rows and problems, in the order of their tables' columns, and the lines whose ИИН was restored."""
    places = ", ".join("?" * STAGED_COLUMNS)
    connection.executemany(f"INSERT INTO staged VALUES ({places})", rows)
    connection.executemany("INSERT OR IGNORE INTO problem VALUES (?, ?, ?, ?, ?)", problems)
    connection.executemany("INSERT INTO restored VALUES (?)", [(line,) for line in restored])


def finish(parts: Sequence[Path]) -> Counted:
    """Make one file of the parts, the first of them: find who is named twice and in which order rows are taken."""
    with closing(sqlite3.connect(parts[0], isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;")
        for part in parts[1:]:
            connection.execute("ATTACH ? AS part", (str(part),))
            connection.execute("INSERT INTO main.staged SELECT * FROM part.staged")
            connection.execute("INSERT OR IGNORE INTO main.problem SELECT * FROM part.problem")
            connection.execute("INSERT INTO main.restored SELECT * FROM part.restored")
            connection.execute("DETACH part")
            part.unlink()
        connection.executescript(_ORDER)
        return _count(connection)


def _count(connection: sqlite3.Connection) -> Counted:
    kinds = dict(connection.execute("SELECT kind, count(*) FROM staged GROUP BY kind"))
    problems = dict(connection.execute("SELECT kind, count(*) FROM problem GROUP BY kind"))
    restored = connection.execute("SELECT count(*) FROM restored JOIN staged USING (line)").fetchone()[0]
    return Counted(
        added=kinds.get(NEW, 0),
        changed=kinds.get(CHANGED, 0) + kinds.get(MOVED, 0),
        unchanged=kinds.get(SAME, 0),
        illegal=problems.get("refusal", 0),
        bad=problems.get("input", 0) + problems.get("twice", 0),
        restored=restored,
    )


def totals(file: Path) -> tuple[int, int, int]:
    """Return how many keys, new payments and changed ones are to be taken over."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        keys, new, changes = (
            int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
            for name in ("key_order", "new_order", "change_order")
        )
    return keys, new, changes


def problems(file: Path, limit: int) -> list[StagedProblem]:
    """Return the first rows left out."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT line, code, kind, params, shown FROM problem ORDER BY line LIMIT ?", (limit,))
        return [StagedProblem(*row) for row in rows]
