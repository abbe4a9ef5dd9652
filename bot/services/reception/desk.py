"""Which ЦОН a staff chat is the desk of."""

from bot.services.work import Services
from storage import staff_chats


async def make_desk(services: Services, *, chat_id: int, branch_id: int) -> None:
    """Make the chat the desk of a ЦОН, in place of any it was before."""
    await services.db.write(lambda tx: staff_chats.set_branch(tx, chat_id, branch_id))
