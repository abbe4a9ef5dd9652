"""Staff chats: healed when a group changes its id (product S1)."""

from bot.services.cases.routing import refresh_cards
from bot.services.inquiries.routing import send_cards as send_inquiry_cards
from bot.services.payment_applications.routing import send_cards as send_intake_cards
from bot.services.staff_chats.digest import plan_digest
from bot.services.work import Services
from storage import inquiries, staff_chats
from storage.assistants import assistants
from storage.cases import routing
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications
from storage.reception import operators


async def migrate_chat(services: Services, old_chat: int, new_chat: int) -> None:
    """Move everything that names a group to its new id as a supergroup, waiting messages included.

    Numbers of messages do not live on in the new chat, so the cards of live cases are put there anew; what was sent
    stays noted under the old id. Saying it again changes nothing.
    """

    async def follow(tx: Transaction) -> None:
        await staff_chats.follow_chat(tx, old_chat, new_chat)
        live_cases = await routing.follow_chat(tx, old_chat, new_chat)
        await assistants.follow_chat(tx, old_chat, new_chat)
        await operators.follow_chat(tx, old_chat, new_chat)
        await outbox.move_chat(tx, old_chat, new_chat)
        await plan_digest(services, tx, new_chat)
        await send_intake_cards(services, tx, await payment_applications.follow_chat(tx, old_chat, new_chat))
        await send_inquiry_cards(services, tx, await inquiries.follow_chat(tx, old_chat, new_chat))
        await refresh_cards(services, tx, live_cases)

    await services.db.write(follow)
    services.wake_sender()
