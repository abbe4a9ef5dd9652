"""Who is told when a payment's status changes: only people who have proved that it is theirs."""

from storage.engine.database import Transaction
from storage.payments.payments import SEEN


async def subscribe(tx: Transaction, payment_id: int, user_id: int, now: int) -> None:
    """Tell this person from now on; saying it again changes nothing."""
    await tx.execute(
        "INSERT OR IGNORE INTO payment_subscription (payment_id, user_id, created_at) VALUES (?, ?, ?)",
        payment_id,
        user_id,
        now,
    )


async def unsubscribe(tx: Transaction, payment_id: int, user_id: int) -> None:
    """Tell this person no more."""
    await tx.execute("DELETE FROM payment_subscription WHERE payment_id = ? AND user_id = ?", payment_id, user_id)


async def is_subscribed(tx: Transaction, payment_id: int, user_id: int) -> bool:
    """Tell whether this person hears of changes."""
    row = await tx.one(
        "SELECT 1 AS yes FROM payment_subscription WHERE payment_id = ? AND user_id = ?", payment_id, user_id
    )
    return row is not None


async def subscribers(tx: Transaction, payment_id: int) -> list[int]:
    """Return the Telegram ids of those who hear of changes."""
    rows = await tx.all("SELECT user_id FROM payment_subscription WHERE payment_id = ? ORDER BY user_id", payment_id)
    return [row["user_id"] for row in rows]


async def followers(tx: Transaction, payment_id: int) -> list[tuple[int, int]]:
    """Return who hears of changes: the id of each subscription and the person's Telegram id."""
    rows = await tx.all(
        "SELECT id, user_id FROM payment_subscription WHERE payment_id = ? ORDER BY user_id", payment_id
    )
    return [(row["id"], row["user_id"]) for row in rows]


async def by_id(tx: Transaction, subscription_id: int) -> tuple[int, int] | None:
    """Return the payment and the person of a subscription that is still in force."""
    row = await tx.one("SELECT payment_id, user_id FROM payment_subscription WHERE id = ?", subscription_id)
    return (row["payment_id"], row["user_id"]) if row else None


async def payment_of(tx: Transaction, user_id: int) -> int | None:
    """Return the payment this person follows, the newest one of several."""
    row = await tx.one(
        "SELECT payment_id FROM payment_subscription AS follower JOIN payment ON payment.id = payment_id"
        f" WHERE user_id = ? AND {SEEN.format('payment')} ORDER BY follower.id DESC LIMIT 1",
        user_id,
    )
    return row["payment_id"] if row else None
