"""Visits: whoever came to a ЦОН, booked or not, from their arrival to the end; each change is also noted for good."""

from collections.abc import Collection
from dataclasses import fields

from bot.domain.reception import LIVE_VISITS, VISIT_MOVES, StoredVisit, VisitState
from storage.engine.database import Row, Transaction
from storage.engine.sql import in_list, in_sources
from storage.engine.statements import Statement

_FIELDS = ", ".join(f'"{field.name}"' for field in fields(StoredVisit))
_NEW = ("branch_id", "day", "booking_id", "user_id", "ticket", "service_group", "starts_at", "arrived_at", "state")
_LIVE = f"state IN {in_list(LIVE_VISITS)}"
_SELECT = f"SELECT {_FIELDS} FROM visit"
# The last condition is the guard: of two operators who chose the same person only one gets them.
_CALL = in_sources(
    "UPDATE visit SET state = 'called', \"window\" = ?, operator = ?, operator_name = ?, called_at = ?,"
    " calls = calls + 1, version = version + 1 WHERE id = ?",
    VISIT_MOVES,
    VisitState.CALLED,
)
_CHANGE = "UPDATE visit SET state = ?, ended_at = ?, version = version + 1 WHERE id = ?"


async def insert(tx: Transaction, visit: StoredVisit, *, actor: int, now: int) -> int:
    """Store who came (the ``id`` is ignored); return the id."""
    visit_id = await tx.insert(
        f"INSERT INTO visit ({', '.join(_NEW)}) VALUES ({', '.join('?' for _ in _NEW)})",
        *(getattr(visit, name) for name in _NEW),
    )
    await _note(tx, visit_id, "arrived", actor, now)
    return visit_id


async def get(tx: Transaction, visit_id: int) -> StoredVisit | None:
    """Return the visit with this id."""
    return _found(await tx.one(f"{_SELECT} WHERE id = ?", visit_id))


async def by_ticket(tx: Transaction, branch_id: int, day: str, ticket: str) -> StoredVisit | None:
    """Return the visit with this ticket."""
    return _found(await tx.one(f"{_SELECT} WHERE branch_id = ? AND day = ? AND ticket = ?", branch_id, day, ticket))


async def of_booking(tx: Transaction, booking_id: int) -> StoredVisit | None:
    """Return the visit of a booking."""
    return _found(await tx.one(f"{_SELECT} WHERE booking_id = ?", booking_id))


async def of_user(tx: Transaction, branch_id: int, day: str, user_id: int) -> list[StoredVisit]:
    """Return the live visits of a citizen at a branch."""
    rows = await tx.all(
        f"{_SELECT} WHERE branch_id = ? AND day = ? AND user_id = ? AND {_LIVE}", branch_id, day, user_id
    )
    return [_stored(row) for row in rows]


async def of_day(tx: Transaction, branch_id: int, day: str) -> list[StoredVisit]:
    """Return everybody who came on a day."""
    rows = await tx.all(f"{_SELECT} WHERE branch_id = ? AND day = ? ORDER BY arrived_at, id", branch_id, day)
    return [_stored(row) for row in rows]


async def since(tx: Transaction, branch_id: int, day: str) -> list[StoredVisit]:
    """Return who was served from a day on."""
    rows = await tx.all(
        f"{_SELECT} WHERE branch_id = ? AND day >= ? AND state = 'served' ORDER BY arrived_at", branch_id, day
    )
    return [_stored(row) for row in rows]


async def live_places(tx: Transaction) -> list[int]:
    """Return the branches at which somebody is in the line."""
    rows = await tx.all(f"SELECT DISTINCT branch_id FROM visit WHERE {_LIVE} ORDER BY branch_id")
    return [row["branch_id"] for row in rows]


async def left_over(tx: Transaction, before_day: str) -> list[int]:
    """Return live visits of days before this one."""
    rows = await tx.all(f"SELECT id FROM visit WHERE {_LIVE} AND day < ? ORDER BY +id", before_day)
    return [row["id"] for row in rows]


async def at_counter(tx: Transaction, branch_id: int, operator: int) -> StoredVisit | None:
    """Return whom this operator has called."""
    return _found(
        await tx.one(f"{_SELECT} WHERE branch_id = ? AND operator = ? AND state = 'called'", branch_id, operator)
    )


async def call(tx: Transaction, visit_id: int, *, window: int, operator: int, name: str, now: int) -> bool:
    """Call somebody who waits or was put aside to a counter; False when another operator has them."""
    called = await tx.execute(_CALL, window, operator, name, now, visit_id)
    if called:
        await _note(tx, visit_id, "called", operator, now)
    return bool(called)


async def call_again(tx: Transaction, visit_id: int, *, most: int, actor: int, now: int) -> bool:
    """Count one more call of somebody who was called already; False once it was ``most``."""
    called = await tx.execute(
        "UPDATE visit SET calls = calls + 1, version = version + 1 WHERE id = ? AND state = 'called' AND calls < ?",
        visit_id,
        most,
    )
    if called:
        await _note(tx, visit_id, "recalled", actor, now)
    return bool(called)


async def change(tx: Transaction, visit_id: int, to: VisitState, *, actor: int | None, now: int) -> bool:
    """Bring a visit into another state when that is legal (``VISIT_MOVES``), else return False."""
    ended = None if to in LIVE_VISITS else now
    changed = await tx.execute(in_sources(_CHANGE, VISIT_MOVES, to), to.value, ended, visit_id)
    if changed:
        await _note(tx, visit_id, to.value, actor, now)
    return bool(changed)


async def told(tx: Transaction, visit_id: int, words: str, now: int) -> None:
    """Note what the citizen is being told."""
    await tx.execute("UPDATE visit SET told = ?, told_at = ? WHERE id = ?", words, now, visit_id)


def placed(visit_id: int, message_id: int) -> Statement:
    """Return the statement by which this is the citizen's live message."""
    return "UPDATE visit SET message_id = ? WHERE id = ?", (message_id, visit_id)


async def calls_of_day(tx: Transaction, branch_id: int, day: str) -> tuple[int, int]:
    """Return how many people without booking, and how many in all, were called on a day."""
    row = await tx.one(
        "SELECT coalesce(sum(booking_id IS NULL), 0) AS walk_ins, count(*) AS calls FROM visit"
        " WHERE branch_id = ? AND day = ? AND calls > 0",
        branch_id,
        day,
    )
    return (row["walk_ins"], row["calls"]) if row else (0, 0)


def waiting(visits: Collection[StoredVisit]) -> list[StoredVisit]:
    """Return those of these visits that wait to be called."""
    return [visit for visit in visits if visit.state is VisitState.WAITING]


async def _note(tx: Transaction, visit_id: int, event: str, actor: int | None, now: int) -> None:
    await tx.execute(
        'INSERT INTO visit_event (visit_id, type, state, "window", actor, at)'
        ' SELECT id, ?, state, "window", ?, ? FROM visit WHERE id = ?',
        event,
        actor,
        now,
        visit_id,
    )


def _found(row: Row | None) -> StoredVisit | None:
    return _stored(row) if row else None


def _stored(row: Row) -> StoredVisit:
    return StoredVisit(**{**row, "state": VisitState(row["state"])})
