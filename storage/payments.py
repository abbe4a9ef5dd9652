"""The registry of payments: rows found by keyed hashes, their history, and who wants to hear of changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.database import Row, Transaction
from storage.vault import DataKey, Vault

_PURPOSE = "payment.details"


@dataclass(frozen=True, slots=True)
class NewState:
    """What an import says of one payment; ``day`` is a local ISO date, ``amount`` tenge, lookups keyed hashes."""

    programme: str
    iin_lookup: str
    phone_lookup: str | None
    number_lookup: str | None
    status: str
    reason: str | None
    day: str
    amount: int
    fingerprint: str
    details: dict[str, str]


async def by_iin(tx: Transaction, programme: str, iin_lookup: str) -> Row | None:
    """Return the row of this number: its id and the hashes that prove whose it is."""
    return await tx.one(
        "SELECT id, phone_lookup, number_lookup FROM payment WHERE programme = ? AND iin_lookup = ?",
        programme,
        iin_lookup,
    )


async def by_id(tx: Transaction, payment_id: int) -> Row | None:
    """Return a payment's open columns."""
    return await tx.one(
        "SELECT id, data_key_id, programme, iin_lookup, status, reason, status_day, amount, details, version"
        " FROM payment WHERE id = ?",
        payment_id,
    )


async def open_details(tx: Transaction, vault: Vault, row: Row) -> dict[str, str]:
    """Decrypt what the row says of the person (``number``, names, ``iban`` …)."""
    details: dict[str, str] = (await vault.key(tx, row["data_key_id"])).open(_PURPOSE, row["details"])
    return details


async def events(tx: Transaction, payment_id: int) -> list[Row]:
    """Return the payment's statuses as they followed, the first one first."""
    return await tx.all("SELECT status, reason, day FROM payment_event WHERE payment_id = ? ORDER BY id", payment_id)


async def known(tx: Transaction, iin_lookups: Sequence[str]) -> list[Row]:
    """Return the rows of these people, for comparison with an import."""
    places = ", ".join("?" for _ in iin_lookups)
    return await tx.all(
        "SELECT id, data_key_id, programme, iin_lookup, status, reason, status_day, version, fingerprint"  # noqa: S608
        f" FROM payment WHERE iin_lookup IN ({places})",
        *iin_lookups,
    )


async def is_empty(tx: Transaction) -> bool:
    """Tell whether no registry was ever imported."""
    return await tx.one("SELECT 1 AS yes FROM payment LIMIT 1") is None


async def add(tx: Transaction, vault: Vault, state: NewState, now: int) -> int:
    """Store a new payment under a data key of its own; return its id."""
    key = await vault.new_key(tx, now)
    columns = {**_columns(state, key), "programme": state.programme, "iin_lookup": state.iin_lookup}
    names, places = ", ".join(columns), ", ".join("?" for _ in columns)
    payment_id = await tx.insert(
        f"INSERT INTO payment (data_key_id, {names}) VALUES (?, {places})",  # noqa: S608
        key.id,
        *columns.values(),
    )
    await _add_event(tx, payment_id, state, now)
    return payment_id


async def change(tx: Transaction, vault: Vault, row: Row, state: NewState, now: int) -> None:
    """Store what is new about a known payment; a new status, reason or day is a new version and an event."""
    columns = _columns(state, await vault.key(tx, row["data_key_id"]))
    moved = is_moved(row, state)
    sets = ", ".join(f"{name} = ?" for name in columns)
    await tx.execute(
        f"UPDATE payment SET {sets}, version = version + ? WHERE id = ?",  # noqa: S608
        *columns.values(),
        int(moved),
        row["id"],
    )
    if moved:
        await _add_event(tx, row["id"], state, now)


def is_moved(row: Row, state: NewState) -> bool:
    """Tell whether the status, its reason or its day is another than the stored one."""
    return (row["status"], row["reason"], row["status_day"]) != (state.status, state.reason, state.day)


def _columns(state: NewState, key: DataKey) -> dict[str, Any]:
    return {
        "phone_lookup": state.phone_lookup,
        "number_lookup": state.number_lookup,
        "status": state.status,
        "reason": state.reason,
        "status_day": state.day,
        "amount": state.amount,
        "fingerprint": state.fingerprint,
        "details": key.seal(_PURPOSE, state.details),
    }


async def _add_event(tx: Transaction, payment_id: int, state: NewState, now: int) -> None:
    await tx.execute(
        "INSERT INTO payment_event (payment_id, status, reason, day, at) VALUES (?, ?, ?, ?, ?)",
        payment_id,
        state.status,
        state.reason,
        state.day,
        now,
    )
