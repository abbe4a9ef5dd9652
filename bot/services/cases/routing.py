"""Which staff chat a case goes to; a case nobody serves yet waits and is sent on as soon as somebody does (A5)."""

from bot.domain.branches.branches import Recipient
from bot.services.paper_services import recipient_of
from bot.services.work import Services
from storage import staff_chats
from storage.cases import message_map
from storage.engine.database import Transaction
from storage.engine.outbox import Letter

CASE_CARD = "case_card"
CASE_CARD_UPDATE = "case_card_update"
_LIVE = "state NOT IN ('draft', 'withdrawn', 'closed', 'decided_assigned', 'decided_refused')"
_DECIDED = "state IN ('decided_assigned', 'decided_refused')"


_ROLE_OF = {
    Recipient.STATE_CORP: "state_corp",
    Recipient.EMPLOYMENT_COORDINATION: "aid",
    Recipient.MSE_DEPARTMENT: "duty",
    Recipient.UNKNOWN: "duty",
}


async def route_case(tx: Transaction, service: str, region: str | None) -> int | None:
    """Return the chat of the body that takes the service in the region (order 109 item 3), else duty, else None."""
    for role in (_ROLE_OF[recipient_of(service)], "duty"):
        chat = await staff_chats.serving(tx, role, region)
        if chat is not None:
            return chat.chat_id
    return None


async def send_card(services: Services, tx: Transaction, application_id: int) -> int | None:
    """Route a submitted case and have its card sent in the same transaction; None when no chat serves it yet.

    Calling it again for a chat that has the card changes nothing.
    """
    row = await tx.one("SELECT service, region, staff_chat FROM application WHERE id = ?", application_id)
    if row is None:
        return None
    chat_id = await route_case(tx, row["service"], row["region"])
    if chat_id != row["staff_chat"]:
        await move_to(services, tx, application_id, chat_id)
    return chat_id


async def move_to(services: Services, tx: Transaction, application_id: int, chat_id: int | None) -> None:
    """Show the case in this chat from now on, with nobody's hand on it; nowhere for None."""
    await tx.execute(
        "UPDATE application SET staff_chat = ?, owner = NULL, owner_name = NULL, version = version + 1 WHERE id = ?",
        chat_id,
        application_id,
    )
    await message_map.forget_parts(tx, application_id)
    if chat_id is not None:
        row = await tx.one("SELECT version FROM application WHERE id = ?", application_id)
        key = f"case:{application_id}:card:{chat_id}:{row['version'] if row else 0}"
        await services.post(tx, Letter(key, chat_id, CASE_CARD, subject=f"case:{application_id}"))


async def send_waiting_cards(services: Services, tx: Transaction) -> int:
    """Send the cards of live cases that no chat serves, and of decided ones that wait for a chat; return how many did.

    Of a decided case that has nobody to read what was said after the decision, nothing else says that it waits.
    """
    unserved = "staff_chat IS NULL OR staff_chat NOT IN (SELECT chat_id FROM staff_chat WHERE unbound_at IS NULL)"
    rows = await tx.all(
        f"SELECT id FROM application WHERE code IS NOT NULL AND (({_LIVE} AND ({unserved}))"  # noqa: S608 - ours
        f" OR ({_DECIDED} AND staff_chat IS NULL)) ORDER BY submitted_at"
    )
    sent = [await send_card(services, tx, row["id"]) for row in rows]
    return sum(chat is not None for chat in sent)


async def refresh_card(services: Services, tx: Transaction, application_id: int) -> None:
    """Have the card show what is so now."""
    row = await tx.one("SELECT staff_chat, version FROM application WHERE id = ?", application_id)
    if row is None or row["staff_chat"] is None:
        return
    key = f"case:{application_id}:update:{row['staff_chat']}:{row['version']}"
    letter = Letter(key, row["staff_chat"], CASE_CARD_UPDATE, subject=f"case:{application_id}")
    await services.post(tx, letter)
