"""People an assistant files for: name and recorded consent, each under a key of its own."""

from collections.abc import Sequence

from bot.domain.assistants import GONE, Client, Consent
from bot.domain.cases.states import UNDER_CONSIDERATION
from storage.engine.database import Row, Transaction
from storage.engine.encryption import DataKey, Encryption, destroy_key
from storage.engine.sql import in_list

_DETAILS = "client.details"
_HEAD = "SELECT id, data_key_id, assistant_id, details, consent_version, language, consent_at, consent_file FROM client"
_CODE = "SELECT code FROM application"
_LIVE = f"state IN {in_list(UNDER_CONSIDERATION)}"


async def add(tx: Transaction, assistant_id: int, key: DataKey, name: str, consent: Consent) -> int:
    """Keep a person with consent; return the id."""
    return await tx.insert(
        "INSERT INTO client (data_key_id, assistant_id, details, consent_version, language, consent_at, consent_file)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        key.id,
        assistant_id,
        key.seal(_DETAILS, {"name": name, "phone": consent.phone}),
        consent.version,
        consent.language,
        consent.at,
        consent.file,
    )


async def find(tx: Transaction, encryption: Encryption, client_id: int, assistant_id: int) -> Client | None:
    """Return one of the assistant's clients; None for anybody else's."""
    row = await tx.one(f"{_HEAD} WHERE id = ? AND assistant_id = ?", client_id, assistant_id)
    return await _opened(tx, encryption, row) if row else None


async def of_assistant(tx: Transaction, encryption: Encryption, assistant_id: int) -> list[Client]:
    """Return everybody the assistant files for, in the order of consent."""
    rows = await tx.all(f"{_HEAD} WHERE assistant_id = ? ORDER BY id", assistant_id)
    return [await _opened(tx, encryption, row) for row in rows]


async def erase(tx: Transaction, clients: Sequence[Client], now: int) -> list[str]:
    """Remove people with their keys; cases submitted for them stay, as of somebody ``GONE``; return files to remove."""
    for client in clients:
        await tx.execute("UPDATE assistant SET client_id = NULL WHERE client_id = ?", client.id)
        await tx.execute("UPDATE application SET client_id = ? WHERE client_id = ?", GONE, client.id)
        await tx.execute("DELETE FROM client WHERE id = ?", client.id)
        await destroy_key(tx, client.key.id, now)
    return [client.consent.file for client in clients if client.consent.file]


async def live_case(tx: Transaction, client_id: int) -> str | None:
    """Return the code of a case of this person's that is under consideration."""
    row = await tx.one(f"{_CODE} WHERE client_id = ? AND {_LIVE} LIMIT 1", client_id)
    return row["code"] if row else None


async def live_cases(tx: Transaction, assistant_id: int, chat_id: int) -> list[str]:
    """Return the codes of cases an assistant leads in a staff chat that are under consideration, the oldest first."""
    of = "made_by = ? AND client_id IS NOT NULL AND staff_chat = ?"
    rows = await tx.all(f"{_CODE} WHERE {of} AND {_LIVE} ORDER BY id", assistant_id, chat_id)
    return [row["code"] for row in rows]


async def _opened(tx: Transaction, encryption: Encryption, row: Row) -> Client:
    key = await encryption.key(tx, row["data_key_id"])
    details: dict[str, str | None] = key.open(_DETAILS, row["details"])
    consent = Consent(row["consent_version"], row["language"], row["consent_at"], details["phone"], row["consent_file"])
    return Client(row["id"], key, row["assistant_id"], str(details["name"]), consent)
