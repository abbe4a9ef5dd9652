"""Which staff chat serves a case."""

from dataclasses import dataclass

from bot.domain.cases.states import DECIDED_STATES, LIVE_CASE_STATES, UNDER_CONSIDERATION, CaseState
from storage.engine.database import Transaction
from storage.engine.sql import in_list

_ID = "SELECT id, submitted_at FROM application"
_LIVE = f"state IN {in_list(UNDER_CONSIDERATION)}"
_DECIDED = f"state IN {in_list(DECIDED_STATES)}"
_UNSERVED = "(staff_chat IS NULL OR staff_chat NOT IN (SELECT chat_id FROM staff_chat WHERE unbound_at IS NULL))"


@dataclass(frozen=True, slots=True)
class Route:
    """What decides where a case goes, and where it is."""

    service: str
    region: str | None
    staff_chat: int | None


async def route_of(tx: Transaction, application_id: int) -> Route | None:
    """Return what decides where the case goes."""
    row = await tx.one("SELECT service, region, staff_chat FROM application WHERE id = ?", application_id)
    return Route(**row) if row else None


async def served(tx: Transaction, application_id: int) -> tuple[int, int] | None:
    """Return the chat that serves the case, and the case's version; None when none does."""
    row = await tx.one(
        "SELECT staff_chat, version FROM application WHERE id = ? AND staff_chat IS NOT NULL", application_id
    )
    return (row["staff_chat"], row["version"]) if row else None


async def set_chat(tx: Transaction, application_id: int, chat_id: int | None) -> None:
    """Let this chat (None: no chat) serve the case, with no owner."""
    await tx.execute(
        "UPDATE application SET staff_chat = ?, owner = NULL, owner_name = NULL, version = version + 1 WHERE id = ?",
        chat_id,
        application_id,
    )


async def without_chat(tx: Transaction) -> list[int]:
    """Return the live cases that no bound chat serves, and the decided ones that wait for one, the oldest first."""
    rows = await tx.all(
        f"{_ID} WHERE {_LIVE} AND code IS NOT NULL AND {_UNSERVED}"
        f" UNION {_ID} WHERE {_DECIDED} AND code IS NOT NULL AND staff_chat IS NULL ORDER BY submitted_at"
    )
    return [row["id"] for row in rows]


async def follow_chat(tx: Transaction, old_chat: int, new_chat: int) -> list[int]:
    """Move the cases of a group to its new id, to be shown there anew; return those that are not decided."""
    await tx.execute(
        "UPDATE case_topic SET chat_id = ?, thread_id = NULL, card_message_id = NULL WHERE chat_id = ?",
        new_chat,
        old_chat,
    )
    followed = await tx.all(
        "UPDATE application SET staff_chat = ?, version = version + 1 WHERE staff_chat = ? RETURNING id, state",
        new_chat,
        old_chat,
    )
    return [row["id"] for row in followed if CaseState(row["state"]) in LIVE_CASE_STATES]
