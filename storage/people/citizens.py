"""Citizens: Telegram users who talk to the bot, their language, consents and profile."""

from collections.abc import Sequence
from typing import Any

from bot.domain.people.citizens import Citizen
from bot.domain.people.consents import in_force
from storage.engine.database import Transaction
from storage.engine.encryption import DataKey, Encryption
from storage.privacy.consents import LIVE

_PURPOSE = "citizen.profile"
_OF = "@"


async def find(tx: Transaction, user_id: int) -> Citizen | None:
    """Return the citizen with this Telegram id."""
    row = await tx.one(
        "SELECT user_id, data_key_id, language, blocked_at IS NOT NULL AS blocked,"
        f" (SELECT group_concat(purpose || '{_OF}' || text_version, ',') FROM consent"
        f" WHERE consent.user_id = citizen.user_id AND {LIVE}) AS consents FROM citizen WHERE user_id = ?",
        user_id,
    )
    if row is None:
        return None
    agreed = [each.partition(_OF)[::2] for each in (row["consents"] or "").split(",")]
    return Citizen(row["user_id"], row["data_key_id"], row["language"], bool(row["blocked"]), in_force(agreed))


async def ensure(tx: Transaction, encryption: Encryption, user_id: int, now: int) -> Citizen:
    """Return the citizen, made with a data key of their own when they are new."""
    known = await find(tx, user_id)
    if known is not None:
        return known
    key = await encryption.new_key(tx, now)
    await tx.execute(
        "INSERT INTO citizen (user_id, data_key_id, created_at, seen_at) VALUES (?, ?, ?, ?)", user_id, key.id, now, now
    )
    return Citizen(user_id, key.id, None, blocked=False)


async def set_language(tx: Transaction, user_id: int, language: str) -> None:
    """Keep the language the citizen chose."""
    await tx.execute("UPDATE citizen SET language = ? WHERE user_id = ?", language, user_id)


async def reminder_offsets(tx: Transaction, user_id: int) -> tuple[int, ...] | None:
    """Return how many seconds before a visit this person wants to be reminded; None when they have not chosen."""
    row = await tx.one("SELECT reminder_offsets FROM citizen WHERE user_id = ?", user_id)
    if row is None or row["reminder_offsets"] is None:
        return None
    return tuple(int(part) for part in row["reminder_offsets"].split(",") if part)


async def set_reminder_offsets(tx: Transaction, user_id: int, offsets: Sequence[int]) -> None:
    """Keep the person's choice; an empty one stands for no reminders."""
    told = ",".join(str(offset) for offset in offsets)
    await tx.execute("UPDATE citizen SET reminder_offsets = ? WHERE user_id = ?", told, user_id)


async def set_blocked(tx: Transaction, user_id: int, at: int | None) -> None:
    """Note that the bot can (None) or cannot reach this person."""
    await tx.execute("UPDATE citizen SET blocked_at = ? WHERE user_id = ?", at, user_id)


async def language_of(tx: Transaction, user_id: int) -> str | None:
    """Return the chosen language."""
    row = await tx.one("SELECT language FROM citizen WHERE user_id = ?", user_id)
    return row["language"] if row else None


async def profile(tx: Transaction, encryption: Encryption, user_id: int) -> dict[str, Any]:
    """Return what the citizen allowed to be remembered (``iin``, ``phone``, names …)."""
    row = await tx.one("SELECT data_key_id, profile FROM citizen WHERE user_id = ?", user_id)
    if row is None or row["profile"] is None:
        return {}
    kept: dict[str, Any] = (await encryption.key(tx, row["data_key_id"])).open(_PURPOSE, row["profile"])
    return kept


async def remember(tx: Transaction, encryption: Encryption, user_id: int, **details: object) -> None:
    """Add details to the profile; None removes one."""
    row = await tx.one("SELECT data_key_id, profile FROM citizen WHERE user_id = ?", user_id)
    if row is None:
        return
    key: DataKey = await encryption.key(tx, row["data_key_id"])
    kept = key.open(_PURPOSE, row["profile"]) if row["profile"] else {}
    merged = {name: value for name, value in {**kept, **details}.items() if value is not None}
    phone = merged.get("phone")
    await tx.execute(
        "UPDATE citizen SET profile = ?, phone_lookup = ? WHERE user_id = ?",
        key.seal(_PURPOSE, merged),
        encryption.lookup("phone", str(phone)) if phone else None,
        user_id,
    )
