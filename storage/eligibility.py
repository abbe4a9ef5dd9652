"""What a person told for an estimate of АӘК, under their own key; erased when consent is withdrawn."""

from collections.abc import Mapping

from bot.domain.forms.forms import Answer
from storage.engine.database import Transaction
from storage.engine.encryption import DataKey, Encryption

_PURPOSE = "estimate.answers"


async def read(tx: Transaction, encryption: Encryption, user_id: int) -> dict[str, Answer]:
    """Return the answers; empty when there are none."""
    row = await tx.one("SELECT answers FROM estimate WHERE user_id = ?", user_id)
    kept: dict[str, Answer] = (await _key(tx, encryption, user_id)).open(_PURPOSE, row["answers"]) if row else {}
    return kept


async def keep(tx: Transaction, encryption: Encryption, user_id: int, answers: Mapping[str, Answer], now: int) -> None:
    """Replace the answers."""
    sealed = (await _key(tx, encryption, user_id)).seal(_PURPOSE, dict(answers))
    await tx.execute(
        "INSERT INTO estimate (user_id, answers, updated_at) VALUES (?, ?, ?)"
        " ON CONFLICT (user_id) DO UPDATE SET answers = excluded.answers, updated_at = excluded.updated_at",
        user_id,
        sealed,
        now,
    )


async def erase(tx: Transaction, user_id: int) -> None:
    """Remove the answers."""
    await tx.execute("DELETE FROM estimate WHERE user_id = ?", user_id)


async def _key(tx: Transaction, encryption: Encryption, user_id: int) -> DataKey:
    row = await tx.one("SELECT data_key_id FROM citizen WHERE user_id = ?", user_id)
    assert row is not None  # noqa: S101 - a row of the estimate refers to the citizen
    return await encryption.key(tx, row["data_key_id"])
