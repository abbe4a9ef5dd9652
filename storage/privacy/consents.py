"""Consents as they were given and withdrawn (domain §9: term, purpose and text of each are kept on record)."""

from storage.engine.database import Row, Transaction


async def of_citizen(tx: Transaction, user_id: int) -> list[Row]:
    """Return every consent of a citizen, the newest first."""
    return await tx.all(
        "SELECT purpose, text_version, language, given_at, withdrawn_at FROM consent WHERE user_id = ?"
        " ORDER BY given_at DESC, id DESC",
        user_id,
    )


async def withdraw_all(tx: Transaction, user_id: int, now: int) -> int:
    """Mark every consent in force as withdrawn; return how many there were."""
    return await tx.execute(
        "UPDATE consent SET withdrawn_at = ? WHERE user_id = ? AND withdrawn_at IS NULL", now, user_id
    )
