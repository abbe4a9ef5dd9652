"""Messages of staff chats that belong to a case: which case, and what a reply to one means."""

from bot.services.work import Services
from storage.cases import message_map

ASIDE = "aside"
"""What staff said among themselves: a reply to it is about no case."""


async def keep_message(services: Services, application_id: int, chat_id: int, message_id: int, kind: str) -> None:
    """Note that this message belongs to the case, and what it is (`storage.cases.message_map`)."""
    await services.db.run([message_map.kept(application_id, chat_id, message_id, kind)])


async def case_of_message(services: Services, chat_id: int, message_id: int) -> tuple[int, str] | None:
    """Return the case and kind of a message."""
    async with services.db.read() as reader:
        return await message_map.case_of_message(reader, chat_id, message_id)


async def case_spoken_of(
    services: Services, chat_id: int, *, replied: int | None, topic: int | None
) -> tuple[int, str] | None:
    """Return the case a message is about, and the kind of the message it replies to, empty for none that says one.

    That is the case of the message it replies to, asides apart, else that of its topic.
    """
    async with services.db.read() as reader:
        if replied is not None:
            known = await message_map.case_of_message(reader, chat_id, replied)
            if known is not None and not known[1].startswith(ASIDE):
                return known
        if topic is not None:
            of_topic = await message_map.case_of_topic(reader, chat_id, topic)
            if of_topic is not None:
                return of_topic, ""
    return None


async def has_message(services: Services, application_id: int, kind: str) -> bool:
    """Tell whether a message of this kind belongs to the case."""
    async with services.db.read() as reader:
        return kind in await message_map.kinds(reader, application_id)
