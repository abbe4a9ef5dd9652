"""What the bot asked whom of the staff to write: the newest question to each member in each topic of a group."""

from storage.engine.database import Row, Transaction

_OF = "chat_id = ? AND thread_id = ? AND user_id = ?"


async def put(
    tx: Transaction, chat_id: int, thread_id: int, user_id: int, *, message_id: int, is_sure: bool, now: int
) -> None:
    """Keep that this message asks them; it takes the place of the one before."""
    await tx.execute(
        "INSERT OR REPLACE INTO staff_prompt (chat_id, thread_id, user_id, message_id, is_sure, asked_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        chat_id,
        thread_id,
        user_id,
        message_id,
        int(is_sure),
        now,
    )


async def awaited(tx: Transaction, chat_id: int, thread_id: int, user_id: int, *, since: int, by: int) -> Row | None:
    """Return ``message_id`` and ``is_sure`` of what asks them and is not answered, or was by the message ``by``."""
    return await tx.one(
        f"SELECT message_id, is_sure FROM staff_prompt WHERE {_OF}"
        " AND ((answered_by IS NULL AND asked_at >= ?) OR answered_by = ?)",
        chat_id,
        thread_id,
        user_id,
        since,
        by,
    )


async def answer(tx: Transaction, chat_id: int, user_id: int, message_id: int, by: int) -> None:
    """Note by which message of theirs it is answered."""
    await tx.execute(
        "UPDATE staff_prompt SET answered_by = ? WHERE chat_id = ? AND user_id = ? AND message_id = ?"
        " AND answered_by IS NULL",
        by,
        chat_id,
        user_id,
        message_id,
    )


async def clear(tx: Transaction, chat_id: int, before: int) -> None:
    """Forget what was asked in a chat before that moment."""
    await tx.execute("DELETE FROM staff_prompt WHERE chat_id = ? AND asked_at < ?", chat_id, before)
