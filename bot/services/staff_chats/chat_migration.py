"""Staff chats: healed when a group changes its id (product S1)."""

from bot.services.cases.routing import refresh_card
from bot.services.inquiries.routing import send_card as send_inquiry_card
from bot.services.payment_applications.routing import send_card
from bot.services.staff_chats.digest import plan_digest
from bot.services.work import Services
from storage import inquiries
from storage.assistants import assistants
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications
from storage.reception import operators


async def migrate_chat(services: Services, old_chat: int, new_chat: int) -> None:
    """A group became a supergroup: everything that names it follows, waiting letters included.

    Numbers of messages do not live on in the new chat, so the cards of live cases are put there anew; what was sent
    stays noted under the old id. Saying it again changes nothing.
    """

    async def job(tx: Transaction) -> None:
        await tx.execute("UPDATE OR REPLACE staff_chat SET chat_id = ? WHERE chat_id = ?", new_chat, old_chat)
        await tx.execute(
            "UPDATE case_topic SET chat_id = ?, thread_id = NULL, card_message_id = NULL WHERE chat_id = ?",
            new_chat,
            old_chat,
        )
        followed = await tx.all(
            "UPDATE application SET staff_chat = ?, version = version + 1 WHERE staff_chat = ? RETURNING id, state",
            new_chat,
            old_chat,
        )
        await assistants.follow_chat(tx, old_chat, new_chat)
        await operators.follow_chat(tx, old_chat, new_chat)
        await outbox.move_chat(tx, old_chat, new_chat)
        await plan_digest(services, tx, new_chat)
        for application_id in await payment_applications.follow_chat(tx, old_chat, new_chat):
            await send_card(services, tx, application_id)
        for inquiry_id in await inquiries.follow_chat(tx, old_chat, new_chat):
            await send_inquiry_card(services, tx, inquiry_id)
        for row in followed:
            if row["state"] not in _OVER:
                await refresh_card(services, tx, row["id"])

    await services.db.write(job)
    services.wake_sender()


_OVER = frozenset({"decided_assigned", "decided_refused", "closed", "withdrawn"})
