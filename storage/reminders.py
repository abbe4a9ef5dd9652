"""Reminders as rows: unique by subject, its version and the kind, swept when due (product N1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.subject import Subject
from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder whose time has come."""

    id: int
    about: str
    subject_version: int
    kind: str
    due_at: int
    not_after: int

    @property
    def subject(self) -> Subject:
        """What it is about; raises ValueError for what is no subject, so that this row alone fails."""
        return Subject.parse(self.about)


async def plan(tx: Transaction, subject: Subject, version: int, planned: Iterable[tuple[str, int, int]]) -> None:
    """Store ``(kind, due_at, not_after)`` for this version; what was planned before and has not fired is dropped."""
    await drop(tx, subject)
    await tx.many(
        "INSERT INTO reminder (subject, subject_version, kind, due_at, not_after, state)"
        " VALUES (?, ?, ?, ?, ?, 'waiting') ON CONFLICT (subject, subject_version, kind) DO UPDATE SET"
        " due_at = excluded.due_at, not_after = excluded.not_after, state = 'waiting' WHERE state = 'dropped'",
        [(str(subject), version, kind, due_at, not_after) for kind, due_at, not_after in planned],
    )


async def is_planned(tx: Transaction, subject: Subject) -> bool:
    """Tell whether anything waits for a subject."""
    return await tx.one("SELECT 1 FROM reminder WHERE subject = ? AND state = 'waiting'", str(subject)) is not None


async def drop(tx: Transaction, subject: Subject) -> None:
    """Withdraw what waits for a subject, or was set aside: it moved, was cancelled or is over."""
    await tx.execute(
        "UPDATE reminder SET state = 'dropped' WHERE subject = ? AND state IN ('waiting', 'failed')", str(subject)
    )


async def plan_day(tx: Transaction, subject: Subject, version: int, planned: tuple[str, int, int]) -> None:
    """Store like ``plan`` one of a chain, whose kind names a day to come: had it fired, a clock set back since did it,
    and the chain would end.
    """
    await tx.execute(
        "DELETE FROM reminder WHERE subject = ? AND subject_version = ? AND kind = ?"
        " AND state IN ('fired', 'pointless')",
        str(subject),
        version,
        planned[0],
    )
    await plan(tx, subject, version, [planned])


async def due(tx: Transaction, now: int, after: tuple[int, int], limit: int) -> list[DueReminder]:
    """Return the earliest reminders whose time has come, from behind ``after`` (``due_at`` and id) on."""
    rows = await tx.all(
        "SELECT id, subject AS about, subject_version, kind, due_at, not_after FROM reminder"
        " WHERE state = 'waiting' AND due_at <= ? AND (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?",
        now,
        *after,
        limit,
    )
    return [DueReminder(**row) for row in rows]


async def is_waiting(tx: Transaction, reminder_id: int) -> bool:
    """Tell whether it has neither fired nor been withdrawn."""
    row = await tx.one("SELECT 1 AS yes FROM reminder WHERE id = ? AND state = 'waiting'", reminder_id)
    return row is not None


async def close(tx: Transaction, reminder_id: int, state: str) -> None:
    """Mark a reminder as ``fired`` or ``pointless``, or as ``failed``: it was tried in vain and is set aside."""
    await tx.execute("UPDATE reminder SET state = ? WHERE id = ?", state, reminder_id)


async def try_again(tx: Transaction) -> None:
    """Have those that were set aside tried once more."""
    await tx.execute("UPDATE reminder SET state = 'waiting' WHERE state = 'failed'")
