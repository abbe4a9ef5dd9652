"""Staff chats: bound by an administrator's one-time code, healed when a group changes its id (product S1)."""

from bot.services.core import Services
from storage import outbox
from storage.database import Transaction

_TABLES = ("staff_chat", "case_topic", "staff_message")


async def migrate_chat(services: Services, old_chat: int, new_chat: int) -> None:
    """A group became a supergroup: everything that names it follows, waiting letters included."""

    async def job(tx: Transaction) -> None:
        for table in _TABLES:
            await tx.execute(f"UPDATE {table} SET chat_id = ? WHERE chat_id = ?", new_chat, old_chat)  # noqa: S608
        await tx.execute("UPDATE application SET staff_chat = ? WHERE staff_chat = ?", new_chat, old_chat)
        await outbox.move_chat(tx, old_chat, new_chat)

    await services.db.write(job)
    services.wake_sender()
