"""Which steps of which guides a person has ticked."""

from storage.engine.database import Row, Transaction


async def ticked(tx: Transaction, user_id: int, guide: str) -> set[int]:
    """Return the numbers of the steps, from one."""
    rows = await tx.all("SELECT step FROM guide_tick WHERE user_id = ? AND guide = ?", user_id, guide)
    return {row["step"] for row in rows}


async def tick(tx: Transaction, user_id: int, guide: str, step: int, now: int) -> None:
    """Tick a step; saying it again changes nothing."""
    await tx.execute(
        "INSERT OR IGNORE INTO guide_tick (user_id, guide, step, ticked_at) VALUES (?, ?, ?, ?)",
        user_id,
        guide,
        step,
        now,
    )


async def untick(tx: Transaction, user_id: int, guide: str, step: int) -> None:
    """Take a tick back."""
    await tx.execute("DELETE FROM guide_tick WHERE user_id = ? AND guide = ? AND step = ?", user_id, guide, step)


async def of_user(tx: Transaction, user_id: int) -> list[Row]:
    """Return every tick of a person, by guide."""
    return await tx.all("SELECT guide, step, ticked_at FROM guide_tick WHERE user_id = ? ORDER BY guide, step", user_id)


async def erase(tx: Transaction, user_id: int) -> None:
    """Remove all ticks of a person."""
    await tx.execute("DELETE FROM guide_tick WHERE user_id = ?", user_id)
