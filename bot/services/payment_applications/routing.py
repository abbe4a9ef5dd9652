"""Which staff chat an application for a payment goes to, and the messages that chat gets about it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.payment_applications import PaymentApplication
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import to_json
from storage import staff_chats
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.payment_applications import payment_applications as store

PAYMENT_APPLICATION_CARD = "intake_card"
PAYMENT_APPLICATION_NOTE = "intake_note"
_ROLES = ("payments", "duty")


async def chat_for_payment_application(tx: Transaction) -> int | None:
    """Return the chat of payments, else the duty chat, else None: the application waits then."""
    for role in _ROLES:
        chat = await staff_chats.serving_role(tx, role)
        if chat is not None:
            return chat.chat_id
    return None


async def send_card(services: Services, tx: Transaction, application_id: int) -> None:
    """Have the card show what is so now, where the application is served; nothing while nobody serves it."""
    shown = await store.shown_in(tx, application_id)
    if shown is None:
        return
    chat_id, version = shown
    subject = Subject(SubjectKind.PAYMENT_APPLICATION, application_id)
    key = f"{subject}:card:{chat_id}:{version}"
    await services.enqueue(tx, OutboxMessage(key, chat_id, PAYMENT_APPLICATION_CARD, subject=subject))


async def send_waiting_payment_applications(services: Services, tx: Transaction) -> int:
    """Send the cards of applications that no chat serves; return how many found one."""
    chat_id = await chat_for_payment_application(tx)

    async def show(tx: Transaction, application_id: int) -> None:
        await store.show_in(tx, application_id, chat_id)
        await send_card(services, tx, application_id)

    shown = await savepoint_each(services, tx, Sweep.INTAKE_CARDS, await store.unserved(tx), show)
    return len(shown) if chat_id is not None else 0


async def send_intake_again(services: Services, tx: Transaction, key: str) -> None:
    """Send a card that failed to go where its application is served."""
    if int(key) in await store.unserved(tx):
        await store.show_in(tx, int(key), await chat_for_payment_application(tx))
    await send_card(services, tx, int(key))


async def send_cards(services: Services, tx: Transaction, application_ids: Sequence[int]) -> None:
    """Have the cards of several applications show what is so now."""
    await savepoint_each(
        services,
        tx,
        Sweep.INTAKE_CARDS,
        application_ids,
        lambda tx, application_id: send_card(services, tx, application_id),
    )


async def tell_staff(
    services: Services,
    tx: Transaction,
    application: PaymentApplication,
    key: str,
    args: Mapping[str, Any],
    *,
    dedupe: str,
) -> None:
    """Put a message under the card, in the chat's language; nothing while no chat serves the application."""
    if application.staff_chat is None:
        return
    payload = {"key": key, "args": to_json({"number": application.code, **args})}
    name = f"{application.subject}:{dedupe}"
    await services.enqueue(
        tx, OutboxMessage(name, application.staff_chat, PAYMENT_APPLICATION_NOTE, payload, subject=application.subject)
    )
