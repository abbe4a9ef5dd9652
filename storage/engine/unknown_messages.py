"""Messages of the outbox with which a process died: nobody knows whether they arrived."""

from storage.engine.database import Transaction
from storage.engine.statements import Statement


def unsure(outbox_id: int, error: str) -> Statement:
    """Statement: nobody knows whether it arrived. What it says stays, for somebody to have it sent again."""
    return ("UPDATE outbox SET state = 'unknown', error = ? WHERE id = ?", (error, outbox_id))


def called(outbox_id: int) -> Statement:
    """Statement: Telegram is called for a message that a process has died with before."""
    return ("UPDATE outbox SET called = 1 WHERE id = ?", (outbox_id,))


def died(outbox_id: int, until: int, error: str) -> Statement:
    """Statement: a process died while it was under way; it is tried again, and the chat's later ones wait."""
    return (
        (
            "UPDATE outbox SET state = 'pending', attempts = attempts + 1, deaths = deaths + 1, not_before = ?,"
            " error = ?, aside = 0, called = 0 WHERE id = ?"
        ),
        (until, error, outbox_id),
    )


async def send_again(tx: Transaction, outbox_id: int, now: int) -> bool:
    """Send a message once more of which nobody knows whether it arrived; False when it is none such."""
    changed = await tx.execute(
        "UPDATE outbox SET state = 'pending', attempts = 0, deaths = 0, called = 0, not_before = ?, error = NULL,"
        " failing_since = NULL WHERE id = ? AND state = 'unknown' AND payload IS NOT NULL",
        now,
        outbox_id,
    )
    return bool(changed)
