"""What the holder of the installation's secret could still read: every value that a living key opens."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.engine import encryption as encryption_module
from storage.engine.encryption import DataKey, Encryption, WrongKeyError


class Purposes(set[str]):
    """Every purpose for which something was sealed while the test ran, by the name it was sealed under."""

    @classmethod
    def noted(cls, monkeypatch: pytest.MonkeyPatch) -> "Purposes":
        """Note them from now on."""
        noted, seal = cls(), encryption_module._seal

        def noting(cipher: AESGCM, purpose: str, plain: bytes) -> bytes:
            noted.add(purpose)
            return seal(cipher, purpose, plain)

        monkeypatch.setattr(encryption_module, "_seal", noting)
        return noted


def readable(path: Path, encryption: Encryption, purposes: Purposes) -> dict[str, str]:
    """Return every encrypted value that still opens, as ``table.column`` and row to its text."""
    with closing(sqlite3.connect(path)) as connection:
        keys = {
            key_id: encryption.open_key(key_id, wrapped)
            for key_id, wrapped in connection.execute("SELECT id, wrapped FROM data_key WHERE wrapped IS NOT NULL")
        }
        return {
            place: opened
            for place, sealed in _sealed(connection)
            if (opened := _opened(encryption, keys, purposes, sealed)) is not None
        }


def wrapped_keys(path: Path) -> dict[int, bytes]:
    """Return what is stored of each living data key."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT id, wrapped FROM data_key WHERE wrapped IS NOT NULL"))


def _sealed(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'data_key'").fetchall()
    for (table,) in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "BLOB"]
        for column in columns:
            found = connection.execute(f'SELECT "{column}" FROM {table} WHERE "{column}" IS NOT NULL')  # noqa: S608
            yield from ((f"{table}.{column} {no}", sealed) for no, (sealed,) in enumerate(found))


def _opened(encryption: Encryption, keys: dict[int, DataKey], purposes: Purposes, sealed: bytes) -> str | None:
    for purpose in purposes:
        name, _, key_id = purpose.rpartition(":")
        try:
            if key_id.isdigit() and int(key_id) in keys:
                return str(keys[int(key_id)].open(name, sealed))
            return str(encryption.open_transit(purpose, sealed))
        except (WrongKeyError, ValueError):
            continue
    return None
