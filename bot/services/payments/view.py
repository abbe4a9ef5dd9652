"""A payment as its owner sees it."""

from dataclasses import dataclass
from datetime import date

from bot.domain.payments.payment import StoredPayment
from bot.domain.payments.programmes import Programme
from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.domain.people.identifiers import Iin
from bot.domain.subject import Subject, SubjectKind
from bot.services.payments.correctable import is_correctable
from bot.services.payments.programmes import programmes
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.payments import look_ups, payments, subscriptions
from storage.privacy import audit_log


@dataclass(frozen=True, slots=True)
class PaymentStep:
    """One status the payment had, since ``day``."""

    status: PaymentStatus
    day: date


@dataclass(frozen=True, slots=True)
class PaymentView:
    """What is shown: ``number`` is the registry's, or None; ``amount`` in tenge."""

    payment_id: int
    programme: Programme
    number: str | None
    amount: int
    status: PaymentStatus
    reason: PaymentReason | None
    since: date
    steps: tuple[PaymentStep, ...]
    subscribed: bool
    mendable: int | None
    """The reader's own application whose answers can be put right now; else None."""
    source_silent_since: int | None
    """When the outside source was last heard about this person, while it gives no answer; else None."""


async def view_payment(services: Services, payment_id: int, user_id: int) -> PaymentView | None:
    """Read a payment for somebody who has proved that it is their own; ``user_id`` says whose subscription is meant.

    None when the import that brought it has been taken back since.
    """
    async with services.db.read() as reader:
        payment = await payments.by_id(reader, payment_id)
        if payment is None:
            return None
        details = await payments.open_details(reader, services.encryption, payment)
        steps = [
            PaymentStep(PaymentStatus(event["status"]), date.fromisoformat(event["day"]))
            for event in await payments.events(reader, payment_id)
        ]
        return PaymentView(
            payment_id=payment_id,
            programme=programmes()[payment.programme],
            number=details.get("number"),
            amount=payment.amount,
            status=payment.status,
            reason=payment.reason,
            since=date.fromisoformat(payment.day),
            steps=tuple(steps),
            subscribed=await subscriptions.is_subscribed(reader, payment_id, user_id),
            mendable=await is_correctable(services, reader, payment, user_id),
            source_silent_since=await _silent_since(services, reader, payment),
        )


async def is_source_silent(services: Services, iin: Iin) -> bool:
    """Tell whether the outside source gave no answer about this ИИН when it was last asked."""
    if services.source is None:
        return False
    async with services.db.read() as reader:
        answer = await look_ups.source_answer(reader, services.encryption.lookup("iin", iin))
    return answer is not None and answer.answered_at != answer.asked_at


async def _silent_since(services: Services, reader: Transaction, payment: StoredPayment) -> int | None:
    if services.source is None:
        return None
    answer = await look_ups.source_answer(reader, payment.iin_lookup)
    if answer is None or answer.answered_at == answer.asked_at:
        return None
    recorded = await look_ups.last_known_at(reader, payment.id)
    return max(recorded, answer.answered_at or 0)


async def followed_payment(services: Services, user_id: int) -> int | None:
    """Return the payment this person has proved to be their own and follows."""
    async with services.db.read() as reader:
        return await subscriptions.payment_of(reader, user_id)


async def open_followed(services: Services, payment_id: int, user_id: int) -> bool:
    """Record that a follower looks at the payment again without a new proof; False when they do not follow it."""

    async def record_look(tx: Transaction) -> bool:
        payment = await payments.by_id(tx, payment_id)
        if payment is None or not await subscriptions.is_subscribed(tx, payment_id, user_id):
            return False
        await audit_log.record(
            tx, Subject(SubjectKind.IIN, payment.iin_lookup), user_id, "payment opened by its follower", services.now
        )
        return True

    return await services.db.write(record_look)
