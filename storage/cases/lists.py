"""Lists of a staff chat's cases: one's own, those whose term is over, those found by number or person (product S2)."""

from contextlib import suppress

from bot.domain.cases.case import Case
from bot.domain.cases.states import AWAITING_PERSON, UNDER_CONSIDERATION, CaseState
from bot.domain.sealing import DataKeyDestroyedError
from storage.cases.cases import load
from storage.engine.database import Transaction
from storage.engine.encryption import Encryption
from storage.engine.sql import in_list

LIMIT = 20
_LIVE = f"state IN {in_list(UNDER_CONSIDERATION)}"
_RUNNING = "clock_paused_at IS NULL"
_FREE = f"owner IS NULL AND state <> '{CaseState.SUBMITTED.value}'"
_OF_CHAT = "FROM application WHERE staff_chat = ?3"
_FIGURES = (
    f"count(*) FILTER (WHERE {_FREE}) AS untaken,"
    f" count(*) FILTER (WHERE clock_due >= ?1 AND clock_due < ?2 AND {_RUNNING}) AS due_today,"
    f" count(*) FILTER (WHERE clock_due < ?1 AND {_RUNNING}) AS late,"
    f" count(*) FILTER (WHERE state IN {in_list(AWAITING_PERSON)}) AS waiting"
)


async def owned(tx: Transaction, encryption: Encryption, chat_id: int, owner: int) -> list[Case]:
    """Return the live cases this specialist leads in the chat, the most urgent first."""
    return await _cases(tx, encryption, f"staff_chat = ? AND owner = ? AND {_LIVE}", chat_id, owner)


async def count_free(tx: Transaction, chat_id: int) -> int:
    """Count the chat's live cases that nobody leads."""
    row = await tx.one(
        f"SELECT count(*) AS free FROM application WHERE staff_chat = ? AND {_LIVE} AND {_FREE}", chat_id
    )
    return int(row["free"]) if row else 0


async def overdue(tx: Transaction, encryption: Encryption, chat_id: int, now: int) -> list[Case]:
    """Return the chat's live cases whose running term is over, the longest overdue first."""
    condition = f"staff_chat = ? AND clock_due < ? AND clock_paused_at IS NULL AND {_LIVE}"
    return await _cases(tx, encryption, condition, chat_id, now)


async def by_code(tx: Transaction, encryption: Encryption, chat_id: int, code: str) -> list[Case]:
    """Return the chat's case of this number."""
    return await _cases(tx, encryption, "staff_chat = ? AND code = ?", chat_id, code)


async def by_person(tx: Transaction, encryption: Encryption, chat_id: int, iin_lookup: str) -> list[Case]:
    """Return the chat's cases about the person with this ИИН."""
    condition = "staff_chat = ? AND state != 'draft' AND person_id IN (SELECT id FROM person WHERE iin_lookup = ?)"
    return await _cases(tx, encryption, condition, chat_id, iin_lookup)


async def figures(tx: Transaction, chat_id: int, day_begins: int, day_ends: int) -> dict[str, int]:
    """Count the chat's live cases: ``untaken``, ``due_today``, ``late``, and ``waiting`` for their people."""
    row = await tx.one(f"SELECT {_FIGURES} {_OF_CHAT} AND {_LIVE}", day_begins, day_ends, chat_id)
    return {name: int(count) for name, count in (row or {}).items()}


async def _cases(tx: Transaction, encryption: Encryption, condition: str, *values: object) -> list[Case]:
    rows = await tx.all(
        f"SELECT id FROM application WHERE {condition} ORDER BY clock_due IS NULL, clock_due, id LIMIT {LIMIT + 1}",
        *values,
    )
    found = []
    for row in rows:
        # Of an erased one nothing is left to show.
        with suppress(DataKeyDestroyedError):
            found.append(await load(tx, encryption, row["id"]))
    return found
