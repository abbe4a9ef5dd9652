"""Persons by ИИН: whom a booking or an application is for, whoever sends it."""

from collections.abc import Sequence
from typing import Any

from bot.domain.cases.case import AID
from bot.domain.people.consents import Purpose
from storage.engine.database import Transaction
from storage.engine.encryption import DataKey, Encryption, destroy_key
from storage.privacy.consents import LIVE

_PURPOSE = "person.details"
_QUEUE = f"'{Purpose.QUEUE}'"
_APPLYING = f"CASE service WHEN '{AID}' THEN '{Purpose.ASSISTANCE}' ELSE '{Purpose.SERVICES}' END"


def _agreed(whose: str, purpose: str) -> str:
    return f"EXISTS (SELECT 1 FROM consent WHERE consent.user_id = {whose} AND purpose IN ({purpose}) AND {LIVE})"


_UNNEEDED = (
    "details <> x''"
    " AND NOT EXISTS (SELECT 1 FROM booking WHERE person_id = person.id AND (state IN"
    f" ('active', 'displaced', 'checked_in') OR {_agreed('made_by', _QUEUE)}))"
    " AND NOT EXISTS (SELECT 1 FROM waiting WHERE person_id = person.id AND (state = 'waiting'"
    f" OR {_agreed('waiting.user_id', _QUEUE)}))"
    " AND NOT EXISTS (SELECT 1 FROM application WHERE person_id = person.id AND (state <> 'withdrawn'"
    f" OR {_agreed('made_by', _APPLYING)}))"
    " AND NOT EXISTS (SELECT 1 FROM payment_application WHERE person_id = person.id)"
)
"""A person still known by number, whom neither something under way, nor a decided application, nor anything made by
somebody whose consent to it is in force refers to."""


async def ensure_person(tx: Transaction, encryption: Encryption, iin: str, now: int) -> tuple[int, DataKey]:
    """Return the person's id and data key; a new ИИН makes a person with a key of their own."""
    lookup = encryption.lookup("iin", iin)
    known = await tx.one("SELECT id, data_key_id FROM person WHERE iin_lookup = ?", lookup)
    if known is not None:
        return known["id"], await encryption.key(tx, known["data_key_id"])
    key = await encryption.new_key(tx, now)
    person_id = await tx.insert(
        "INSERT INTO person (data_key_id, iin_lookup, details, created_at) VALUES (?, ?, ?, ?)",
        key.id,
        lookup,
        key.seal(_PURPOSE, {"iin": iin}),
        now,
    )
    return person_id, key


async def details(tx: Transaction, encryption: Encryption, person_id: int) -> dict[str, Any]:
    """Return what is kept of a person: ``iin`` at least. Raises DataKeyDestroyedError when they were erased."""
    row = await tx.one("SELECT data_key_id, details FROM person WHERE id = ?", person_id)
    if row is None:
        raise LookupError(person_id)
    kept: dict[str, Any] = (await encryption.key(tx, row["data_key_id"])).open(_PURPOSE, row["details"])
    return kept


async def lookup_of(tx: Transaction, person_id: int) -> str | None:
    """Return the hash by which the person is found; None for one that was erased."""
    row = await tx.one("SELECT iin_lookup FROM person WHERE id = ? AND details <> x''", person_id)
    return row["iin_lookup"] if row else None


async def is_kept(tx: Transaction, person_id: int) -> bool:
    """Tell whether the person's number can still be read."""
    return await tx.one("SELECT 1 AS yes FROM person WHERE id = ? AND details <> x''", person_id) is not None


async def named_by(tx: Transaction, user_id: int) -> list[int]:
    """Return the persons of everything this Telegram user booked, waited for or applied for."""
    rows = await tx.all(
        "SELECT person_id FROM booking WHERE made_by = ?1 UNION SELECT person_id FROM waiting WHERE user_id = ?1"
        " UNION SELECT person_id FROM application WHERE made_by = ?1 AND person_id IS NOT NULL",
        user_id,
    )
    return [row["person_id"] for row in rows]


async def with_number(tx: Transaction, encryption: Encryption, iin: str) -> list[int]:
    """Return the person with this ИИН, if there is one."""
    return [
        row["id"] for row in await tx.all("SELECT id FROM person WHERE iin_lookup = ?", encryption.lookup("iin", iin))
    ]


async def unneeded(tx: Transaction, first: int, last: int, before: int) -> list[int]:
    """Return those of these ids nothing needs any more; persons only named, from ``before`` on, are left out."""
    rows = await tx.all(
        f"SELECT id FROM person WHERE id BETWEEN ? AND ? AND {_UNNEEDED} AND (created_at < ?"
        " OR EXISTS (SELECT 1 FROM booking WHERE person_id = person.id))",
        first,
        last,
        before,
    )
    return [row["id"] for row in rows]


async def newest(tx: Transaction) -> int:
    """Return the largest id; 0 when there is nobody."""
    row = await tx.one("SELECT coalesce(max(id), 0) AS id FROM person")
    return int(row["id"]) if row else 0


async def erase_unneeded(tx: Transaction, person_ids: Sequence[int], now: int) -> int:
    """Destroy the numbers and keys of those whom nothing needs any more, their look-up hashes too; return how many."""
    erased = 0
    for person_id in person_ids:
        row = await tx.one(f"SELECT data_key_id, iin_lookup FROM person WHERE id = ? AND {_UNNEEDED}", person_id)
        if row is None:
            continue
        await destroy_key(tx, row["data_key_id"], now)
        await tx.execute("DELETE FROM payment_source_answer WHERE iin_lookup = ?", row["iin_lookup"])
        await tx.execute("DELETE FROM iin_proof WHERE person_id = ?", person_id)
        await tx.execute(
            "UPDATE person SET details = x'', iin_lookup = 'erased:' || id WHERE id = ?",
            person_id,
        )
        erased += 1
    return erased
