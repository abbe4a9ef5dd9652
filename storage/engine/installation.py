"""Whether a database file is whole, and whose key it was written with."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.engine.encryption import Encryption, WrongKeyError

_SOUND = "ok"


class DamagedError(Exception):
    """What is wrong with the file, in one line."""


def check_database(path: Path) -> None:
    """Raise DamagedError when the file is no database, or pages of it are cut off or overwritten."""
    try:
        with _reading(path) as connection:
            verdict = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        verdict = str(error)
    if verdict != _SOUND:
        found = " ".join(verdict.replace("*** in database main ***", "").split())
        raise DamagedError(f"the database {path} is damaged ({found}); nothing was changed, put a backup in its place")


def has_a_key(path: Path) -> bool:
    """Tell whether the file was written with any key yet."""
    return any(_traces(path))


def is_key_of(path: Path, encryption: Encryption) -> bool:
    """Tell whether this is the key the file was written with, or it was with none yet.

    A file from before fingerprints were kept is asked by its oldest data key.
    """
    kept, oldest = _traces(path)
    if kept is not None:
        return bool(kept["key_fingerprint"] == encryption.fingerprint)
    if oldest is None:
        return True
    try:
        encryption.open_key(oldest["id"], oldest["wrapped"])
    except WrongKeyError:
        return False
    return True


def _traces(path: Path) -> tuple[sqlite3.Row | None, sqlite3.Row | None]:
    """Return the kept fingerprint and the oldest data key, as far as the file has them."""
    with _reading(path) as connection:
        return (
            _one(connection, "installation", "SELECT key_fingerprint FROM installation"),
            _one(
                connection,
                "data_key",
                "SELECT id, wrapped FROM data_key WHERE wrapped IS NOT NULL ORDER BY id LIMIT 1",
            ),
        )


def keep_key(path: Path, encryption: Encryption) -> None:
    """Note whose key the file is written with, unless that is known."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT OR IGNORE INTO installation (id, key_fingerprint) VALUES (1, ?)", (encryption.fingerprint,)
        )


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def _one(connection: sqlite3.Connection, table: str, sql: str) -> sqlite3.Row | None:
    """Return the first row; none where an older file has no such table."""
    if not connection.execute(f"PRAGMA table_info({table})").fetchone():
        return None
    row: sqlite3.Row | None = connection.execute(sql).fetchone()
    return row
