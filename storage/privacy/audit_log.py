"""Who looked at whose data, and when: append-only (order 395/НҚ asks for event logs, domain §9)."""

from bot.domain.subject import Subject
from storage.engine.database import Transaction


async def record(tx: Transaction, subject: Subject, actor: int, what: str, now: int) -> None:
    """Record that ``actor`` (a Telegram id) did ``what`` with the data of ``subject``."""
    await tx.execute(
        "INSERT INTO access_log (subject, actor, what, at) VALUES (?, ?, ?, ?)", str(subject), actor, what, now
    )
