"""The registry of payments: rows found by keyed hashes, and their history.

An import is written in batches, yet seen whole or not at all: what it brings counts once its own row says ``applied``.
Until then, and while it is taken back, readers get what was before (``payment_before``) and nothing of what is new.
"""

from collections.abc import Sequence
from typing import Any

from bot.domain.payments.payment import NewState, StoredPayment
from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.domain.registry import HALF_WRITTEN_STATES, ImportState
from storage.engine.database import Row, Transaction
from storage.engine.encryption import DataKey, Encryption
from storage.engine.sql import in_list

DETAILS = "payment.details"

# Of a payment and of an event: nothing of an import that is not applied is seen.
_IMPORTS = "SELECT id FROM registry_import WHERE state"
SEEN = f"({{0}}.import_id IS NULL OR {{0}}.import_id IN ({_IMPORTS} = '{ImportState.APPLIED}'))"
_STATE = ("phone_lookup", "number_lookup", "status", "reason", "status_day", "amount", "fingerprint", "details")
_AS_IT_WAS = ", ".join(
    f"CASE WHEN old.payment_id IS NULL THEN payment.{name} ELSE old.{name} END AS {name}" for name in _STATE
)
# Whoever changed a payment while an import was under way made another version of it: that one is seen.
NOW = (
    f"(SELECT payment.id, payment.data_key_id, payment.programme, payment.iin_lookup, payment.version, {_AS_IT_WAS}"
    " FROM payment LEFT JOIN payment_before AS old ON old.payment_id = payment.id AND old.new_version = payment.version"
    f" AND old.import_id IN ({_IMPORTS} IN {in_list(HALF_WRITTEN_STATES)})"
    f" WHERE {SEEN.format('payment')}) AS payment"
)
_STORED = (
    "id", "data_key_id", "programme", "iin_lookup", "status", "reason", "status_day", "amount", "version",
    "fingerprint", "details",
)  # fmt: skip
STORED = f"SELECT {', '.join(f'payment.{name} AS {name}' for name in _STORED)} FROM {NOW}"


async def by_iin(tx: Transaction, programme: str, iin_lookup: str) -> StoredPayment | None:
    """Return the payment of this number."""
    row = await tx.one(f"{STORED} WHERE programme = ? AND iin_lookup = ?", programme, iin_lookup)
    return stored(row) if row else None


async def by_id(tx: Transaction, payment_id: int) -> StoredPayment | None:
    """Return a payment."""
    row = await tx.one(f"{STORED} WHERE id = ?", payment_id)
    return stored(row) if row else None


async def as_stored(tx: Transaction, payment_id: int) -> StoredPayment | None:
    """Return a payment as it is stored, whether or not the import that wrote it is seen."""
    row = await tx.one(f"SELECT {', '.join(_STORED)} FROM payment WHERE id = ?", payment_id)
    return stored(row) if row else None


async def open_details(tx: Transaction, encryption: Encryption, payment: StoredPayment) -> dict[str, str]:
    """Decrypt what a payment says of the person (``number``, names, ``iban`` …)."""
    details: dict[str, str] = (await encryption.key(tx, payment.data_key_id)).open(DETAILS, payment.details)
    return details


async def events(tx: Transaction, payment_id: int) -> list[Row]:
    """Return the payment's statuses as they followed, the first one first."""
    return await tx.all(
        "SELECT status, reason, day FROM payment_event WHERE payment_id = ?"
        f" AND {SEEN.format('payment_event')} ORDER BY id",
        payment_id,
    )


async def known(tx: Transaction, iin_lookups: Sequence[str]) -> list[StoredPayment]:
    """Return the payments of these people, for comparison with what is said of them."""
    places = ", ".join("?" for _ in iin_lookups)
    return [stored(row) for row in await tx.all(f"{STORED} WHERE iin_lookup IN ({places})", *iin_lookups)]


async def is_empty(tx: Transaction) -> bool:
    """Tell whether no registry was ever imported."""
    return await tx.one("SELECT 1 AS yes FROM payment LIMIT 1") is None


async def add(tx: Transaction, encryption: Encryption, state: NewState, now: int) -> int:
    """Store a new payment under a data key of its own; return its id."""
    key = await encryption.new_key(tx, now)
    columns = {
        "programme": state.programme,
        "iin_lookup": state.iin_lookup,
        "data_key_id": key.id,
        **_columns(state, key),
    }
    payment_id = await _unseen(tx, state)
    if payment_id is None:
        names, places = ", ".join(columns), ", ".join("?" for _ in columns)
        payment_id = await tx.insert(f"INSERT INTO payment ({names}) VALUES ({places})", *columns.values())
    else:
        sets = ", ".join(f"{name} = ?" for name in columns)
        await tx.execute(
            f"UPDATE payment SET {sets}, import_id = NULL, version = version + 1 WHERE id = ?",
            *columns.values(),
            payment_id,
        )
    await _add_event(tx, payment_id, state, now)
    return payment_id


async def change(tx: Transaction, encryption: Encryption, known: StoredPayment, state: NewState, now: int) -> None:
    """Store what is new about a known payment; a new status, reason or day is a new version and an event."""
    columns = _columns(state, await encryption.key(tx, known.data_key_id))
    moved = not known.is_as(state)
    sets = ", ".join(f"{name} = ?" for name in columns)
    await tx.execute(
        f"UPDATE payment SET {sets}, import_id = NULL, version = version + ? WHERE id = ?",
        *columns.values(),
        int(moved),
        known.id,
    )
    # It is no import's any more: one that is taken back leaves it as it is now.
    await tx.execute("DELETE FROM payment_before WHERE payment_id = ?", known.id)
    if moved:
        await _add_event(tx, known.id, state, now)


async def _unseen(tx: Transaction, state: NewState) -> int | None:
    """Return the payment's id where an import that was taken back has left its row."""
    row = await tx.one(
        f"SELECT id FROM payment WHERE programme = ? AND iin_lookup = ? AND NOT {SEEN.format('payment')}",
        state.programme,
        state.iin_lookup,
    )
    return row["id"] if row else None


def stored(row: Row) -> StoredPayment:
    """Return a row of ``STORED`` as a value."""
    told = {"status": PaymentStatus(row["status"]), "reason": reason_of(row["reason"]), "day": row["status_day"]}
    return StoredPayment(**{name: value for name, value in row.items() if name != "status_day"} | told)


def reason_of(word: str | None) -> PaymentReason | None:
    """Return a stored reason as a value."""
    return PaymentReason(word) if word else None


def _columns(state: NewState, key: DataKey) -> dict[str, Any]:
    return {
        "phone_lookup": state.phone_lookup,
        "number_lookup": state.number_lookup,
        "status": state.status.value,
        "reason": state.reason.value if state.reason else None,
        "status_day": state.day,
        "amount": state.amount,
        "fingerprint": state.fingerprint,
        "details": key.seal(DETAILS, state.details),
    }


async def _add_event(tx: Transaction, payment_id: int, state: NewState, now: int) -> None:
    await tx.execute(
        "INSERT INTO payment_event (payment_id, status, reason, day, at) VALUES (?, ?, ?, ?, ?)",
        payment_id,
        state.status.value,
        state.reason.value if state.reason else None,
        state.day,
        now,
    )
