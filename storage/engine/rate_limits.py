"""Attempts that are limited in time: counted and judged in one transaction, so nobody gets ahead of the count."""

from collections.abc import Sequence

from storage.engine.database import Database, Transaction

KEEP_SECONDS = 86_400
_NOT_AHEAD = "UPDATE attempt SET at = ? WHERE kind = ? AND subject = ? AND at > ?"


async def take(
    tx: Transaction, kind: str, subjects: Sequence[str], *, now: int, limit: int, seconds: int
) -> int | None:
    """Count one attempt for every subject and return None; or, where one has none left, count nothing.

    ``limit`` attempts fit into any ``seconds``. Then the moment is returned at which all subjects have one again.
    Attempts by a clock that has been set back since count as made now.
    """
    await tx.many(_NOT_AHEAD, [(now, kind, subject, now) for subject in subjects])
    opens = [await _opens_at(tx, kind, subject, now - seconds, limit) for subject in subjects]
    latest = max((at for at in opens if at is not None), default=None)
    if latest is not None:
        return latest + seconds
    rows = [(kind, subject, now) for subject in subjects]
    await tx.many("INSERT INTO attempt (kind, subject, at) VALUES (?, ?, ?)", rows)
    return None


async def _opens_at(tx: Transaction, kind: str, subject: str, since: int, limit: int) -> int | None:
    """Return when the attempt was made that must grow old first, or None where there is room."""
    row = await tx.one(
        "SELECT at FROM attempt WHERE kind = ? AND subject = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",
        kind,
        subject,
        since,
        limit - 1,
    )
    return row["at"] if row else None


async def expire_old(db: Database, now: int) -> None:
    """Remove attempts that no limit looks at any more."""
    await db.run([("DELETE FROM attempt WHERE at < ?", (now - KEEP_SECONDS,))])
