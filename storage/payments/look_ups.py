"""Looking payments up by person, and when the outside source was asked about one."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.payments.payment import StoredPayment
from bot.domain.payments.statuses import PaymentStatus
from bot.domain.sweeps import Sweep
from storage import failures
from storage.engine.database import Row, Transaction
from storage.engine.sql import in_list
from storage.payments.payments import NOW, SEEN, STORED, stored

_FOLLOWED = "SELECT payment_id FROM payment_subscription"


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """When the source was asked about a person last, and when it last answered, in UTC seconds."""

    asked_at: int
    answered_at: int | None


async def of_person(tx: Transaction, iin_lookup: str) -> list[Row]:
    """Return the person's payments, the newest status first: ids and the hashes that prove whose they are."""
    return await tx.all(
        f"SELECT id, phone_lookup, number_lookup FROM {NOW} WHERE iin_lookup = ? ORDER BY status_day DESC, id DESC",
        iin_lookup,
    )


async def phones_of(tx: Transaction, iin_lookup: str) -> list[str]:
    """Return the hashes of the phones the registry has for the person, of what it did not get from an application here:
    there anybody may write any ИИН beside their own phone."""
    rows = await tx.all(
        f"SELECT phone_lookup FROM {NOW} WHERE iin_lookup = ? AND phone_lookup IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM payment_application WHERE payment_id = payment.id)",
        iin_lookup,
    )
    return [row["phone_lookup"] for row in rows]


async def last_known_at(tx: Transaction, payment_id: int) -> int:
    """Return the moment the newest status of a payment was recorded."""
    row = await tx.one(
        f"SELECT max(at) AS at FROM payment_event WHERE payment_id = ? AND {SEEN.format('payment_event')}",
        payment_id,
    )
    assert row is not None  # noqa: S101 - an aggregate has one row
    return int(row["at"])


async def source_answer(tx: Transaction, iin_lookup: str) -> SourceAnswer | None:
    """Return what the asking came to, or None for a person nobody asked about."""
    row = await tx.one("SELECT asked_at, answered_at FROM payment_source_answer WHERE iin_lookup = ?", iin_lookup)
    return SourceAnswer(row["asked_at"], row["answered_at"]) if row else None


async def note_asked(tx: Transaction, iin_lookup: str, now: int, *, answered: bool) -> None:
    """Keep that the source was asked now; an earlier answer's moment stays when there is none today."""
    await tx.execute(
        "INSERT INTO payment_source_answer (iin_lookup, asked_at, answered_at) VALUES (?, ?, ?)"
        " ON CONFLICT (iin_lookup) DO UPDATE SET asked_at = excluded.asked_at,"
        " answered_at = coalesce(excluded.answered_at, answered_at)",
        iin_lookup,
        now,
        now if answered else None,
    )


async def followed_to_ask(
    tx: Transaction, over: Collection[PaymentStatus], answered_before: int, now: int, limit: int
) -> list[StoredPayment]:
    """Return followed payments on their way without an answer since then, those not asked about for longest first.

    Those that failed and rest take nobody's place.
    """
    rows = await tx.all(
        f"{STORED} LEFT JOIN payment_source_answer AS answer ON answer.iin_lookup = payment.iin_lookup"
        f" WHERE status NOT IN {in_list(over)} AND (coalesce(answered_at, 0) < ? OR answered_at > ?)"
        f" AND payment.id IN ({_FOLLOWED})"
        f" AND CAST(payment.id AS TEXT) NOT IN (SELECT row_key FROM sweep_failure WHERE {failures.RESTS})"
        " ORDER BY coalesce(asked_at, 0), payment.id LIMIT ?",
        answered_before,
        now,
        Sweep.FOLLOWED.value,
        now,
        limit,
    )
    return [stored(row) for row in rows]
