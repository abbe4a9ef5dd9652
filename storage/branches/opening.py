"""What changes a branch's ordinary opening: special days, closures, the plan of its counters; and who changed what."""

from collections.abc import Sequence
from datetime import date, time

from bot.domain.branches.branches import ServiceGroup
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.changes import BranchChange, StoredClosure
from bot.domain.branches.hours import Closure, DayException
from storage.engine.database import Row, Transaction


async def special_days(tx: Transaction, branch_ids: Sequence[int]) -> dict[int, list[DayException]]:
    """Return the special days of each branch."""
    rows = await tx.all(
        f"SELECT branch_id, day, opens, closes, reason FROM special_day WHERE branch_id IN {_in(branch_ids)}",
        *branch_ids,
    )
    found: dict[int, list[DayException]] = {}
    for row in rows:
        day = DayException(date.fromisoformat(row["day"]), _time(row["opens"]), _time(row["closes"]), row["reason"])
        found.setdefault(row["branch_id"], []).append(day)
    return found


async def put_special_day(tx: Transaction, branch_id: int, day: DayException, made_by: int | None, now: int) -> None:
    """Store the hours of one date; earlier ones for the date are replaced."""
    await tx.execute(
        "INSERT INTO special_day (branch_id, day, opens, closes, reason, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (branch_id, day) DO UPDATE SET opens = excluded.opens, closes = excluded.closes,"
        " reason = excluded.reason, made_by = excluded.made_by, made_at = excluded.made_at",
        branch_id,
        day.day.isoformat(),
        day.opens.isoformat("minutes") if day.opens else None,
        day.closes.isoformat("minutes") if day.closes else None,
        day.reason,
        made_by,
        now,
    )


async def closures(tx: Transaction, branch_ids: Sequence[int], since: int) -> dict[int, list[StoredClosure]]:
    """Return the closures of each branch that were not lifted and end after ``since``, by time."""
    rows = await tx.all(
        "SELECT id, branch_id, starts_at, ends_at, reason FROM closure WHERE lifted_at IS NULL"
        f" AND (ends_at IS NULL OR ends_at > ?) AND branch_id IN {_in(branch_ids)} ORDER BY starts_at",
        since,
        *branch_ids,
    )
    found: dict[int, list[StoredClosure]] = {}
    for row in rows:
        found.setdefault(row["branch_id"], []).append(StoredClosure(**row))
    return found


async def add_closure(
    tx: Transaction, branch_id: int, closure: Closure, *, made_by: int, made_name: str, now: int
) -> int:
    """Store a closure; return its id."""
    return await tx.insert(
        "INSERT INTO closure (branch_id, starts_at, ends_at, reason, made_by, made_name, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        branch_id,
        int(closure.start.timestamp()),
        int(closure.end.timestamp()) if closure.end else None,
        closure.reason,
        made_by,
        made_name,
        now,
    )


async def lift_closure(tx: Transaction, closure_id: int, *, lifted_by: int, now: int) -> bool:
    """End a closure before its time; False when it was lifted before."""
    return bool(
        await tx.execute(
            "UPDATE closure SET lifted_by = ?, lifted_at = ? WHERE id = ? AND lifted_at IS NULL",
            lifted_by,
            now,
            closure_id,
        )
    )


async def reason_of(tx: Transaction, closure_id: int) -> str:
    """Return why a place is closed, as its staff wrote it; nothing where they did not."""
    row = await tx.one("SELECT reason FROM closure WHERE id = ?", closure_id)
    return row["reason"] or "" if row else ""


async def is_lifted(tx: Transaction, closure_id: int) -> bool:
    """Tell whether a closure was lifted."""
    row = await tx.one("SELECT 1 AS yes FROM closure WHERE id = ? AND lifted_at IS NOT NULL", closure_id)
    return row is not None


async def capacity_plans(tx: Transaction, branch_ids: Sequence[int]) -> dict[int, list[CapacityPlan]]:
    """Return the capacity plans of each branch; a later plan comes after the earlier ones it overrides."""
    rows = await tx.all(
        f"SELECT * FROM desk_plan WHERE branch_id IN {_in(branch_ids)} ORDER BY valid_from, id",
        *branch_ids,
    )
    found: dict[int, list[CapacityPlan]] = {}
    for row in rows:
        found.setdefault(row["branch_id"], []).append(_plan(row))
    return found


async def add_capacity_plan(tx: Transaction, branch_id: int, plan: CapacityPlan, made_by: int | None, now: int) -> int:
    """Store a capacity plan; return its id."""
    return await tx.insert(
        "INSERT INTO desk_plan (branch_id, service_group, weekday, opens, closes, desks, walkin_percent, valid_from,"
        " valid_to, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        branch_id,
        plan.group.value,
        plan.weekday,
        plan.opens.isoformat("minutes"),
        plan.closes.isoformat("minutes"),
        plan.desks,
        plan.walkin_percent,
        plan.valid_from.isoformat(),
        None if plan.valid_to == date.max else plan.valid_to.isoformat(),
        made_by,
        now,
    )


async def note_change(tx: Transaction, branch_id: int, change: BranchChange) -> None:
    """Add a line to the branch's history."""
    await tx.execute(
        "INSERT INTO branch_change (branch_id, kind, before, after, made_by, made_name, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        branch_id,
        change.kind,
        change.before,
        change.after,
        change.made_by,
        change.made_name,
        change.at,
    )


async def changes(tx: Transaction, branch_id: int, limit: int) -> list[BranchChange]:
    """Return the branch's latest changes, the newest first."""
    rows = await tx.all(
        "SELECT kind, before, after, made_by, made_name, at FROM branch_change WHERE branch_id = ?"
        " ORDER BY at DESC, id DESC LIMIT ?",
        branch_id,
        limit,
    )
    return [BranchChange(**row) for row in rows]


def _plan(row: Row) -> CapacityPlan:
    return CapacityPlan(
        group=ServiceGroup(row["service_group"]),
        opens=time.fromisoformat(row["opens"]),
        closes=time.fromisoformat(row["closes"]),
        desks=row["desks"],
        walkin_percent=row["walkin_percent"],
        weekday=row["weekday"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max,
    )


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _in(ids: Sequence[int]) -> str:
    return f"({', '.join('?' for _ in ids)})"
