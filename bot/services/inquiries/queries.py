"""What screens, cards and replies need to know of inquiries."""

from bot.domain.inquiries import Inquiry, SentInquiry
from bot.services.work import Services
from storage import inquiries as store


async def inquiry_of(services: Services, inquiry_id: int) -> Inquiry:
    """Return one as it is now; raises ``Refusal("inquiry-unknown")``."""
    async with services.db.read() as reader:
        return await store.load(reader, services.encryption, inquiry_id)


async def own_inquiry(services: Services, user_id: int, inquiry_id: int) -> Inquiry:
    """Return a person's own one as it is now; raises ``Refusal("inquiry-unknown")`` for another's alike."""
    async with services.db.read() as reader:
        return await store.own(reader, services.encryption, user_id, inquiry_id)


async def inquiries_sent_by(services: Services, user_id: int, limit: int) -> list[SentInquiry]:
    """Return what a person has sent, the newest first."""
    async with services.db.read() as reader:
        return await store.sent_by(reader, user_id, limit)


async def inquiry_of_staff_message(services: Services, chat_id: int, message_id: int) -> int | None:
    """Return which inquiry a message in a staff chat belongs to."""
    async with services.db.read() as reader:
        return await store.of_message(reader, chat_id, message_id)


async def note_staff_message(services: Services, inquiry_id: int, chat_id: int, message_id: int) -> None:
    """Note that a reply to this message in a staff chat is about the inquiry."""
    await services.db.write(lambda tx: store.note_message(tx, inquiry_id, chat_id, message_id))


async def inquiry_of_notice(services: Services, chat_id: int, message_id: int) -> int | None:
    """Return which inquiry a notification in its author's chat is about."""
    async with services.db.read() as reader:
        return await store.of_notice(reader, chat_id, message_id)
