"""Which account showed that an ИИН is its own: by its contact, or to staff; and the codes that staff are shown."""

from typing import Any

from bot.domain.people.proofs import CODE_SECONDS, PROOF_SECONDS, AskedProof, ProofKind
from storage.engine.database import Database, Row, Transaction
from storage.engine.encryption import DataKey

_REASON = "iin_proof.reason"


async def is_proved(tx: Transaction, user_id: int, person_id: int) -> bool:
    """Tell whether this Telegram user showed that the person is they."""
    row = await tx.one(
        "SELECT 1 AS yes FROM iin_proof WHERE user_id = ? AND person_id = ? AND proved_at IS NOT NULL",
        user_id,
        person_id,
    )
    return row is not None


async def ask(tx: Transaction, user_id: int, person_id: int, code: str, now: int) -> None:
    """Keep the code by which staff may confirm it, in place of an earlier one; what is proved stays so."""
    await tx.execute(
        "INSERT INTO iin_proof (user_id, person_id, code, asked_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (user_id, person_id) DO UPDATE SET code = excluded.code, asked_at = excluded.asked_at"
        " WHERE proved_at IS NULL",
        user_id,
        person_id,
        code,
        now,
    )


async def code_taken(tx: Transaction, code: str) -> bool:
    """Tell whether a code is in use."""
    return await tx.one("SELECT 1 AS yes FROM iin_proof WHERE code = ?", code) is not None


async def asked_by(tx: Transaction, code: str, now: int) -> AskedProof | None:
    """Return what a code asks to be confirmed; None for one that is unknown, used or too old."""
    row = await tx.one(
        "SELECT user_id, person_id FROM iin_proof WHERE code = ? AND proved_at IS NULL AND asked_at > ?",
        code,
        now - CODE_SECONDS,
    )
    return AskedProof(row["user_id"], row["person_id"]) if row else None


async def by_contact(tx: Transaction, user_id: int, person_id: int, now: int) -> None:
    """Note that the phone of the account is the person's."""
    await tx.execute(
        "INSERT INTO iin_proof (user_id, person_id, asked_at, proved_at, how) VALUES (?1, ?2, ?3, ?3, ?4)"
        " ON CONFLICT (user_id, person_id) DO UPDATE SET code = NULL, proved_at = ?3, how = ?4 WHERE proved_at IS NULL",
        user_id,
        person_id,
        now,
        ProofKind.CONTACT.value,
    )


async def by_staff(tx: Transaction, asked: AskedProof, key: DataKey, *, clerk: int, reason: str, now: int) -> None:
    """Note that a clerk saw the person's identity card, and what they wrote about it."""
    await tx.execute(
        "UPDATE iin_proof SET code = NULL, proved_at = ?, how = ?, clerk = ?, reason = ?"
        " WHERE user_id = ? AND person_id = ?",
        now,
        ProofKind.STAFF.value,
        clerk,
        key.seal(_REASON, {"reason": reason}),
        asked.user_id,
        asked.person_id,
    )


async def of_user(tx: Transaction, user_id: int) -> list[Row]:
    """Return what this Telegram user showed, or asked staff to confirm, the newest first."""
    return await tx.all(
        "SELECT person_id, code, asked_at, proved_at, how, clerk, reason FROM iin_proof WHERE user_id = ?"
        " ORDER BY asked_at DESC, id DESC",
        user_id,
    )


def reason_of(key: DataKey, row: Row) -> str | None:
    """Return what the clerk wrote."""
    if row["reason"] is None:
        return None
    kept: dict[str, Any] = key.open(_REASON, row["reason"])
    return str(kept["reason"])


async def erase(tx: Transaction, user_id: int) -> None:
    """Forget what this Telegram user showed."""
    await tx.execute("DELETE FROM iin_proof WHERE user_id = ?", user_id)


async def forget_lapsed(db: Database, now: int) -> None:
    """Forget codes nobody confirmed in time, and proofs of long ago: a phone may be another's by now."""
    await db.run(
        [
            ("DELETE FROM iin_proof WHERE proved_at IS NULL AND asked_at < ?", (now - CODE_SECONDS,)),
            ("DELETE FROM iin_proof WHERE proved_at < ?", (now - PROOF_SECONDS,)),
        ]
    )
