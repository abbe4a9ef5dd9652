"""«Nothing has changed»: once, the morning after the stated term of a step, to whoever follows (product P3)."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from bot.callbacks import PaymentNotification, Unfollow
from bot.domain.payments.payment import StoredPayment
from bot.domain.sweeps import Sweep
from bot.services.calendar import calendar, moment, today
from bot.services.notifications import NotificationButton, notification
from bot.services.payments.programmes import programmes
from bot.services.payments.texts import OVER, expected_by, status_text, told
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import LocalDate
from storage import reminders
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.payments import payments, subscriptions
from storage.reminders import DueReminder

_MORNING, _EVENING = time(10), time(20)
_KIND = "unchanged"


async def plan_no_change_notice(tx: Transaction, payment: StoredPayment) -> None:
    """Plan the notice for the status the payment has now; a status without a stated term, or the last one, has none."""
    by = expected_by(programmes()[payment.programme], payment.status, date.fromisoformat(payment.day))
    if payment.status in OVER or by is None:
        await reminders.drop(tx, payment.subject)
        return
    day = calendar().add_working_days(by, 1)
    planned = (_KIND, moment(day, _MORNING), moment(day + timedelta(days=3), _EVENING))
    await reminders.plan(tx, payment.subject, payment.version, [planned])


async def plan_no_change_notices(services: Services, tx: Transaction, payment_ids: Sequence[int]) -> None:
    """Plan the notices of several payments, each by itself."""
    await savepoint_each(services, tx, Sweep.NO_CHANGE_NOTICES, payment_ids, plan_no_change_notice_of)


async def plan_no_change_notice_again(_services: Services, tx: Transaction, key: str) -> None:
    """Plan a notice that failed to be planned, for the status the payment has by now."""
    await plan_no_change_notice_of(tx, int(key))


async def plan_no_change_notice_of(tx: Transaction, payment_id: int) -> None:
    """Plan the notice of a payment for the status it has now."""
    payment = await payments.by_id(tx, payment_id)
    if payment is not None:
        await plan_no_change_notice(tx, payment)


async def compose_no_change_notice(services: Services, tx: Transaction, reminder: DueReminder) -> OutboxMessage | None:
    """Tell every follower that the status is the same still; None when it has changed or nobody follows."""
    payment_id = reminder.subject.number
    payment = await payments.by_id(tx, payment_id)
    if payment is None or payment.version != reminder.subject_version:
        return None
    followers = await subscriptions.subscribers(tx, payment_id)
    outgoing_messages = [_no_change_notice(services, payment, user_id) for user_id in followers]
    for outgoing in outgoing_messages[1:]:
        await services.enqueue(tx, outgoing)
    return outgoing_messages[0] if outgoing_messages else None


def _no_change_notice(services: Services, payment: StoredPayment, user_id: int) -> OutboxMessage:
    since = date.fromisoformat(payment.day)
    programme = programmes()[payment.programme]
    words = status_text(programme, payment.status, payment.reason, since, today(services.now))
    rows = [
        [NotificationButton("payment-notice-open", PaymentNotification(payment.id))],
        [NotificationButton("payment-unfollow", Unfollow(payment.id))],
    ]
    args = {
        "status": words["status"],
        "next": words["next"],
        "programme": told(programme.name),
        "day": LocalDate.of(since),
    }
    key = f"{payment.subject}:{payment.version}:{_KIND}:{user_id}"
    return notification(key, user_id, "payment-unchanged", args, buttons=rows, subject=payment.subject)
