"""Updates that were not handled: kept as they were recorded, encrypted, until somebody tries them again or drops them.

Nothing of a person stands beside that: numbers, a reason, the name of an error.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.quarantine import QuarantineReason
from storage.engine.database import Database, Transaction
from storage.engine.statements import Statement

KEEP_SECONDS = 30 * 86_400


@dataclass(frozen=True, slots=True)
class QuarantinedUpdate:
    """One update, for an operator."""

    id: int
    update_id: int
    reason: str
    error: str
    quarantined_at: int


def put(bot_id: int, update_id: int, user_id: int, reason: QuarantineReason, error: str, now: int) -> Statement:
    """Statement that keeps an update, as the inbox has it; before the one that marks it done."""
    return (
        (
            "INSERT OR REPLACE INTO quarantine (bot_id, update_id, user_id, lane, payload, received_at, reason, error,"
            " quarantined_at) SELECT bot_id, update_id, ?, lane, payload, received_at, ?, ?, ? FROM inbox"
            " WHERE bot_id = ? AND update_id = ? AND done_at IS NULL"
        ),
        (user_id, reason.value, error, now, bot_id, update_id),
    )


async def kept(tx: Transaction) -> list[QuarantinedUpdate]:
    """Return what is kept, the oldest first."""
    rows = await tx.all("SELECT id, update_id, reason, error, quarantined_at FROM quarantine ORDER BY id")
    return [QuarantinedUpdate(**row) for row in rows]


async def count(db: Database) -> int:
    """Return how many updates are kept."""
    row = await db.one("SELECT COUNT(*) AS kept FROM quarantine")
    return row["kept"] if row else 0


async def untold(tx: Transaction) -> list[QuarantinedUpdate]:
    """Return what administrators have not heard of, the oldest first."""
    rows = await tx.all(
        "SELECT id, update_id, reason, error, quarantined_at FROM quarantine WHERE told_at IS NULL ORDER BY id"
    )
    return [QuarantinedUpdate(**row) for row in rows]


async def note_told(tx: Transaction, told: Sequence[QuarantinedUpdate], now: int) -> None:
    """Note that administrators hear of these."""
    await tx.many("UPDATE quarantine SET told_at = ? WHERE id = ?", [(now, each.id) for each in told])


async def retry(tx: Transaction, quarantine_id: int) -> bool:
    """Put an update back among those that wait, as if it had just come; False when it is not kept."""
    restored = await tx.execute(
        "INSERT INTO inbox (bot_id, update_id, lane, payload, received_at)"
        " SELECT bot_id, update_id, lane, payload, received_at FROM quarantine WHERE id = ?"
        " ON CONFLICT (bot_id, update_id) DO UPDATE SET payload = excluded.payload, done_at = NULL, attempts = 0",
        quarantine_id,
    )
    return await drop(tx, quarantine_id) if restored else False


async def drop(tx: Transaction, quarantine_id: int) -> bool:
    """Forget an update; False when it is not kept."""
    return bool(await tx.execute("DELETE FROM quarantine WHERE id = ?", quarantine_id))


async def erase(tx: Transaction, user_id: int) -> None:
    """Forget what this person sent."""
    await tx.execute("DELETE FROM quarantine WHERE user_id = ?", user_id)


async def expire_old(db: Database, now: int) -> None:
    """Remove what nobody has tried again for a month."""
    await db.run([("DELETE FROM quarantine WHERE quarantined_at < ?", (now - KEEP_SECONDS,))])
