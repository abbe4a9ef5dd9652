"""Questions to the person: at most one is open in a case."""

from dataclasses import dataclass

from bot.domain.cases.case import Case, Question
from storage.engine.database import Transaction
from storage.engine.encryption import Encryption

_PURPOSE = "question.asked"


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it is handed over: about what, its words, when it was asked and answered."""

    item: str
    asked: str
    asked_at: int
    answered_at: int | None


async def add(
    tx: Transaction, encryption: Encryption, case: Case, *, item: str, text: str, asked_by: int, now: int
) -> int:
    """Keep a question; return its id."""
    key = await encryption.key(tx, case.data_key_id)
    return await tx.insert(
        "INSERT INTO question (application_id, item, asked, asked_by, asked_at) VALUES (?, ?, ?, ?, ?)",
        case.id,
        item,
        key.seal(_PURPOSE, text),
        asked_by,
        now,
    )


async def find_open(tx: Transaction, encryption: Encryption, case: Case) -> Question | None:
    """Return the question that waits for its answer."""
    row = await tx.one("SELECT id, item, asked FROM question WHERE application_id = ? AND answered_at IS NULL", case.id)
    if row is None:
        return None
    key = await encryption.key(tx, case.data_key_id)
    return Question(row["id"], row["item"], key.open(_PURPOSE, row["asked"]))


async def last_answered(tx: Transaction, encryption: Encryption, case: Case, since: int) -> Question | None:
    """Return the question that was answered last, if that was not before ``since``."""
    row = await tx.one(
        "SELECT id, item, asked FROM question WHERE application_id = ? AND answered_at >= ? ORDER BY id DESC LIMIT 1",
        case.id,
        since,
    )
    if row is None:
        return None
    key = await encryption.key(tx, case.data_key_id)
    return Question(row["id"], row["item"], key.open(_PURPOSE, row["asked"]))


async def text_of(tx: Transaction, encryption: Encryption, case: Case, question_id: int) -> str | None:
    """Return the words of a question, open or not."""
    row = await tx.one("SELECT asked FROM question WHERE id = ? AND application_id = ?", question_id, case.id)
    return str((await encryption.key(tx, case.data_key_id)).open(_PURPOSE, row["asked"])) if row else None


async def reword(tx: Transaction, encryption: Encryption, case: Case, question_id: int, text: str) -> None:
    """Put other words in the place of a question's."""
    key = await encryption.key(tx, case.data_key_id)
    await tx.execute("UPDATE question SET asked = ? WHERE id = ?", key.seal(_PURPOSE, text), question_id)


async def close_open(tx: Transaction, application_id: int, now: int) -> None:
    """Close the open question."""
    await tx.execute(
        "UPDATE question SET answered_at = ? WHERE application_id = ? AND answered_at IS NULL", now, application_id
    )


async def of_case(tx: Transaction, encryption: Encryption, case: Case) -> list[AskedQuestion]:
    """Return every question of the case, the first first."""
    key = await encryption.key(tx, case.data_key_id)
    rows = await tx.all(
        "SELECT item, asked, asked_at, answered_at FROM question WHERE application_id = ? ORDER BY id", case.id
    )
    return [AskedQuestion(**{**row, "asked": key.open(_PURPOSE, row["asked"])}) for row in rows]
