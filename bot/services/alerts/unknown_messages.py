"""Messages of which nobody knows whether they arrived: administrators are told, and have them sent again."""

from bot.callbacks import UnknownMessageCallback
from bot.services.notifications import NotificationButton, notification
from bot.services.work import Services
from storage.engine import unknown_messages
from storage.engine.database import Transaction
from storage.engine.outbox import LeasedMessage, OutboxMessage

SEND_AGAIN = "again"
_KEY = "unknown-letter"


def unknown_alarms(services: Services, leased: LeasedMessage) -> list[OutboxMessage]:
    """Return what every administrator is told of such a message; of an alarm like this none."""
    outgoing = leased.message
    if outgoing.dedupe_key.startswith(f"{_KEY}:"):
        return []
    args = {"letter": str(leased.id), "kind": outgoing.kind, "subject": str(outgoing.subject or "–")}
    button = NotificationButton("letter-button-again", UnknownMessageCallback(SEND_AGAIN, leased.id))
    return [
        notification(f"{_KEY}:{leased.id}:{services.now}:{admin}", admin, "letter-unknown", args, buttons=[[button]])
        for admin in sorted(services.settings.admin_ids)
    ]


async def send_message_again(services: Services, message_id: int) -> bool:
    """Send a message once more; False when it is sent already, or is no such message."""

    async def again(tx: Transaction) -> bool:
        tx.when_committed.append(services.wake_sender)
        return await unknown_messages.send_again(tx, message_id, services.now)

    return await services.db.write(again)
