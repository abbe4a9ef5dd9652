"""Updates, recorded before they are acknowledged to Telegram (decision 0013).

A payload is dropped as soon as its update is done; the row stays for two days, longer than Telegram re-delivers (24 h),
so that a late duplicate is still recognised.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from storage.engine.database import Database, Row, Transaction
from storage.engine.encryption import Encryption, WrongKeyError
from storage.engine.statements import Statement

KEEP_DONE_SECONDS = 2 * 86_400
_PURPOSE = "inbox"


@dataclass(frozen=True, slots=True)
class Received:
    """One update as recorded: ``chat_queue`` keeps its order, ``attempts`` counts the processes that died with it.

    ``unreadable`` is what opening its payload met, which is empty then. ``is_resumed``: an earlier process may have
    begun it.
    """

    update_id: int
    chat_queue: str
    payload: dict[str, Any]
    attempts: int = 0
    unreadable: str | None = None
    is_resumed: bool = False

    @property
    def user_id(self) -> int:
        """Who sent it; 0 when nobody is named."""
        return int(self.chat_queue.partition(":")[2] or 0)

    @property
    def chat_id(self) -> int:
        """Where it was sent; 0 when no chat is named."""
        return int(self.chat_queue.partition(":")[0] or 0)


async def record(
    db: Database, encryption: Encryption, bot_id: int, batch: Sequence[Received], now: int
) -> list[Received]:
    """Store a batch in one transaction; return those not seen before, in order."""
    rows = [
        (bot_id, item.update_id, item.chat_queue, encryption.seal_transit(_PURPOSE, item.payload), now)
        for item in batch
    ]

    async def job(tx: Transaction) -> list[Received]:
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


async def waiting(
    db: Database, encryption: Encryption, bot_id: int, known: Container[int] = frozenset()
) -> list[Received]:
    """Return what was recorded but not finished and is not ``known``, oldest first: work another process left."""
    undone = "FROM inbox WHERE bot_id = ? AND done_at IS NULL"
    async with db.read() as reader:
        numbers = await reader.all(f"SELECT update_id {undone} ORDER BY update_id", bot_id)
        wanted = [row["update_id"] for row in numbers if row["update_id"] not in known]
        rows = [
            await reader.one(f"SELECT update_id, lane, payload, attempts {undone} AND update_id = ?", bot_id, number)
            for number in wanted
        ]
    return [_resumed(encryption, row) for row in rows if row]


def _resumed(encryption: Encryption, row: Row) -> Received:
    """Return an update; one that cannot be read must not keep the bot from starting."""
    payload: dict[str, Any] = {}
    unreadable = None
    try:
        payload = encryption.open_transit(_PURPOSE, row["payload"] or b"")
    except (WrongKeyError, ValueError) as error:
        unreadable = type(error).__name__
    return Received(row["update_id"], row["lane"], payload, row["attempts"], unreadable, is_resumed=True)


async def count_waiting(db: Database) -> int:
    """Return how many updates are recorded and not done."""
    row = await db.one("SELECT COUNT(*) AS waiting FROM inbox WHERE done_at IS NULL")
    return row["waiting"] if row else 0


def begun(bot_id: int, update_id: int) -> Statement:
    """Return the statement after which a process that dies died with this update."""
    return ("UPDATE inbox SET attempts = attempts + 1 WHERE bot_id = ? AND update_id = ?", (bot_id, update_id))


def survived(bot_id: int, update_id: int) -> Statement:
    """Statement: it was begun, and the process lives."""
    return ("UPDATE inbox SET attempts = attempts - 1 WHERE bot_id = ? AND update_id = ?", (bot_id, update_id))


def done(bot_id: int, update_id: int, now: int) -> Statement:
    """Return the statement that finishes an update and drops its payload."""
    return (
        "UPDATE inbox SET done_at = ?, payload = NULL WHERE bot_id = ? AND update_id = ?",
        (now, bot_id, update_id),
    )


async def expire_done(db: Database, now: int) -> None:
    """Remove rows that can no longer be re-delivered."""
    await db.run([("DELETE FROM inbox WHERE done_at < ?", (now - KEEP_DONE_SECONDS,))])
