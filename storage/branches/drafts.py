"""The change of a branch's opening that waits for its confirmation: one a branch, the newest; an older one is gone."""

from dataclasses import dataclass

from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """The branch's newest draft: ``changes`` is None once it was confirmed or dropped.

    ``chat_id`` and ``message_id`` say which message shows it.
    """

    number: int
    changes: str | None
    forecast: str
    chat_id: int | None
    message_id: int | None


async def get(tx: Transaction, branch_id: int) -> OpeningDraft | None:
    """Return the branch's newest draft."""
    row = await tx.one(
        "SELECT number, changes, forecast, chat_id, message_id FROM opening_draft WHERE branch_id = ?", branch_id
    )
    return OpeningDraft(**row) if row else None


async def put(tx: Transaction, branch_id: int, changes: str, forecast: str, made_by: int, now: int) -> int:
    """Put a draft in the place of the one before; return its number, which no earlier one had."""
    row = await tx.one(
        "INSERT INTO opening_draft (branch_id, number, changes, forecast, made_by, made_at) VALUES (?, 1, ?, ?, ?, ?)"
        " ON CONFLICT (branch_id) DO UPDATE SET number = number + 1, changes = excluded.changes,"
        " forecast = excluded.forecast, made_by = excluded.made_by, made_at = excluded.made_at,"
        " chat_id = NULL, message_id = NULL RETURNING number",
        branch_id,
        changes,
        forecast,
        made_by,
        now,
    )
    assert row is not None  # noqa: S101 - either way a row is written
    return int(row["number"])


async def shown(tx: Transaction, branch_id: int, number: int, chat_id: int, message_id: int) -> None:
    """Note which message shows a draft, unless a newer one took its place."""
    await tx.execute(
        "UPDATE opening_draft SET chat_id = ?, message_id = ? WHERE branch_id = ? AND number = ?",
        chat_id,
        message_id,
        branch_id,
        number,
    )


async def end(tx: Transaction, branch_id: int, number: int) -> None:
    """Note that a draft was confirmed or dropped."""
    await tx.execute("UPDATE opening_draft SET changes = NULL WHERE branch_id = ? AND number = ?", branch_id, number)
