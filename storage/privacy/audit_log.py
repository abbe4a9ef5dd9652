"""Who looked at whose data, and when: append-only (order 395/НҚ asks for event logs, domain §9)."""

from bot.domain.subject import Subject
from storage.engine.database import Transaction


async def record(tx: Transaction, subject: Subject, actor: int, what: str, now: int, people: int | None = None) -> None:
    """Record that ``actor`` did ``what`` with the data of ``subject``.

    ``actor`` is a person's Telegram id, or a group's that was sent something, with the number of ``people`` in it.
    """
    await tx.execute(
        "INSERT INTO access_log (subject, actor, what, at, people) VALUES (?, ?, ?, ?, ?)",
        str(subject),
        actor,
        what,
        now,
        people,
    )
