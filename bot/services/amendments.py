"""What was told stays true: once it is so no more, what went out about a subject is edited where it lies.

An amendment is a message of the outbox, enqueued with the change it belongs to. It goes out before what is told next to
the same person, reads what is so then, and edits what Telegram has accepted until the change: begun again it does the
same.
"""

from uuid import uuid4

from bot.domain.subject import Subject
from bot.services.work import Services
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT, OutboxMessage

AMENDMENT = "amendment"


async def amend(services: Services, tx: Transaction, subject: Subject, user_id: int) -> None:
    """Have whatever the person was sent about the subject so far say what has become of it, if it was anything."""
    if await outbox.may_lie(tx, subject, user_id, but=AMENDMENT):
        await services.enqueue(
            tx, OutboxMessage(f"{AMENDMENT}:{uuid4().hex}", user_id, AMENDMENT, subject=subject, priority=URGENT)
        )
