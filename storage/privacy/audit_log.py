"""Who looked at whose data, and when: append-only (order 395/НҚ asks for event logs, domain §9)."""

from bot.domain.subject import Subject
from storage.engine.database import Transaction


async def record(tx: Transaction, subject: Subject, actor: int, what: str, now: int) -> None:
    """Record that ``actor`` (a Telegram id) did ``what`` with the data of ``subject``."""
    await tx.execute(
        "INSERT INTO access_log (subject, actor, what, at) VALUES (?, ?, ?, ?)", str(subject), actor, what, now
    )


async def record_shown(
    tx: Transaction, subject: Subject, chat_id: int, people: int | None, what: str, now: int, since: int
) -> None:
    """Record that a group of so many people was sent something of the subject, unless it was recorded ``since``."""
    await tx.execute(
        "INSERT INTO access_log (subject, actor, what, at, people) SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS"
        " (SELECT 1 FROM access_log WHERE subject = ?1 AND actor = ?2 AND what = ?3 AND at > ?6)",
        str(subject),
        chat_id,
        what,
        now,
        people,
        since,
    )
