"""What is sent to a group is seen by everybody in it: put on record beside who opened what (domain §9)."""

from collections.abc import Awaitable, Callable

from bot.domain.subject import Subject
from bot.services.work import Services
from storage.privacy import audit_log

CARD, PAPERS, WORDS = "card delivered", "documents delivered", "message delivered"
"""What was sent, as it is stored."""
_ONE_SECONDS = 600
"""What is sent again within this time, after a kill or as the next page, is one line of the record."""


async def record_delivery(
    services: Services, subject: Subject, chat_id: int, what: str, count: Callable[[], Awaitable[int | None]]
) -> None:
    """Record that this group was sent something of a person's, and how many are in it; ``count`` tells that where it
    is known, and is asked for a new line of the record only."""
    now = services.now
    since = now - _ONE_SECONDS
    async with services.db.read() as reader:
        if await audit_log.is_shown(reader, subject, chat_id, what, since):
            return
    people = await count()
    await services.db.write(lambda tx: audit_log.record_shown(tx, subject, chat_id, people, what, now, since))
