"""Staff chats: which group serves which role, region and language, and the codes that bind them (product S1)."""

from bot.domain.staff_chats import BindCode, StaffChat
from storage.engine.database import Row, Transaction

UNSERVED = "(staff_chat IS NULL OR staff_chat NOT IN (SELECT chat_id FROM staff_chat WHERE unbound_at IS NULL))"
"""Condition: no bound chat serves the row of an item of work."""


async def find(tx: Transaction, chat_id: int) -> StaffChat | None:
    """Return the chat when it is bound."""
    return _chat(await tx.one("SELECT * FROM staff_chat WHERE chat_id = ? AND unbound_at IS NULL", chat_id))


async def exists(tx: Transaction, chat_id: int) -> bool:
    """Tell whether the chat is bound, or was."""
    return await tx.one("SELECT 1 AS one FROM staff_chat WHERE chat_id = ?", chat_id) is not None


async def serving(tx: Transaction, role: str, region: str | None) -> StaffChat | None:
    """Return the chat of a role: the region's own before one for the whole country, the longest bound first."""
    return _chat(
        await tx.one(
            "SELECT * FROM staff_chat WHERE role = ? AND unbound_at IS NULL AND (region = ? OR region IS NULL)"
            " ORDER BY region IS NULL, bound_at LIMIT 1",
            role,
            region,
        )
    )


async def serving_role(tx: Transaction, role: str) -> StaffChat | None:
    """Return the chat of a role that knows no regions: one for the whole country before others, the longest bound."""
    return _chat(
        await tx.one(
            "SELECT * FROM staff_chat WHERE role = ? AND unbound_at IS NULL"
            " ORDER BY region IS NOT NULL, bound_at LIMIT 1",
            role,
        )
    )


async def ever_bound(tx: Transaction, role: str) -> bool:
    """Tell whether a chat of this role is, or was, bound."""
    return await tx.one("SELECT 1 AS yes FROM staff_chat WHERE role = ?", role) is not None


async def bound(tx: Transaction) -> list[StaffChat]:
    """Return every bound chat."""
    rows = await tx.all("SELECT * FROM staff_chat WHERE unbound_at IS NULL ORDER BY bound_at")
    return [chat for row in rows if (chat := _chat(row))]


async def receptions_of(tx: Transaction, branch_id: int) -> list[StaffChat]:
    """Return the chats that serve a ЦОН's reception."""
    rows = await tx.all(
        "SELECT * FROM staff_chat WHERE branch_id = ? AND role = 'queue' AND unbound_at IS NULL ORDER BY bound_at",
        branch_id,
    )
    return [chat for row in rows if (chat := _chat(row))]


async def set_branch(tx: Transaction, chat_id: int, branch_id: int) -> None:
    """Let the chat serve the reception of a ЦОН."""
    await tx.execute("UPDATE staff_chat SET branch_id = ? WHERE chat_id = ?", branch_id, chat_id)


async def bind(tx: Transaction, chat: StaffChat, now: int) -> None:
    """Bind a chat, or bind it anew to something else."""
    await tx.execute(
        "INSERT INTO staff_chat (chat_id, role, region, language, title, is_forum, bound_by, bound_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id) DO UPDATE SET role = excluded.role,"
        " region = excluded.region, language = excluded.language, title = excluded.title,"
        " is_forum = excluded.is_forum, bound_by = excluded.bound_by, bound_at = excluded.bound_at, unbound_at = NULL,"
        " branch_id = NULL, desk_message_id = NULL, desk_thread_id = NULL",
        chat.chat_id,
        chat.role,
        chat.region,
        chat.language,
        chat.title,
        int(chat.is_forum),
        chat.bound_by,
        now,
    )


async def unbind(tx: Transaction, chat_id: int, now: int) -> bool:
    """End the binding; False when there was none."""
    return bool(
        await tx.execute("UPDATE staff_chat SET unbound_at = ? WHERE chat_id = ? AND unbound_at IS NULL", now, chat_id)
    )


async def follow_chat(tx: Transaction, old_chat: int, new_chat: int) -> None:
    """Give a bound group its new id."""
    await tx.execute("UPDATE OR REPLACE staff_chat SET chat_id = ? WHERE chat_id = ?", new_chat, old_chat)


async def set_forum(tx: Transaction, chat_id: int, *, is_forum: bool) -> None:
    """Note whether the group has topics now."""
    await tx.execute("UPDATE staff_chat SET is_forum = ? WHERE chat_id = ?", int(is_forum), chat_id)


async def add_code(tx: Transaction, lookup: str, code: BindCode) -> None:
    """Keep a fresh code by its keyed hash."""
    await tx.execute(
        "INSERT INTO bind_code (code_lookup, role, region, language, created_by, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        lookup,
        code.role,
        code.region,
        code.language,
        code.created_by,
        code.expires_at,
    )


async def code(tx: Transaction, lookup: str) -> BindCode | None:
    """Return a code that was given out, used or not."""
    row = await tx.one(
        "SELECT role, region, language, created_by, expires_at, used_at FROM bind_code WHERE code_lookup = ?", lookup
    )
    return BindCode(**row) if row else None


async def use_code(tx: Transaction, lookup: str, now: int) -> None:
    """Spend a code."""
    await tx.execute("UPDATE bind_code SET used_at = ? WHERE code_lookup = ?", now, lookup)


def _chat(row: Row | None) -> StaffChat | None:
    if row is None:
        return None
    return StaffChat(
        row["chat_id"],
        row["role"],
        row["region"],
        row["language"],
        row["title"],
        bool(row["is_forum"]),
        row["bound_by"],
        row["branch_id"],
    )
