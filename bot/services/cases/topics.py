"""Topics that were made though nobody could record it: Telegram's own message tells of them later."""

from bot.domain.staff_chats import Place
from bot.services.cases.viewing.queries import case_of_chat
from bot.services.work import Services
from storage.cases import message_map
from storage.engine.database import Transaction


def topic_lookup(services: Services, name: str) -> str:
    """Return a hash that tells whether a topic's name changed: the name itself has the applicant's in it."""
    return services.encryption.lookup("topic", name)


async def claim_topic(services: Services, *, chat_id: int, thread_id: int, name: str, code: str) -> bool:
    """Keep a topic as its case's place, unless it has one; return whether the topic is empty and nobody's."""
    case = await case_of_chat(services, chat_id, code)
    if case is None:
        return False
    made = Place(chat_id, thread_id, None, topic_lookup(services, name))

    async def claim(tx: Transaction) -> bool:
        place = await message_map.place(tx, case.id)
        if place is None:
            await message_map.put_place(tx, case.id, made)
            return False
        if place.chat_id != chat_id or place.thread_id is None or place.thread_id <= thread_id:
            return False
        return not await message_map.has_between(tx, case.id, chat_id, thread_id, place.thread_id)

    return await services.db.write(claim)
