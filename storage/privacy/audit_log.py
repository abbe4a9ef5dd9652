"""Who looked at whose data, and when: append-only (order 395/НҚ asks for event logs, domain §9)."""

from bot.domain.subject import Subject
from storage.engine.database import Transaction


async def record(tx: Transaction, subject: Subject, actor: int, what: str, now: int) -> None:
    """Record that ``actor`` (a Telegram id) did ``what`` with the data of ``subject``."""
    await tx.execute(
        "INSERT INTO access_log (subject, actor, what, at) VALUES (?, ?, ?, ?)", str(subject), actor, what, now
    )


async def is_shown(tx: Transaction, subject: Subject, chat_id: int, what: str, since: int) -> bool:
    """Tell whether it is recorded ``since`` that the group was sent this of the subject."""
    sql = "SELECT 1 FROM access_log WHERE subject = ? AND actor = ? AND what = ? AND at > ?"
    return await tx.one(sql, str(subject), chat_id, what, since) is not None


async def record_shown(
    tx: Transaction, subject: Subject, chat_id: int, people: int | None, what: str, now: int, since: int
) -> None:
    """Record that a group of so many people was sent something of the subject, unless it was recorded ``since``."""
    if not await is_shown(tx, subject, chat_id, what, since):
        await tx.execute(
            "INSERT INTO access_log (subject, actor, what, at, people) VALUES (?, ?, ?, ?, ?)",
            str(subject),
            chat_id,
            what,
            now,
            people,
        )
