"""Visits: whoever came to a ЦОН, booked or not, from his arrival to the end; each change is also noted for good."""

from collections.abc import Collection
from dataclasses import fields

from bot.domain.reception import VISIT_MOVES, StoredVisit, VisitState
from storage.engine.database import Row, Transaction

_FIELDS = ", ".join(f'"{field.name}"' for field in fields(StoredVisit))
_NEW = ("branch_id", "day", "booking_id", "user_id", "ticket", "service_group", "starts_at", "arrived_at", "state")
_LIVE = "state IN ('waiting', 'called', 'parked')"
_SELECT = f"SELECT {_FIELDS} FROM visit"  # noqa: S608 - own names
# The last condition is the guard: of two operators who chose the same person only one gets him.
_CALL = (
    "UPDATE visit SET state = 'called', \"window\" = ?, operator = ?, operator_name = ?, called_at = ?,"
    " calls = calls + 1, version = version + 1 WHERE id = ? AND state IN ('waiting', 'parked')"
)


async def insert(tx: Transaction, visit: StoredVisit, *, actor: int, now: int) -> int:
    """Store who came (the ``id`` is ignored); return the id."""
    visit_id = await tx.insert(
        f"INSERT INTO visit ({', '.join(_NEW)}) VALUES ({', '.join('?' for _ in _NEW)})",  # noqa: S608
        *(getattr(visit, name) for name in _NEW),
    )
    await _note(tx, visit_id, "arrived", actor, now)
    return visit_id


async def get(tx: Transaction, visit_id: int) -> StoredVisit | None:
    """Return one visit."""
    return _stored(await tx.one(f"{_SELECT} WHERE id = ?", visit_id))


async def by_ticket(tx: Transaction, branch_id: int, day: str, ticket: str) -> StoredVisit | None:
    """Return the visit with this ticket."""
    return _stored(await tx.one(f"{_SELECT} WHERE branch_id = ? AND day = ? AND ticket = ?", branch_id, day, ticket))


async def of_booking(tx: Transaction, booking_id: int) -> StoredVisit | None:
    """Return the visit of a booking."""
    return _stored(await tx.one(f"{_SELECT} WHERE booking_id = ?", booking_id))


async def of_user(tx: Transaction, branch_id: int, day: str, user_id: int) -> list[StoredVisit]:
    """Return the live visits of a citizen at a branch."""
    rows = await tx.all(
        f"{_SELECT} WHERE branch_id = ? AND day = ? AND user_id = ? AND {_LIVE}", branch_id, day, user_id
    )
    return [StoredVisit(**row) for row in rows]


async def live(tx: Transaction, branch_id: int, day: str) -> list[StoredVisit]:
    """Return who is there: waiting, called and put aside."""
    rows = await tx.all(f"{_SELECT} WHERE branch_id = ? AND day = ? AND {_LIVE} ORDER BY id", branch_id, day)
    return [StoredVisit(**row) for row in rows]


async def of_day(tx: Transaction, branch_id: int, day: str) -> list[StoredVisit]:
    """Return everybody who came on a day."""
    rows = await tx.all(f"{_SELECT} WHERE branch_id = ? AND day = ? ORDER BY arrived_at, id", branch_id, day)
    return [StoredVisit(**row) for row in rows]


async def since(tx: Transaction, branch_id: int, day: str) -> list[StoredVisit]:
    """Return who was served from a day on."""
    rows = await tx.all(
        f"{_SELECT} WHERE branch_id = ? AND day >= ? AND state = 'served' ORDER BY arrived_at", branch_id, day
    )
    return [StoredVisit(**row) for row in rows]


async def live_places(tx: Transaction) -> list[tuple[int, str]]:
    """Return the branches and days at which somebody is in the line."""
    rows = await tx.all(f"SELECT DISTINCT branch_id, day FROM visit WHERE {_LIVE}")  # noqa: S608
    return [(row["branch_id"], row["day"]) for row in rows]


async def left_over(tx: Transaction, before_day: str, limit: int) -> list[StoredVisit]:
    """Return live visits of days before this one."""
    rows = await tx.all(f"{_SELECT} WHERE {_LIVE} AND day < ? ORDER BY id LIMIT ?", before_day, limit)
    return [StoredVisit(**row) for row in rows]


async def at_window(tx: Transaction, branch_id: int, operator: int) -> StoredVisit | None:
    """Return whom this operator has called."""
    return _stored(
        await tx.one(f"{_SELECT} WHERE branch_id = ? AND operator = ? AND state = 'called'", branch_id, operator)
    )


async def call(tx: Transaction, visit_id: int, *, window: int, operator: int, name: str, now: int) -> bool:
    """Call somebody who waits or was put aside to a window; False when another operator has him."""
    called = await tx.execute(_CALL, window, operator, name, now, visit_id)
    if called:
        await _note(tx, visit_id, "called", operator, now)
    return bool(called)


async def call_again(tx: Transaction, visit_id: int, *, most: int, actor: int, now: int) -> bool:
    """Count one more call of who was called already; False once it was ``most``."""
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
    sources = [state.value for state, targets in VISIT_MOVES.items() if to in targets]
    ended = None if VISIT_MOVES[to] else now
    changed = await tx.execute(
        "UPDATE visit SET state = ?, ended_at = ?, version = version + 1"  # noqa: S608
        f" WHERE id = ? AND state IN ({', '.join('?' for _ in sources)})",
        to.value,
        ended,
        visit_id,
        *sources,
    )
    if changed:
        await _note(tx, visit_id, to.value, actor, now)
    return bool(changed)


async def told(tx: Transaction, visit_id: int, words: str, now: int) -> None:
    """Note what the citizen is being told."""
    await tx.execute("UPDATE visit SET told = ?, told_at = ? WHERE id = ?", words, now, visit_id)


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
    """Return those of them who wait to be called."""
    return [visit for visit in visits if visit.state == VisitState.WAITING]


async def _note(tx: Transaction, visit_id: int, event: str, actor: int | None, now: int) -> None:
    await tx.execute(
        'INSERT INTO visit_event (visit_id, type, state, "window", actor, at)'
        ' SELECT id, ?, state, "window", ?, ? FROM visit WHERE id = ?',
        event,
        actor,
        now,
        visit_id,
    )


def _stored(row: Row | None) -> StoredVisit | None:
    return StoredVisit(**row) if row else None
