"""Which staff chat an inquiry goes to, and the messages that chat and its author get about it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.callbacks import InquiryNotification
from bot.domain.inquiries import Inquiry, InquiryState, to_duty_first
from bot.domain.staff_chats import StaffChat
from bot.domain.sweeps import Sweep
from bot.services.notifications import NotificationButton, notification
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from storage import inquiries as store
from storage import staff_chats
from storage.branches import branches
from storage.engine.database import Transaction
from storage.engine.outbox import NORMAL, URGENT, OutboxMessage

INQUIRY_CARD = "inquiry_card"
INQUIRY_PART = "inquiry_part"


async def route(tx: Transaction, inquiry: Inquiry, *, duty_first: bool | None = None) -> int | None:
    """Return the chat: of the place it is about or above it, by what it says; the other one where there is none."""
    region = await branches.region_of(tx, inquiry.branch_id) if inquiry.branch_id is not None else None
    duty = await staff_chats.serving(tx, "duty", region)
    place = await _of_place(tx, inquiry.branch_id, region)
    first_duty = to_duty_first(inquiry.kind, inquiry.ground) if duty_first is None else duty_first
    chosen = (duty or place) if first_duty else (place or duty)
    return chosen.chat_id if chosen else None


async def _of_place(tx: Transaction, branch_id: int | None, region: str | None) -> StaffChat | None:
    """Return the chat of the place's own reception; that of another place is no substitute."""
    chats = await staff_chats.receptions_of(tx, branch_id) if branch_id is not None else []
    if chats:
        return chats[0]
    served = await staff_chats.serving(tx, "queue", region) if branch_id is not None else None
    return served if served and served.branch_id is None else None


async def send_card(services: Services, tx: Transaction, inquiry_id: int) -> None:
    """Have the card show what is so now; nothing while nobody serves it."""
    inquiry = await store.load(tx, services.encryption, inquiry_id)
    if inquiry.staff_chat is None:
        return
    key = f"{inquiry.subject}:card:{inquiry.staff_chat}:{inquiry.version}"
    priority = URGENT if inquiry.inside else NORMAL
    await services.enqueue(
        tx, OutboxMessage(key, inquiry.staff_chat, INQUIRY_CARD, subject=inquiry.subject, priority=priority)
    )


async def send_part(services: Services, tx: Transaction, inquiry: Inquiry, part: Mapping[str, str], key: str) -> None:
    """Put what the citizen added under the card: ``words`` or a ``photo``."""
    if inquiry.staff_chat is not None:
        outgoing = OutboxMessage(
            f"{inquiry.subject}:{key}:{inquiry.staff_chat}",
            inquiry.staff_chat,
            INQUIRY_PART,
            dict(part),
            subject=inquiry.subject,
        )
        await services.enqueue(tx, outgoing)


async def move_to(services: Services, tx: Transaction, inquiry: Inquiry, chat_id: int | None, **columns: int) -> None:
    """Show it in this chat from now on, with nobody's hand on it; nowhere for None."""
    none: dict[str, str | None] = {
        "owner": None,
        "owner_name": None,
        "state": InquiryState.SENT.value,
        "card_message_id": None,
    }
    await store.change(tx, inquiry, staff_chat=chat_id, **none, **columns)
    await send_card(services, tx, inquiry.id)
    moved = await store.load(tx, services.encryption, inquiry.id)
    for number, photo in enumerate(inquiry.photos):
        await send_part(services, tx, moved, {"photo": photo}, f"photo{number or ''}")


async def send_waiting_inquiries(services: Services, tx: Transaction) -> int:
    """Send the open ones that no chat serves to one that does now; return how many found one."""
    found = await savepoint_each(
        services,
        tx,
        Sweep.INQUIRY_CARDS,
        await store.unserved(tx),
        lambda tx, inquiry_id: _send_waiting(services, tx, inquiry_id),
    )
    return sum(found)


async def send_cards(services: Services, tx: Transaction, inquiry_ids: Sequence[int]) -> None:
    """Have the cards of several inquiries show what is so now."""
    await savepoint_each(
        services,
        tx,
        Sweep.INQUIRY_CARDS,
        inquiry_ids,
        lambda tx, inquiry_id: send_card(services, tx, inquiry_id),
    )


async def send_inquiry_again(services: Services, tx: Transaction, key: str) -> None:
    """Send a card that failed to go where its inquiry is served; nothing once nobody can read that."""
    if int(key) in await store.unserved(tx):
        await _send_waiting(services, tx, int(key))
    elif await store.is_open(tx, int(key)):
        await send_card(services, tx, int(key))


async def _send_waiting(services: Services, tx: Transaction, inquiry_id: int) -> bool:
    inquiry = await store.load(tx, services.encryption, inquiry_id)
    chat_id = await route(tx, inquiry)
    if chat_id != inquiry.staff_chat:
        await move_to(services, tx, inquiry, chat_id)
    return chat_id is not None


async def tell_author(
    services: Services, tx: Transaction, inquiry: Inquiry, key: str, args: Mapping[str, Any], dedupe: str
) -> None:
    """Write to whoever sent it, in their language, with a way to write back, or anew once it is closed."""
    closed = key == "inquiry-closed-told"
    rows = [
        [
            NotificationButton("inquiry-new", InquiryNotification("new", inquiry.id))
            if closed
            else NotificationButton("inquiry-write-more", InquiryNotification("more", inquiry.id))
        ]
    ]
    outgoing = notification(
        f"{inquiry.subject}:{dedupe}",
        inquiry.made_by,
        key,
        {"number": inquiry.code, **args},
        buttons=rows,
        subject=inquiry.subject,
        priority=URGENT,
    )
    await services.enqueue(tx, outgoing)
