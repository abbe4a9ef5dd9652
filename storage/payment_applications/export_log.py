"""Exports of accepted applications: each one on record, and which applications went with it."""

from bot.domain.payment_applications import PaymentApplicationState
from storage.engine.database import Row, Transaction


async def accepted(tx: Transaction, programme: str) -> list[int]:
    """Return the applications that no export has taken yet, the oldest first."""
    rows = await tx.all(
        "SELECT id FROM payment_application WHERE programme = ? AND state = ? ORDER BY submitted_at, id",
        programme,
        PaymentApplicationState.ACCEPTED.value,
    )
    return [row["id"] for row in rows]


async def add(tx: Transaction, programme: str, made_by: int | None, made_name: str, rows: int, now: int) -> int:
    """Put an export on record (nothing can be changed later); return its number."""
    return await tx.insert(
        "INSERT INTO payment_export (programme, made_by, made_name, rows, at) VALUES (?, ?, ?, ?, ?)",
        programme,
        made_by,
        made_name,
        rows,
        now,
    )


async def find(tx: Transaction, export_id: int) -> Row | None:
    """Return id, programme, rows and at of an export."""
    return await tx.one("SELECT id, programme, rows, at FROM payment_export WHERE id = ?", export_id)


async def of_export(tx: Transaction, export_id: int) -> list[int]:
    """Return the applications that went with an export, in its order."""
    rows = await tx.all("SELECT id FROM payment_application WHERE export_id = ? ORDER BY submitted_at, id", export_id)
    return [row["id"] for row in rows]
