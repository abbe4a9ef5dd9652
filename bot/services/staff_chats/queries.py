"""Staff chats as they are now."""

from bot.domain.staff_chats import StaffChat
from bot.services.work import Services
from storage import staff_chats


async def bound_chat(services: Services, chat_id: int) -> StaffChat | None:
    """Return the chat when it is bound."""
    async with services.db.read() as reader:
        return await staff_chats.find(reader, chat_id)
