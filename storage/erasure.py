"""Erasing what was kept with a person's consent only: profile, drafts, followed payments."""

from storage.database import Row, Transaction


async def erase_profile(tx: Transaction, user_id: int) -> None:
    """Forget what was remembered for the next time."""
    await tx.execute("UPDATE citizen SET profile = NULL, phone_lookup = NULL WHERE user_id = ?", user_id)


async def erase_drafts(tx: Transaction, user_id: int, now: int) -> list[Row]:
    """Remove unsent applications and destroy their keys; return ``stored_as`` of each file to remove."""
    drafts = "SELECT id FROM application WHERE made_by = ? AND state = 'draft'"
    files = await tx.all(f"SELECT stored_as FROM document WHERE application_id IN ({drafts})", user_id)  # noqa: S608
    await tx.execute(
        "UPDATE data_key SET wrapped = NULL, destroyed_at = ? WHERE id IN"
        " (SELECT data_key_id FROM application WHERE made_by = ? AND state = 'draft')",
        now,
        user_id,
    )
    await tx.execute(f"DELETE FROM document WHERE application_id IN ({drafts})", user_id)  # noqa: S608
    await tx.execute("DELETE FROM application WHERE made_by = ? AND state = 'draft'", user_id)
    return files


async def unfollow_payments(tx: Transaction, user_id: int) -> int:
    """Tell this person of no payment any more; return how many he followed."""
    return await tx.execute("DELETE FROM payment_subscription WHERE user_id = ?", user_id)
