"""Reminders as rows: unique by subject, its version and the kind, swept when due (product N1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder whose time has come."""

    id: int
    subject: str
    subject_version: int
    kind: str
    not_after: int


async def plan(tx: Transaction, subject: str, version: int, planned: Iterable[tuple[str, int, int]]) -> None:
    """Store ``(kind, due_at, not_after)`` for this version; what was planned before and did not fire never will."""
    await drop(tx, subject)
    await tx.many(
        "INSERT INTO reminder (subject, subject_version, kind, due_at, not_after, state)"
        " VALUES (?, ?, ?, ?, ?, 'waiting') ON CONFLICT (subject, subject_version, kind) DO UPDATE SET"
        " due_at = excluded.due_at, not_after = excluded.not_after, state = 'waiting' WHERE state = 'dropped'",
        [(subject, version, kind, due_at, not_after) for kind, due_at, not_after in planned],
    )


async def is_planned(tx: Transaction, subject: str) -> bool:
    """Tell whether anything waits for a subject."""
    return await tx.one("SELECT 1 FROM reminder WHERE subject = ? AND state = 'waiting'", subject) is not None


async def drop(tx: Transaction, subject: str) -> None:
    """Withdraw what waits for a subject: it moved, was cancelled or is over."""
    await tx.execute("UPDATE reminder SET state = 'dropped' WHERE subject = ? AND state = 'waiting'", subject)


async def due(tx: Transaction, now: int, limit: int) -> list[DueReminder]:
    """Return the earliest reminders whose time has come."""
    rows = await tx.all(
        "SELECT id, subject, subject_version, kind, not_after FROM reminder"
        " WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?",
        now,
        limit,
    )
    return [DueReminder(**row) for row in rows]


async def close(tx: Transaction, reminder_id: int, state: str) -> None:
    """Mark one as ``fired`` or ``pointless``."""
    await tx.execute("UPDATE reminder SET state = ? WHERE id = ?", state, reminder_id)
