"""An application's place in the registry: what its applicant and followers see of it (product P1, P3)."""

from bot.domain.errors import Refusal
from bot.domain.payment_applications import PaymentApplication
from bot.domain.payments.payment import NewState, Standing
from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.services.calendar import today
from bot.services.payments.programmes import programmes
from bot.services.payments.stored_state import make_state
from bot.services.payments.subscriptions import tell_followers
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.payments import payments

_DETAILS = {"iin": "iin", "surname": "last_name", "name": "first_name", "phone": "phone", "iban": "iban"}


async def record_application(services: Services, tx: Transaction, application: PaymentApplication) -> int:
    """Put a submitted application into the registry as received; return the payment's id."""
    programme = programmes()[application.programme]
    part = programme.round_on(today(services.now))
    if part is None:
        raise Refusal("intake-closed")
    state = _state(services, application, PaymentStatus.RECEIVED, None, part.amount)
    known = await payments.by_iin(tx, application.programme, state.iin_lookup)
    if known is None:
        return await payments.add(tx, services.encryption, state, services.now)
    await _change(services, tx, known.id, state)
    return known.id


async def record_status(
    services: Services,
    tx: Transaction,
    application: PaymentApplication,
    status: PaymentStatus,
    reason: PaymentReason | None = None,
) -> None:
    """Give the payment the status and the answers the application has now, and tell its followers.

    A registry may have gone ahead of the staff: what it said stays then.
    """
    if application.payment_id is None:
        return
    payment = await payments.by_id(tx, application.payment_id)
    if payment is None or payment.status is status:
        return
    if programmes()[application.programme].can_follow(payment.status, status):
        await _change(services, tx, payment.id, _state(services, application, status, reason, payment.amount))


async def _change(services: Services, tx: Transaction, payment_id: int, state: NewState) -> None:
    payment = await payments.by_id(tx, payment_id)
    if payment is None:
        return
    await payments.change(tx, services.encryption, payment, state, services.now)
    await tell_followers(services, tx, payment_id, payment.version + 1, state)


def _state(
    services: Services,
    application: PaymentApplication,
    status: PaymentStatus,
    reason: PaymentReason | None,
    amount: int,
) -> NewState:
    answers = application.answers
    told = {name: str(answers[field]) for field, name in _DETAILS.items() if answers.get(field)}
    standing = Standing(
        programme=application.programme,
        status=status,
        reason=reason,
        day=today(services.now).isoformat(),
        amount=amount,
    )
    return make_state(services.encryption, standing, {**told, "number": application.code})
