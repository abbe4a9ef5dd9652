"""Imports of payment registries: how far each has come, and the columns registrars chose (product P4)."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields

from bot.domain.registry import WRITTEN_STATES, Columns, ImportAction, ImportState, RegistryImport, sources_of
from storage.engine.database import Row, Transaction
from storage.engine.encryption import Encryption
from storage.engine.sql import in_list
from storage.engine.statements import Statement

_FILE = "registry_import.file"
_LATER = f"later.id > ?1 AND later.state IN {in_list(WRITTEN_STATES)}"
_LAST = "SELECT 1 AS yes FROM registry_import WHERE id = ?1 AND state = ?2"
_NONE_AFTER = "AND NOT EXISTS (SELECT 1 FROM registry_import AS later WHERE"


async def start(
    tx: Transaction,
    encryption: Encryption,
    *,
    made_by: int | None,
    chat_id: int | None,
    file: Mapping[str, object],
    now: int,
) -> int | None:
    """Open an import; return its id, or None while another one is open."""
    row = await tx.one(
        "INSERT INTO registry_import (state, is_open, made_by, chat_id, file, headings, columns, touched_at,"
        " created_at) SELECT ?, 1, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS"
        " (SELECT 1 FROM registry_import WHERE is_open = 1) RETURNING id",
        ImportState.RECEIVED.value,
        made_by,
        chat_id,
        encryption.seal_transit(_FILE, file),
        _json([]),
        _json({}),
        now,
        now,
    )
    return row["id"] if row else None


async def load(tx: Transaction, encryption: Encryption, import_id: int) -> RegistryImport:
    """Return an import."""
    found = await find(tx, encryption, import_id)
    if found is None:
        raise LookupError(import_id)
    return found


async def find(tx: Transaction, encryption: Encryption, import_id: int) -> RegistryImport | None:
    """Return an import when there is one with this number."""
    row = await tx.one("SELECT * FROM registry_import WHERE id = ?", import_id)
    return _import(encryption, row) if row else None


async def exists(tx: Transaction, import_id: int) -> bool:
    """Tell whether there is an import with this number."""
    return await tx.one("SELECT 1 AS one FROM registry_import WHERE id = ?", import_id) is not None


async def find_open(tx: Transaction, encryption: Encryption) -> RegistryImport | None:
    """Return the import that is not over."""
    row = await tx.one("SELECT * FROM registry_import WHERE is_open = 1")
    return _import(encryption, row) if row else None


async def open_state(tx: Transaction) -> tuple[int, str] | None:
    """Return the id and the state of the import that is not over, whatever else of it can be read."""
    row = await tx.one("SELECT id, state FROM registry_import WHERE is_open = 1")
    return (row["id"], row["state"]) if row else None


async def is_last(tx: Transaction, import_id: int) -> bool:
    """Tell whether the import is applied and none was begun after it: only then is what was before it still kept."""
    row = await tx.one(f"{_LAST} {_NONE_AFTER} {_LATER})", import_id, ImportState.APPLIED.value)
    return row is not None


async def move(
    tx: Transaction, import_id: int, action: ImportAction, to: ImportState, now: int, **columns: object
) -> bool:
    """Change the state by an action that leads from the present one to ``to``; False when it is another one by now."""
    sets = "".join(f", {name} = ?" for name in columns)
    sources = in_list(sources_of(action, to))
    changed = await tx.execute(
        f"UPDATE registry_import SET state = ?, touched_at = ?{sets} WHERE id = ? AND state IN {sources}",
        to.value,
        now,
        *columns.values(),
        import_id,
    )
    return bool(changed)


async def is_applying(tx: Transaction, import_id: int) -> bool:
    """Tell whether the import is still being applied: somebody may have stopped it."""
    row = await tx.one(
        "SELECT 1 AS yes FROM registry_import WHERE id = ? AND state = ?", import_id, ImportState.APPLYING.value
    )
    return row is not None


async def note_told(tx: Transaction, import_id: int, upto: int, now: int) -> None:
    """Note up to which payment the followers have been told."""
    await tx.execute("UPDATE registry_import SET told_upto = ?, touched_at = ? WHERE id = ?", upto, now, import_id)


async def close(tx: Transaction, import_id: int, now: int) -> None:
    """End the import: another one may begin."""
    await tx.execute("UPDATE registry_import SET is_open = NULL, ended_at = ? WHERE id = ?", now, import_id)


async def reopen(tx: Transaction, import_id: int) -> bool:
    """Open an ended import again, to undo it; False while another one is open."""
    changed = await tx.execute(
        "UPDATE registry_import SET is_open = 1, ended_at = NULL WHERE id = ? AND NOT EXISTS"
        " (SELECT 1 FROM registry_import WHERE is_open = 1)",
        import_id,
    )
    return bool(changed)


def shown_as(import_id: int, message_id: int) -> Statement:
    """Return the statement by which this message shows the import."""
    return ("UPDATE registry_import SET message_id = ? WHERE id = ?", (message_id, import_id))


async def settle(
    tx: Transaction, import_id: int, to: ImportState, headings: Sequence[str], columns: Columns, now: int
) -> None:
    """Note the file's headings and the columns known by them; ``to`` is what comes next."""
    found = {"headings": _json(list(headings)), "columns": _json(columns)}
    await move(tx, import_id, ImportAction.SETTLE_COLUMNS, to, now, **found)


