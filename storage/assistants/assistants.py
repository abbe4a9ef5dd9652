"""Assistants: Telegram users whom staff let file for people without a smartphone, and for whom each files now."""

from bot.domain.assistants import Assistant, Invitation
from bot.domain.errors import Refusal
from storage.engine.database import Database, Row, Transaction
from storage.engine.encryption import DataKey, Encryption

_NAME = "assistant.name"


async def find(tx: Transaction, encryption: Encryption, user_id: int) -> Assistant | None:
    """Return whoever is, or was, an assistant."""
    row = await tx.one("SELECT * FROM assistant WHERE user_id = ?", user_id)
    return await _opened(tx, encryption, row) if row else None


async def of_chat(tx: Transaction, encryption: Encryption, chat_id: int) -> list[Assistant]:
    """Return the assistants a staff chat let file, the newest first."""
    rows = await tx.all(
        "SELECT * FROM assistant WHERE chat_id = ? AND removed_at IS NULL ORDER BY given_at DESC, user_id", chat_id
    )
    return [await _opened(tx, encryption, row) for row in rows]


async def acting_for(tx: Transaction, user_id: int) -> int | None:
    """Return the client this user files for now; None for themselves.

    Raises ``Refusal("assistant-removed")`` once the role was taken away: nothing goes on under another's name.
    """
    row = await tx.one("SELECT client_id, removed_at FROM assistant WHERE user_id = ?", user_id)
    if row is None or row["client_id"] is None:
        return None
    if row["removed_at"] is not None:
        raise Refusal("assistant-removed")
    client_id: int = row["client_id"]
    return client_id


async def act_for(tx: Transaction, user_id: int, client_id: int | None) -> None:
    """Choose for whom the assistant files from now on."""
    await tx.execute("UPDATE assistant SET client_id = ? WHERE user_id = ?", client_id, user_id)


async def give(tx: Transaction, encryption: Encryption, user_id: int, invitation: Invitation, now: int) -> None:
    """Make a user an assistant, or an assistant again."""
    sealed = (await _key(tx, encryption, user_id)).seal(_NAME, invitation.name)
    await tx.execute(
        "INSERT INTO assistant (user_id, name, chat_id, given_by, given_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, chat_id = excluded.chat_id,"
        " given_by = excluded.given_by, given_at = excluded.given_at, removed_at = NULL, client_id = NULL",
        user_id,
        sealed,
        invitation.chat_id,
        invitation.made_by,
        now,
    )


async def remove(tx: Transaction, user_id: int, chat_id: int, now: int) -> bool:
    """Take the role away; False when this chat's staff did not give it, or it is gone already."""
    return bool(
        await tx.execute(
            "UPDATE assistant SET removed_at = ? WHERE user_id = ? AND chat_id = ? AND removed_at IS NULL",
            now,
            user_id,
            chat_id,
        )
    )


async def follow_chat(tx: Transaction, old_chat: int, new_chat: int) -> None:
    """Give the group's new id to the assistants and invitations of the old one."""
    await tx.execute("UPDATE assistant SET chat_id = ? WHERE chat_id = ?", new_chat, old_chat)
    await tx.execute("UPDATE assistant_code SET chat_id = ? WHERE chat_id = ?", new_chat, old_chat)


async def forget(tx: Transaction, user_id: int) -> None:
    """Remove the role with its name."""
    await tx.execute("DELETE FROM assistant WHERE user_id = ?", user_id)


async def invite(tx: Transaction, encryption: Encryption, lookup: str, invitation: Invitation) -> None:
    """Keep a fresh code by its keyed hash."""
    await tx.execute(
        "INSERT INTO assistant_code (code_lookup, name, chat_id, made_by, expires_at) VALUES (?, ?, ?, ?, ?)",
        lookup,
        encryption.seal_transit(_NAME, invitation.name),
        invitation.chat_id,
        invitation.made_by,
        invitation.expires_at,
    )


async def invitation(tx: Transaction, encryption: Encryption, lookup: str) -> Invitation | None:
    """Return what a code invites to, used or not."""
    row = await tx.one("SELECT * FROM assistant_code WHERE code_lookup = ?", lookup)
    if row is None:
        return None
    name: str = encryption.open_transit(_NAME, row["name"])
    return Invitation(name, row["chat_id"], row["made_by"], row["expires_at"], row["used_at"])


async def use_invitation(tx: Transaction, encryption: Encryption, lookup: str, now: int) -> bool:
    """Spend a code and drop the name in it; False when somebody was faster."""
    return bool(
        await tx.execute(
            "UPDATE assistant_code SET used_at = ?, name = ? WHERE code_lookup = ? AND used_at IS NULL",
            now,
            encryption.seal_transit(_NAME, ""),
            lookup,
        )
    )


async def forget_lapsed(db: Database, now: int) -> None:
    """Remove codes nobody can use any more, with the names in them."""
    await db.run([("DELETE FROM assistant_code WHERE expires_at < ?", (now,))])


async def _opened(tx: Transaction, encryption: Encryption, row: Row) -> Assistant:
    name: str = (await _key(tx, encryption, row["user_id"])).open(_NAME, row["name"])
    return Assistant(row["user_id"], name, row["chat_id"], row["given_at"], row["removed_at"], row["client_id"])


async def _key(tx: Transaction, encryption: Encryption, user_id: int) -> DataKey:
    row = await tx.one("SELECT data_key_id FROM citizen WHERE user_id = ?", user_id)
    if row is None:
        raise LookupError(user_id)
    return await encryption.key(tx, row["data_key_id"])
