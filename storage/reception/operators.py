"""The reception of a ЦОН in its chat: who sits at which counter today, and the panel that is edited in place."""

from bot.domain.reception import Operator, Panel
from storage.engine.database import Transaction
from storage.engine.statements import Statement


async def operator(tx: Transaction, chat_id: int, user_id: int) -> Operator | None:
    """Return where the person sits."""
    row = await tx.one(f"{_SELECT} WHERE chat_id = ? AND user_id = ?", chat_id, user_id)
    return Operator(**row) if row else None


async def at_counter(tx: Transaction, chat_id: int, window: int) -> Operator | None:
    """Return who sits at a counter."""
    row = await tx.one(f'{_SELECT} WHERE chat_id = ? AND "window" = ? ', chat_id, window)
    return Operator(**row) if row else None


async def operators(tx: Transaction, chat_id: int) -> list[Operator]:
    """Return everybody who sits at a counter, by counter."""
    rows = await tx.all(f'{_SELECT} WHERE chat_id = ? ORDER BY "window"', chat_id)
    return [Operator(**row) for row in rows]


async def chats_of(tx: Transaction, user_id: int) -> list[int]:
    """Return the chats in which the person sits at a counter."""
    rows = await tx.all("SELECT chat_id FROM desk_operator WHERE user_id = ?", user_id)
    return [row["chat_id"] for row in rows]


async def sit(tx: Transaction, operator: Operator) -> None:
    """Note at which counter the person sits; whoever sat there before has to choose another one."""
    await tx.execute(
        'DELETE FROM desk_operator WHERE chat_id = ? AND "window" = ? AND user_id <> ?',
        operator.chat_id,
        operator.window,
        operator.user_id,
    )
    await tx.execute(
        'INSERT INTO desk_operator (chat_id, user_id, "window", name) VALUES (?, ?, ?, ?)'
        ' ON CONFLICT (chat_id, user_id) DO UPDATE SET "window" = excluded."window", name = excluded.name',
        operator.chat_id,
        operator.user_id,
        operator.window,
        operator.name,
    )


async def stand_up(tx: Transaction) -> None:
    """Forget who sits where: the day is over."""
    await tx.execute("DELETE FROM desk_operator")


async def follow_chat(tx: Transaction, old_chat: int, new_chat: int) -> None:
    """Move the operators of a group to its new id."""
    await tx.execute("UPDATE OR REPLACE desk_operator SET chat_id = ? WHERE chat_id = ?", new_chat, old_chat)


async def at_work(tx: Transaction) -> list[int]:
    """Return the branches at whose counters somebody sits."""
    rows = await tx.all(
        "SELECT DISTINCT branch_id FROM staff_chat JOIN desk_operator USING (chat_id)"
        " WHERE role = 'queue' AND unbound_at IS NULL AND branch_id IS NOT NULL"
    )
    return [row["branch_id"] for row in rows]


async def panel(tx: Transaction, chat_id: int) -> Panel | None:
    """Return the chat's panel."""
    row = await tx.one(
        "SELECT desk_message_id AS message_id, desk_thread_id AS thread_id FROM staff_chat"
        " WHERE chat_id = ? AND unbound_at IS NULL AND desk_message_id IS NOT NULL",
        chat_id,
    )
    return Panel(**row) if row else None


async def remove_panel(tx: Transaction, chat_id: int) -> None:
    """Stop keeping the chat's panel up to date: another one comes, or none."""
    await tx.execute("UPDATE staff_chat SET desk_message_id = NULL, desk_thread_id = NULL WHERE chat_id = ?", chat_id)


def placed(chat_id: int, place: Panel) -> Statement:
    """Return the statement by which this message is the panel."""
    return (
        "UPDATE staff_chat SET desk_message_id = ?, desk_thread_id = ? WHERE chat_id = ?",
        (place.message_id, place.thread_id, chat_id),
    )


_SELECT = 'SELECT chat_id, user_id, "window", name FROM desk_operator'
