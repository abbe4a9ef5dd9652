"""Persons by ИИН: whom a booking or an application is for, whoever sends it."""

from typing import Any

from storage.database import Transaction
from storage.vault import DataKey, Vault

_PURPOSE = "person.details"


async def ensure_person(tx: Transaction, vault: Vault, iin: str, now: int) -> tuple[int, DataKey]:
    """Return the person's id and data key; he is made, with a key of his own, when the ИИН is new."""
    lookup = vault.lookup("iin", iin)
    known = await tx.one("SELECT id, data_key_id FROM person WHERE iin_lookup = ?", lookup)
    if known is not None:
        return known["id"], await vault.key(tx, known["data_key_id"])
    key = await vault.new_key(tx, now)
    person_id = await tx.insert(
        "INSERT INTO person (data_key_id, iin_lookup, details, created_at) VALUES (?, ?, ?, ?)",
        key.id,
        lookup,
        key.seal(_PURPOSE, {"iin": iin}),
        now,
    )
    return person_id, key


async def details(tx: Transaction, vault: Vault, person_id: int) -> dict[str, Any]:
    """Return what is kept of a person: ``iin`` at least. Raises DataKeyDestroyedError when he was erased."""
    row = await tx.one("SELECT data_key_id, details FROM person WHERE id = ?", person_id)
    if row is None:
        raise LookupError(person_id)
    kept: dict[str, Any] = (await vault.key(tx, row["data_key_id"])).open(_PURPOSE, row["details"])
    return kept
