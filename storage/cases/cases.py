"""Cases: submitted applications, their one owner, their append-only history (product A6, A7, A12)."""

from collections.abc import Sequence
from typing import Any

from bot.domain.assistants import GONE
from bot.domain.cases.case import Case, CaseSummary, Event
from bot.domain.cases.states import Actor, CaseAction, CaseState
from bot.domain.cases.states import advance as next_state
from bot.domain.errors import Refusal
from storage.engine.database import Transaction
from storage.engine.encryption import DataKey, Encryption

_EVENT = "case_event.payload"
_ANSWERS = "application.answers"
_HEAD = (
    "SELECT id, code, data_key_id, made_by, service, language, state, region, staff_chat, owner, owner_name, version,"
    " created_at, submitted_at, clock_due, clock_paused_at, extended_at, answers, client_id,"
    " client_id IS NULL OR EXISTS (SELECT 1 FROM assistant JOIN client ON client.assistant_id = assistant.user_id"
    " WHERE user_id = made_by AND removed_at IS NULL AND client.id = application.client_id) AS may_act"
    " FROM application"
)


async def load(tx: Transaction, encryption: Encryption, application_id: int) -> Case:
    """Return the case; raises ``Refusal("case-unknown")``."""
    row = await tx.one(f"{_HEAD} WHERE id = ?", application_id)
    if row is None:
        raise Refusal("case-unknown")
    key = await encryption.key(tx, row["data_key_id"])
    answers = key.open(_ANSWERS, row["answers"])
    told = {"code": row["code"] or "", "state": CaseState(row["state"]), "may_act": bool(row["may_act"])}
    return Case(**{**row, **told, "answers": answers})


async def find_id(tx: Transaction, code: str) -> int | None:
    """Return the id of the case with this number."""
    row = await tx.one("SELECT id FROM application WHERE code = ?", code)
    return row["id"] if row else None


async def exists(tx: Transaction, application_id: int) -> bool:
    """Tell whether there is such an application, sent or not."""
    return await tx.one("SELECT 1 AS yes FROM application WHERE id = ?", application_id) is not None


async def of_citizen(tx: Transaction, user_id: int) -> list[CaseSummary]:
    """Return what the person submitted, newest first; nothing an assistant submitted for somebody they let go."""
    rows = await tx.all(
        "SELECT application.id, code, service, state, client_id FROM application"
        " JOIN data_key ON data_key.id = data_key_id"
        " WHERE made_by = ? AND client_id IS NOT ? AND state != 'draft' AND destroyed_at IS NULL"
        " ORDER BY submitted_at DESC",
        user_id,
        GONE,
    )
    return [CaseSummary(**{**row, "state": CaseState(row["state"])}) for row in rows]


async def add_event(
    tx: Transaction,
    encryption: Encryption,
    application_id: int,
    type: str,  # noqa: A002 - the column's name
    by: Actor,
    now: int,
    payload: dict[str, Any] | None = None,
) -> int:
    """Append to the history (nothing can be changed or removed later); return the event's number in the case."""
    row = await tx.one(
        "SELECT data_key_id, (SELECT coalesce(max(seq), 0) + 1 FROM case_event WHERE application_id = application.id)"
        " AS seq FROM application WHERE id = ?",
        application_id,
    )
    if row is None:
        raise Refusal("case-unknown")
    sealed = (await encryption.key(tx, row["data_key_id"])).seal(_EVENT, payload) if payload else None
    await tx.execute(
        "INSERT INTO case_event (application_id, seq, type, actor_role, actor, at, payload)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        application_id,
        row["seq"],
        type,
        by.role.value,
        by.id,
        now,
        sealed,
    )
    seq: int = row["seq"]
    return seq


async def history(tx: Transaction, encryption: Encryption, case: Case) -> list[Event]:
    """Return every event of the case, oldest first."""
    key = await encryption.key(tx, case.data_key_id)
    rows = await tx.all(
        "SELECT seq, type, actor_role, actor, at, payload FROM case_event WHERE application_id = ? ORDER BY seq",
        case.id,
    )
    return [_event(key, row) for row in rows]


async def event(tx: Transaction, encryption: Encryption, case: Case, seq: int) -> Event | None:
    """Return the event of the case with this number."""
    row = await tx.one(
        "SELECT seq, type, actor_role, actor, at, payload FROM case_event WHERE application_id = ? AND seq = ?",
        case.id,
        seq,
    )
    return _event(await encryption.key(tx, case.data_key_id), row) if row else None


async def is_followed_by(tx: Transaction, case: Case, seq: int, types: Sequence[str]) -> bool:
    """Tell whether an event of one of these types came after the event with this number."""
    places = ", ".join("?" for _ in types)
    row = await tx.one(
        f"SELECT 1 AS yes FROM case_event WHERE application_id = ? AND seq > ? AND type IN ({places}) LIMIT 1",
        case.id,
        seq,
        *types,
    )
    return row is not None


async def last_touch(tx: Transaction, case: Case) -> int | None:
    """Return when the owner last did something, or the person's move made it the office's turn, if that was later."""
    row = await tx.one(
        "SELECT max(at) AS at FROM case_event WHERE application_id = ? AND (actor = ? OR type IN (?, ?, ?))",
        case.id,
        case.owner,
        CaseAction.ANSWER,
        CaseAction.AGREE,
        CaseAction.DISAGREE,
    )
    return row["at"] if row else None


def _event(key: DataKey, row: dict[str, Any]) -> Event:
    payload = key.open(_EVENT, row["payload"]) if row["payload"] else {}
    return Event(row["seq"], row["type"], row["actor_role"], row["actor"], row["at"], payload)


async def advance(
    tx: Transaction,
    encryption: Encryption,
    case: Case,
    action: CaseAction,
    *,
    by: Actor,
    now: int,
    needs_plan: bool = True,
    payload: dict[str, Any] | None = None,
    **columns: object,
) -> Case:
    """Make one move of the transition table and write it into the history; ``columns`` change with it.

    Raises ``Refusal``: the table's own (``case-state``, ``case-role``, ``case-plan-first``), and ``case-taken``
    (param ``owner``) or ``case-changed`` when somebody was faster than ``case``'s version.
    """
    state = next_state(case.state, action, by.role, needs_plan=needs_plan)
    await change(tx, case, state=state.value, updated_at=now, **columns)
    await add_event(tx, encryption, case.id, action.value, by, now, payload)
    return await load(tx, encryption, case.id)


async def change(tx: Transaction, case: Case, **columns: object) -> None:
    """Set columns if the case is still as it was loaded; raises ``Refusal`` like ``advance``."""
    places = ", ".join(f"{name} = ?" for name in columns)
    changed = await tx.execute(
        f"UPDATE application SET {places}, version = version + 1 WHERE id = ? AND version = ?",
        *columns.values(),
        case.id,
        case.version,
    )
    if changed:
        return
    row = await tx.one("SELECT owner, owner_name FROM application WHERE id = ?", case.id)
    if row and row["owner"] is not None and row["owner"] != case.owner:
        raise Refusal("case-taken", owner=row["owner_name"] or "")
    raise Refusal("case-changed")
