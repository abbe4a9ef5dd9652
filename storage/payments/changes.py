"""What the last import changed about payments somebody follows."""

from dataclasses import dataclass

from bot.domain.payments.payment import Standing
from bot.domain.payments.statuses import PaymentStatus
from storage.engine.database import Row, Transaction
from storage.payments.payments import reason_of


@dataclass(frozen=True, slots=True)
class Moved:
    """A follower's payment that an import moved, and the version it made; ``subscription_id`` is the follower's.

    Where it stands and stood is read when it is asked for: an unknown status or reason fails that row and no other.
    """

    payment_id: int
    subscription_id: int
    user_id: int
    version: int
    row: Row

    @property
    def now(self) -> Standing:
        """The payment's standing now; an unknown status or reason raises ValueError."""
        return _standing(self.row, "")

    @property
    def before(self) -> Standing:
        """The payment's standing before; raises like ``now``."""
        return _standing(self.row, "old_")


async def followed(tx: Transaction, import_id: int, after: int, limit: int) -> list[int]:
    """Return the next changed payments that anybody follows, in order."""
    rows = await tx.all(
        "SELECT payment_id FROM payment_before AS old WHERE import_id = ? AND payment_id > ? AND EXISTS"
        " (SELECT 1 FROM payment_subscription WHERE payment_id = old.payment_id) ORDER BY payment_id LIMIT ?",
        import_id,
        after,
        limit,
    )
    return [row["payment_id"] for row in rows]


async def moved(tx: Transaction, import_id: int, after: int, upto: int) -> list[Moved]:
    """Return those of them whose status, reason or day became another and that nobody has changed since."""
    rows = await tx.all(
        "SELECT payment.id, follower.id AS subscription_id, user_id, version, programme, payment.status,"
        " payment.reason, payment.status_day AS day, payment.amount, old.status AS old_status,"
        " old.reason AS old_reason, old.status_day AS old_day, old.amount AS old_amount FROM payment_before AS old"
        " JOIN payment ON payment.id = old.payment_id AND payment.version = old.new_version"
        " JOIN payment_subscription AS follower ON follower.payment_id = payment.id"
        " WHERE old.import_id = ? AND old.payment_id > ? AND old.payment_id <= ?"
        " AND (payment.status, ifnull(payment.reason, ''), payment.status_day)"
        " <> (old.status, ifnull(old.reason, ''), old.status_day) ORDER BY payment.id, follower.id",
        import_id,
        after,
        upto,
    )
    return [Moved(row["id"], row["subscription_id"], row["user_id"], row["version"], row) for row in rows]


def _standing(row: Row, prefix: str) -> Standing:
    status, reason = row[f"{prefix}status"], row[f"{prefix}reason"]
    day, amount = row[f"{prefix}day"], row[f"{prefix}amount"]
    return Standing(row["programme"], PaymentStatus(status), reason_of(reason), day, amount)
