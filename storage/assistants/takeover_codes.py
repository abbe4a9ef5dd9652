"""Paper codes by which a person takes a case over from their assistant; only their keyed hashes are kept."""

from bot.domain.assistants import Takeover
from storage.engine.database import Transaction


async def put(tx: Transaction, lookup: str, application_id: int, now: int) -> None:
    """Keep a code; those printed before for the same case work no more."""
    await tx.execute(
        "UPDATE takeover_code SET revoked_at = ? WHERE application_id = ? AND code_lookup != ?"
        " AND used_at IS NULL AND revoked_at IS NULL",
        now,
        application_id,
        lookup,
    )
    await tx.execute(
        "INSERT OR IGNORE INTO takeover_code (code_lookup, application_id, made_at) VALUES (?, ?, ?)",
        lookup,
        application_id,
        now,
    )


async def find(tx: Transaction, lookup: str) -> Takeover | None:
    """Return a code that was printed, used or not."""
    row = await tx.one(
        "SELECT application_id, revoked_at, used_at, used_by FROM takeover_code WHERE code_lookup = ?", lookup
    )
    return Takeover(**row) if row else None


async def use(tx: Transaction, lookup: str, user_id: int, now: int) -> bool:
    """Spend a code; False when somebody was faster or it works no more."""
    return bool(
        await tx.execute(
            "UPDATE takeover_code SET used_at = ?, used_by = ?"
            " WHERE code_lookup = ? AND used_at IS NULL AND revoked_at IS NULL",
            now,
            user_id,
            lookup,
        )
    )
