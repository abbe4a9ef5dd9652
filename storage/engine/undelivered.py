"""What has yet to go out: how much waits, what has been failing, and of what nobody knows."""

from dataclasses import dataclass

from storage.engine.database import Database, Row, Transaction


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many messages have yet to go out, how many of these have failed, and of how many nobody knows."""

    waiting: int
    failing: int
    unknown: int


async def failing_chats(tx: Transaction, since: int) -> list[Row]:
    """Return ``chat_id``, ``letters``, ``since``, ``error`` of chats whose messages have failed from ``since`` on.

    Alerts about that (``stuck:``) do not count.
    """
    return await tx.all(
        "SELECT chat_id, count(*) AS letters, min(failing_since) AS since, error FROM outbox"
        " WHERE state = 'pending' AND failing_since <= ? AND dedupe_key NOT LIKE 'stuck:%'"
        " GROUP BY chat_id ORDER BY min(failing_since)",
        since,
    )


async def count_waiting(db: Database) -> Waiting:
    """Return how many messages wait, fail, or may not have arrived."""
    row = await db.one(
        "SELECT COUNT(*) AS waiting, COUNT(failing_since) AS failing,"
        " (SELECT COUNT(*) FROM outbox WHERE state = 'unknown') AS unknown"
        " FROM outbox WHERE state IN ('pending', 'leased')"
    )
    return Waiting(**row) if row else Waiting(0, 0, 0)
