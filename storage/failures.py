"""Rows that could not be worked off: how often they were tried, when they are tried next, and since when they fail.

Nothing of a person stands here: the kind of row, its key in its own table, the name of an error.
"""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.sweeps import Sweep, pause_after
from storage.engine.database import Database, Transaction

KEEP_SECONDS = 2 * 86_400
"""A row whose time to be tried has passed for so long is not due any more: what it was about has moved on."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A row that failed; ``next_at`` is None once it is set aside."""

    sweep: str
    row_key: str
    attempts: int
    next_at: int | None
    error: str
    failed_at: int

    @property
    def is_set_aside(self) -> bool:
        """Whether it is tried no more until the bot is started anew."""
        return self.next_at is None

    def rests(self, now: int) -> bool:
        """Tell whether it is not to be tried now."""
        return self.next_at is None or self.next_at > now


_FIELDS = "sweep, row_key, attempts, next_at, error, failed_at"
RESTS = "sweep = ? AND (next_at IS NULL OR next_at > ?)"
"""Condition for queries that must not meet resting rows: the sweep, the present moment."""


async def of_sweep(tx: Transaction, sweep: Sweep) -> dict[str, Failure]:
    """Return what failed of a sweep, by key."""
    rows = await tx.all(f"SELECT {_FIELDS} FROM sweep_failure WHERE sweep = ?", sweep.value)
    return {row["row_key"]: Failure(**row) for row in rows}


async def due(tx: Transaction, now: int) -> list[Failure]:
    """Return what failed and is to be tried again, the longest due first."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM sweep_failure WHERE next_at <= ? ORDER BY next_at, sweep, row_key",
        now,
    )
    return [Failure(**row) for row in rows]


async def note(tx: Transaction, sweep: Sweep, row_key: str, error: str, now: int) -> Failure:
    """Count one more failure of a row and let it rest; return how it stands."""
    row = await tx.one(f"SELECT {_FIELDS} FROM sweep_failure WHERE sweep = ? AND row_key = ?", sweep.value, row_key)
    attempts = row["attempts"] + 1 if row else 1
    pause = pause_after(attempts)
    noted = Failure(
        sweep.value, row_key, attempts, None if pause is None else now + pause, error, row["failed_at"] if row else now
    )
    await tx.execute(
        f"INSERT INTO sweep_failure ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sweep, row_key) DO UPDATE SET"
        " attempts = excluded.attempts, next_at = excluded.next_at, error = excluded.error",
        noted.sweep,
        noted.row_key,
        noted.attempts,
        noted.next_at,
        noted.error,
        noted.failed_at,
    )
    return noted


async def heal(tx: Transaction, sweep: Sweep, row_key: str) -> None:
    """Forget that a row failed: it was worked off."""
    await tx.execute("DELETE FROM sweep_failure WHERE sweep = ? AND row_key = ?", sweep.value, row_key)


async def untold(tx: Transaction, *, attempts: int, since: int) -> list[Failure]:
    """Return what nobody was told of and failed so often at least, or has failed from ``since`` on, oldest first."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM sweep_failure WHERE told_at IS NULL AND (attempts >= ? OR failed_at <= ?)"
        " ORDER BY failed_at, sweep, row_key",
        attempts,
        since,
    )
    return [Failure(**row) for row in rows]


async def note_told(tx: Transaction, told: Collection[Failure], now: int) -> None:
    """Note that the administrators hear of these."""
    await tx.many(
        "UPDATE sweep_failure SET told_at = ? WHERE sweep = ? AND row_key = ?",
        [(now, each.sweep, each.row_key) for each in told],
    )


async def try_again(tx: Transaction, now: int) -> None:
    """Have what was set aside tried once more, and told of once more if that fails."""
    await tx.execute("UPDATE sweep_failure SET next_at = ?, told_at = NULL WHERE next_at IS NULL", now)


async def forget_old(db: Database, now: int) -> None:
    """Remove what nothing tries any more, because its row is not due any more."""
    await db.run([("DELETE FROM sweep_failure WHERE next_at < ?", (now - KEEP_SECONDS,))])


async def count(db: Database) -> tuple[int, int]:
    """Return how many rows fail, and how many of them were set aside."""
    row = await db.one("SELECT COUNT(*) AS failing, COUNT(*) - COUNT(next_at) AS aside FROM sweep_failure")
    return (row["failing"], row["aside"]) if row else (0, 0)
