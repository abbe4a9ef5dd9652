"""Hearing of changes (product P3): one notice a change, in the reader's own language."""

from datetime import date

from bot.domain.payments import PaymentReason, PaymentStatus
from bot.notices import NoticeButton, notice
from bot.services.case_facts import today
from bot.services.core import Services
from bot.services.payments.programmes import programmes
from bot.services.payments.words import status_words
from bot.texts import Day, Money, Value
from storage import payment_subscriptions
from storage.database import Transaction
from storage.payments import NewState

OPEN_PREFIX = "payment"


async def follow_payment(services: Services, payment_id: int, user_id: int) -> None:
    """Tell this person of changes; only for somebody who has proved that the payment is his."""
    await services.db.write(lambda tx: payment_subscriptions.subscribe(tx, payment_id, user_id, services.now))


async def unfollow_payment(services: Services, payment_id: int, user_id: int) -> None:
    """Tell this person no more."""
    await services.db.write(lambda tx: payment_subscriptions.unsubscribe(tx, payment_id, user_id))


async def tell_followers(services: Services, tx: Transaction, payment_id: int, version: int, state: NewState) -> None:
    """Post the new status of a payment to everybody who follows it."""
    reason, since = PaymentReason(state.reason) if state.reason else None, date.fromisoformat(state.day)
    programme = programmes()[state.programme]
    words = status_words(programme, PaymentStatus(state.status), reason, since, today(services.now))
    args: dict[str, Value] = {**words, "amount": Money(state.amount), "day": Day.of(since)}
    button = NoticeButton("payment-notice-open", f"{OPEN_PREFIX}:{payment_id}")
    for user_id in await payment_subscriptions.subscribers(tx, payment_id):
        await services.post(
            tx,
            notice(
                f"payment:{payment_id}:{version}:{user_id}",
                user_id,
                "payment-notice",
                args,
                buttons=[[button]],
                subject=f"payment:{payment_id}",
            ),
        )
