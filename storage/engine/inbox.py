"""Updates, recorded before they are acknowledged to Telegram (decision 0013).

A payload is dropped as soon as its update is done; the row stays for two days, longer than Telegram re-delivers (24 h),
so that a late duplicate is still recognised.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.engine.database import Database, Statement
from storage.engine.encryption import Encryption, WrongKeyError

KEEP_DONE_SECONDS = 2 * 86_400
_PURPOSE = "inbox"


@dataclass(frozen=True, slots=True)
class Received:
    """One update as recorded: ``lane`` keeps its order, ``attempts`` counts how often its handling was begun.

    ``payload`` is empty when it cannot be read any more: its handling fails then, and nothing else.
    """

    update_id: int
    chat_queue: str
    payload: dict[str, Any]
    attempts: int = 0


async def record(
    db: Database, encryption: Encryption, bot_id: int, batch: Sequence[Received], now: int
) -> list[Received]:
    """Store a batch in one transaction; return those not seen before, in order."""
    rows = [
        (bot_id, item.update_id, item.chat_queue, encryption.seal_transit(_PURPOSE, item.payload), now)
        for item in batch
    ]

    async def job(tx: Any) -> list[Received]:
        fresh = []
        for item, row in zip(batch, rows, strict=True):
            changed = await tx.execute(
                "INSERT OR IGNORE INTO inbox (bot_id, update_id, lane, payload, received_at) VALUES (?, ?, ?, ?, ?)",
                *row,
            )
            if changed:
                fresh.append(item)
        return fresh

    return await db.write(job)


async def waiting(db: Database, encryption: Encryption, bot_id: int) -> list[Received]:
    """Return what was recorded but not finished, oldest first: the work of a start after a crash."""
    rows = await db.all(
        "SELECT update_id, lane, payload, attempts FROM inbox WHERE bot_id = ? AND done_at IS NULL ORDER BY update_id",
        bot_id,
    )
    return [Received(row["update_id"], row["lane"], _open(encryption, row["payload"]), row["attempts"]) for row in rows]


def _open(encryption: Encryption, sealed: bytes | None) -> dict[str, Any]:
    """Return a payload; one that cannot be read must not keep the bot from starting."""
    try:
        payload: dict[str, Any] = encryption.open_transit(_PURPOSE, sealed or b"")
    except (WrongKeyError, ValueError):
        return {}
    return payload


async def count_waiting(db: Database) -> int:
    """Return how many updates are recorded and not done."""
    row = await db.one("SELECT COUNT(*) AS waiting FROM inbox WHERE done_at IS NULL")
    return row["waiting"] if row else 0


def begun(bot_id: int, update_id: int) -> Statement:
    """Statement that counts one more attempt."""
    return ("UPDATE inbox SET attempts = attempts + 1 WHERE bot_id = ? AND update_id = ?", (bot_id, update_id))


def done(bot_id: int, update_id: int, now: int) -> Statement:
    """Statement that finishes an update and forgets what it said."""
    return (
        "UPDATE inbox SET done_at = ?, payload = NULL WHERE bot_id = ? AND update_id = ?",
        (now, bot_id, update_id),
    )


async def expire_done(db: Database, now: int) -> None:
    """Remove rows that can no longer be re-delivered."""
    await db.run([("DELETE FROM inbox WHERE done_at < ?", (now - KEEP_DONE_SECONDS,))])
