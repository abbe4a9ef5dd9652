"""Consents as they were given, refused and withdrawn (domain §9: term, purpose and text of each are kept on record)."""

from bot.domain.people.consents import Purpose, statement_of
from storage.engine.database import Row, Transaction

LIVE = "answer = 'given' AND withdrawn_at IS NULL AND replaced_at IS NULL"
"""A consent in force; whether its text still counts is not the table's to say."""
_STATEMENTS = {Purpose.PAYMENTS: statement_of("%"), Purpose.ASSISTANCE: "aid", Purpose.SERVICES: "appeal-%"}
"""What is agreed to when an application is sent, programme by programme and service by service."""


async def give(tx: Transaction, user_id: int, purpose: str, text_version: str, language: str, now: int) -> None:
    """Record a consent: which text, in which language, when; one to an older text is replaced by it."""
    await tx.execute(
        f"UPDATE consent SET replaced_at = ? WHERE user_id = ? AND purpose = ? AND text_version <> ? AND {LIVE}",
        now,
        user_id,
        purpose,
        text_version,
    )
    await tx.execute(
        "INSERT OR IGNORE INTO consent (user_id, purpose, text_version, language, given_at) VALUES (?, ?, ?, ?, ?)",
        user_id,
        purpose,
        text_version,
        language,
        now,
    )


async def refuse(tx: Transaction, user_id: int, purpose: str, text_version: str, language: str, now: int) -> None:
    """Record that somebody said no: to which text, when."""
    await tx.execute(
        "INSERT INTO consent (user_id, purpose, text_version, language, given_at, answer) VALUES (?, ?, ?, ?, ?, ?)",
        user_id,
        purpose,
        text_version,
        language,
        now,
        "refused",
    )


async def live(tx: Transaction, user_id: int) -> list[Row]:
    """Return the consents in force: ``purpose``, ``text_version``, ``given_at``, the newest first."""
    return await tx.all(
        f"SELECT purpose, text_version, given_at FROM consent WHERE user_id = ? AND {LIVE}"
        " ORDER BY given_at DESC, id DESC",
        user_id,
    )


async def of_citizen(tx: Transaction, user_id: int) -> list[Row]:
    """Return every answer of a citizen, refusals too, the newest first."""
    return await tx.all(
        "SELECT purpose, answer, text_version, language, given_at, withdrawn_at, replaced_at FROM consent"
        " WHERE user_id = ? ORDER BY given_at DESC, id DESC",
        user_id,
    )


async def withdraw(tx: Transaction, user_id: int, purpose: Purpose, now: int) -> None:
    """Mark the consent to a purpose as withdrawn, with what was agreed to in its applications."""
    await tx.execute(
        f"UPDATE consent SET withdrawn_at = ? WHERE user_id = ? AND {LIVE} AND (purpose = ? OR purpose LIKE ?)",
        now,
        user_id,
        purpose,
        _STATEMENTS.get(purpose, ""),
    )


async def withdraw_all(tx: Transaction, user_id: int, now: int) -> None:
    """Mark every consent in force as withdrawn."""
    await tx.execute(f"UPDATE consent SET withdrawn_at = ? WHERE user_id = ? AND {LIVE}", now, user_id)
