"""Which ЦОН's reception a staff chat serves."""

from bot.services.work import Services
from storage import staff_chats


async def set_reception(services: Services, *, chat_id: int, branch_id: int) -> None:
    """Let the chat serve the reception of a ЦОН, in place of any before."""
    await services.db.write(lambda tx: staff_chats.set_branch(tx, chat_id, branch_id))
