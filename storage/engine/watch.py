"""The one row of the watchdog: written to see that it can be, and what administrators were told last."""

from storage.engine.database import Transaction
from storage.engine.statements import Statement


def written(now: int) -> Statement:
    """Statement that writes, for the sake of writing."""
    return (
        (
            "INSERT INTO watch (id, written_at, told) VALUES (1, ?, '')"
            " ON CONFLICT (id) DO UPDATE SET written_at = excluded.written_at"
        ),
        (now,),
    )


async def told(tx: Transaction) -> str:
    """Return which problems administrators were told of, a line each."""
    row = await tx.one("SELECT told FROM watch WHERE id = 1")
    return row["told"] if row else ""


async def note_told(tx: Transaction, problems: str) -> None:
    """Note what they hear of now."""
    await tx.execute("UPDATE watch SET told = ? WHERE id = 1", problems)
