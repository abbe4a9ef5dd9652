"""Which staff chat a case goes to; a case nobody serves yet waits and is sent on as soon as somebody does
(product A5)."""

from collections.abc import Sequence

from bot.data_files import regions
from bot.domain.branches.branches import Recipient
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.calendar import today
from bot.services.notifications import notification
from bot.services.paper_services import recipient_of
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import Bilingual, TextRef
from storage import staff_chats
from storage.cases import message_map, routing
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage

CASE_CARD = "case_card"
CASE_CARD_UPDATE = "case_card_update"

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
    route = await routing.route_of(tx, application_id)
    if route is None:
        return None
    chat_id = await route_case(tx, route.service, route.region)
    if chat_id is None:
        await tell_unserved(services, tx, route.service, route.region)
    if chat_id != route.staff_chat:
        await move_to(services, tx, application_id, chat_id)
    return chat_id


async def tell_unserved(services: Services, tx: Transaction, service: str, region: str | None) -> bool:
    """Tell administrators, once a day, that cases of a region wait for a chat; False where there is nobody to tell."""
    names, role, day = regions().get(region or ""), _ROLE_OF[recipient_of(service)], today(services.now)
    where = Bilingual(names.kk, names.ru) if names else TextRef("staff-region-none")
    args = {"role": TextRef(f"staff-role-{role}"), "region": where}
    admins = sorted(services.settings.admin_ids)
    for admin in admins:
        key = f"unserved:{role}:{region}:{day}:{admin}"
        await services.enqueue(tx, notification(key, admin, "admin-cases-unserved", args))
    return bool(admins)


async def move_to(services: Services, tx: Transaction, application_id: int, chat_id: int | None) -> None:
    """Show the case in this chat from now on, with nobody's hand on it; nowhere for None."""
    await routing.set_chat(tx, application_id, chat_id)
    await message_map.remove_parts(tx, application_id)
    await _post(services, tx, application_id, CASE_CARD, "card")


async def send_waiting_cards(services: Services, tx: Transaction) -> int:
    """Send the cards of live cases that no chat serves, and of decided ones that wait for a chat; return how many did.

    Of a decided case that has nobody to read what was said after the decision, nothing else says that it waits.
    """
    sent = await savepoint_each(
        services,
        tx,
        Sweep.CASE_CARDS,
        await routing.without_chat(tx),
        lambda tx, application_id: send_card(services, tx, application_id),
    )
    return sum(chat is not None for chat in sent)


async def refresh_cards(services: Services, tx: Transaction, application_ids: Sequence[int]) -> None:
    """Have the cards of several cases show what is so now."""
    await savepoint_each(
        services,
        tx,
        Sweep.CASE_CARDS,
        application_ids,
        lambda tx, application_id: refresh_card(services, tx, application_id),
    )


async def send_card_again(services: Services, tx: Transaction, key: str) -> None:
    """Send a card that failed to go where its case is served, or have it show what is so there."""
    if int(key) in await routing.without_chat(tx):
        await send_card(services, tx, int(key))
    else:
        await refresh_card(services, tx, int(key))


async def refresh_card(services: Services, tx: Transaction, application_id: int) -> None:
    """Have the card show what is so now."""
    await _post(services, tx, application_id, CASE_CARD_UPDATE, "update")


async def _post(services: Services, tx: Transaction, application_id: int, kind: str, what: str) -> None:
    """Have the chat that serves the case, if one does, get its card or see it anew, once for each version."""
    served = await routing.served(tx, application_id)
    if served is None:
        return
    chat_id, version = served
    subject = Subject(SubjectKind.CASE, application_id)
    key = f"{subject}:{what}:{chat_id}:{version}"
    await services.enqueue(tx, OutboxMessage(key, chat_id, kind, subject=subject))
