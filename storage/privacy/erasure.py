"""Erasing what was kept with a person's consent only: profile, drafts, withdrawn cases, followed payments."""

from bot.domain.cases.case import AID
from bot.domain.people.consents import Purpose
from storage.engine.database import Row, Transaction
from storage.engine.encryption import destroy_key

OF_PURPOSE = {Purpose.ASSISTANCE: f"service = '{AID}'", Purpose.SERVICES: f"service <> '{AID}'"}
"""Which applications are for which purpose."""


async def erase_profile(tx: Transaction, user_id: int) -> None:
    """Erase what was remembered for the next time."""
    await tx.execute("UPDATE citizen SET profile = NULL, phone_lookup = NULL WHERE user_id = ?", user_id)


async def erase_drafts(tx: Transaction, user_id: int, purpose: Purpose, now: int) -> tuple[int, list[Row]]:
    """Remove unsent applications for a purpose and destroy their keys; return how many, and ``stored_as`` of each file
    to remove."""
    return await _erase_drafts(tx, f"made_by = ? AND {OF_PURPOSE[purpose]}", user_id, now)


async def erase_drafts_for(tx: Transaction, client_id: int, now: int) -> list[Row]:
    """Remove what an assistant began for one person; return ``stored_as`` of each file to remove."""
    return (await _erase_drafts(tx, "client_id = ?", client_id, now))[1]


async def _erase_drafts(tx: Transaction, which: str, whose: int, now: int) -> tuple[int, list[Row]]:
    of = f"FROM application WHERE {which} AND state = 'draft'"
    files = await tx.all(f"SELECT stored_as FROM document WHERE application_id IN (SELECT id {of})", whose)
    await tx.execute(
        f"UPDATE data_key SET wrapped = NULL, destroyed_at = ? WHERE id IN (SELECT data_key_id {of})",
        now,
        whose,
    )
    await tx.execute(f"DELETE FROM document WHERE application_id IN (SELECT id {of})", whose)
    return await tx.execute(f"DELETE {of}", whose), files


async def erase_withdrawn_cases(tx: Transaction, user_id: int, purpose: Purpose, now: int) -> tuple[int, list[Row]]:
    """Destroy the keys of cases for a purpose that the person withdrew, which nobody decided; return how many, and
    their files' rows.

    What happened stays in the history; what was said in it can be read no more.
    """
    of = (
        "FROM application JOIN data_key ON data_key.id = data_key_id"
        f" WHERE made_by = ? AND state = 'withdrawn' AND destroyed_at IS NULL AND {OF_PURPOSE[purpose]}"
    )
    found = await tx.all(f"SELECT application.id, data_key_id {of}", user_id)
    files: list[Row] = []
    for row in found:
        files += await tx.all("SELECT stored_as FROM document WHERE application_id = ?", row["id"])
        await tx.execute("DELETE FROM document WHERE application_id = ?", row["id"])
        # The topic's name has the person's in it.
        await tx.execute("UPDATE case_topic SET topic_lookup = NULL WHERE application_id = ?", row["id"])
        await destroy_key(tx, row["data_key_id"], now)
    return len(found), files


async def erase_asked(tx: Transaction, user_id: int, own_lookup: str | None) -> None:
    """Forget that the source was asked about the person's own number, or about a payment they follow."""
    await tx.execute(
        "DELETE FROM payment_source_answer WHERE iin_lookup = ?1 OR iin_lookup IN (SELECT iin_lookup FROM payment"
        " JOIN payment_subscription ON payment_id = payment.id WHERE user_id = ?2)",
        own_lookup,
        user_id,
    )


async def unfollow_payments(tx: Transaction, user_id: int) -> int:
    """End the person's subscriptions to payments; return how many they followed."""
    return await tx.execute("DELETE FROM payment_subscription WHERE user_id = ?", user_id)
