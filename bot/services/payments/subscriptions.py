"""Hearing of changes (product P3): one notification a change, in the reader's own language."""

from dataclasses import dataclass
from datetime import date

from bot.callbacks import PaymentApplicationNotification, PaymentNotification
from bot.domain.payments.payment import NewState, Standing
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.calendar import today
from bot.services.notifications import NotificationButton, notification
from bot.services.payments.correctable import is_correctable
from bot.services.payments.no_change_notice import plan_no_change_notice_of, plan_no_change_notices
from bot.services.payments.programmes import programmes
from bot.services.payments.texts import status_text, told
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import LocalDate, Value
from storage.engine.database import Transaction
from storage.engine.outbox import NORMAL, OutboxMessage
from storage.payments import payments, subscriptions


async def follow_payment(services: Services, payment_id: int, user_id: int) -> None:
    """Tell this person of changes; only for somebody who has proved that the payment is their own."""

    async def follow(tx: Transaction) -> None:
        await subscribe(services, tx, payment_id, user_id)

    await services.db.write(follow)


async def subscribe(services: Services, tx: Transaction, payment_id: int, user_id: int) -> None:
    """Tell this person of changes from now on, and, once, when a step takes longer than was stated."""
    await subscriptions.subscribe(tx, payment_id, user_id, services.now)
    await plan_no_change_notice_of(tx, payment_id)


async def unfollow_payment(services: Services, payment_id: int, user_id: int) -> None:
    """Tell this person no more."""
    await services.db.write(lambda tx: subscriptions.unsubscribe(tx, payment_id, user_id))


async def tell_followers(services: Services, tx: Transaction, payment_id: int, version: int, state: NewState) -> None:
    """Post the new status of a payment to everybody who follows it, each by itself."""
    followers = await subscriptions.followers(tx, payment_id)
    if not followers:
        return
    await plan_no_change_notices(services, tx, [payment_id])
    row = await payments.by_id(tx, payment_id)

    async def tell(tx: Transaction, follower: tuple[int, int]) -> None:
        _id, user_id = follower
        mended = await is_correctable(services, tx, row, user_id) if row is not None else None
        await services.enqueue(tx, change_message(services, Change(payment_id, version, state), user_id, mended))

    await savepoint_each(services, tx, Sweep.NEWS, followers, tell, key=lambda follower: news_key(follower[0], version))


def news_key(subscription_id: int, version: int) -> str:
    """Return the key under which a follower's message about a version of a payment fails and is tried again."""
    return f"{subscription_id}.{version}"


async def tell_again(services: Services, tx: Transaction, key: str) -> None:
    """Post a message that failed, unless its reader left or a newer one has said more."""
    subscription_id, version = map(int, key.split("."))
    followed = await subscriptions.by_id(tx, subscription_id)
    # As stored: what an import that is taken back had changed is told as it was, and then taken back with the others.
    row = await payments.as_stored(tx, followed[0]) if followed else None
    if followed is None or row is None or row.version != version:
        return
    payment_id, user_id = followed
    mended = await is_correctable(services, tx, row, user_id)
    await services.enqueue(tx, change_message(services, Change(payment_id, version, row), user_id, mended))


@dataclass(frozen=True, slots=True)
class Change:
    """A payment's new version, and where it stands since."""

    payment_id: int
    version: int
    state: Standing

    @property
    def subject(self) -> Subject:
        """What messages about it are about."""
        return Subject(SubjectKind.PAYMENT, self.payment_id)

    def key(self, user_id: int) -> str:
        """Return the key by which a follower is told of it once."""
        return f"{self.subject}:{self.version}:{user_id}"


def change_message(
    services: Services, change: Change, user_id: int, mended: int | None, *, priority: int = NORMAL
) -> OutboxMessage:
    """Return what tells one follower of a change; ``mended``: their own application that can be put right, if any."""
    state, payment_id = change.state, change.payment_id
    since = date.fromisoformat(state.day)
    programme = programmes()[state.programme]
    words = status_text(programme, state.status, state.reason, since, today(services.now))
    args: dict[str, Value] = {
        **words, "programme": told(programme.name), "day": LocalDate.of(since),
    }  # fmt: skip
    return notification(
        change.key(user_id),
        user_id,
        "payment-notice",
        args,
        buttons=_buttons(payment_id, mended),
        subject=change.subject,
        priority=priority,
    )


def _buttons(payment_id: int, mended: int | None) -> list[list[NotificationButton]]:
    rows = [[NotificationButton("payment-notice-open", PaymentNotification(payment_id))]]
    if mended is not None:
        rows.insert(
            0, [NotificationButton("intake-button-fix", PaymentApplicationNotification("mend", mended), "primary")]
        )
    return rows