async def keep_columns(tx: Transaction, import_id: int, columns: Columns, now: int) -> None:
    """Keep what was chosen so far."""
    await tx.execute(
        "UPDATE registry_import SET columns = ?, touched_at = ? WHERE id = ?", _json(columns), now, import_id
    )


async def remember_columns(
    tx: Transaction, headings: Sequence[str], columns: Columns, made_by: int | None, now: int
) -> None:
    """Remember which column is what, for the next file with these headings."""
    await tx.execute(
        "INSERT INTO registry_columns (headings_hash, columns, made_by, made_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (headings_hash) DO UPDATE SET columns = excluded.columns, made_by = excluded.made_by,"
        " made_at = excluded.made_at",
        _hash(headings),
        _json(columns),
        made_by,
        now,
    )


async def remembered_columns(tx: Transaction, headings: Sequence[str]) -> Columns | None:
    """Return what was chosen for a file with these headings before."""
    row = await tx.one("SELECT columns FROM registry_columns WHERE headings_hash = ?", _hash(headings))
    return json.loads(row["columns"]) if row else None


async def reserve_keys(tx: Transaction, count: int, now: int) -> int:
    """Keep ``count`` ids of data keys for an import and return the first: rows are encrypted before they are stored.

    A key that was never made stands behind them, so that nobody else is given an id of these.
    """
    row = await tx.one("SELECT coalesce(max(id), 0) + 1 AS first FROM data_key")
    first: int = row["first"] if row else 1
    await tx.execute(
        "INSERT INTO data_key (id, wrapped, created_at, destroyed_at) VALUES (?, NULL, ?, ?)", first + count, now, now
    )
    return first


def _import(encryption: Encryption, row: Row) -> RegistryImport:
    given = {field.name: row[field.name] for field in fields(RegistryImport)}
    given["state"] = ImportState(row["state"])
    given["is_open"] = row["is_open"] == 1
    given["file"] = encryption.open_transit(_FILE, row["file"]) if row["file"] else {}
    given["headings"] = json.loads(row["headings"] or "[]")
    given["columns"] = json.loads(row["columns"] or "{}")
    given["first_key"] = row["first_key"] or 0
    return RegistryImport(**given)


def _hash(headings: Sequence[str]) -> str:
    return hashlib.sha256(_json([heading.strip().casefold() for heading in headings]).encode()).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
