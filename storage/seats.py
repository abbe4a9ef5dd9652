"""Seats: one row each, so that a place in the queue has at most one claim (feature-anchors.md §4, invariant 1).

A hold that has run out is free at the moment somebody looks: nothing has to sweep it first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction

# May be taken now (one place: now).
_FREE = "(state = 'free' OR (state = 'held' AND hold_until <= ?))"
_TAKE = (
    "UPDATE seat SET state = 'held', holder = ?, hold_until = ? WHERE id = (SELECT id FROM seat"  # noqa: S608
    f" WHERE branch_id = ? AND service_group = ? AND starts_at = ? AND {_FREE} ORDER BY no LIMIT 1)"
    f" AND {_FREE} RETURNING id"
)
_CLAIM = (
    "UPDATE seat SET state = 'booked', booking_id = ?, holder = NULL, hold_until = NULL"
    " WHERE id = ? AND state = 'held' AND holder = ? AND hold_until > ?"
)


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat somebody is about to book; ``hold_until`` may have passed."""

    id: int
    branch_id: int
    service_group: str
    day: str
    starts_at: int
    hold_until: int


async def ensure(
    tx: Transaction, branch_id: int, service_group: str, day: str, starts: Sequence[int], count: int
) -> None:
    """Make the rows of a day that are not there yet: ``count`` seats at each start."""
    row = await tx.one(
        "SELECT count(*) AS there FROM seat WHERE branch_id = ? AND service_group = ? AND day = ?",
        branch_id,
        service_group,
        day,
    )
    if row and row["there"] >= len(starts) * count:
        return
    await tx.many(
        "INSERT OR IGNORE INTO seat (branch_id, service_group, day, starts_at, no, state)"
        " VALUES (?, ?, ?, ?, ?, 'free')",
        [(branch_id, service_group, day, start, no) for start in starts for no in range(1, count + 1)],
    )


async def taken(tx: Transaction, branch_id: int, service_group: str, days: tuple[str, str], now: int) -> dict[int, int]:
    """Return how many seats are not free at each start of the days from the first to the last."""
    rows = await tx.all(
        "SELECT starts_at, count(*) AS taken FROM seat WHERE branch_id = ? AND service_group = ?"  # noqa: S608
        f" AND day BETWEEN ? AND ? AND NOT {_FREE} GROUP BY starts_at",
        branch_id,
        service_group,
        *days,
        now,
    )
    return {row["starts_at"]: row["taken"] for row in rows}


async def take(
    tx: Transaction, branch_id: int, service_group: str, starts_at: int, *, holder: int, until: int, now: int
) -> int | None:
    """Hold a free seat at this time until ``until``; return its id, or None when there is none."""
    row = await tx.one(_TAKE, holder, until, branch_id, service_group, starts_at, now, now)
    return row["id"] if row else None


async def held_by(tx: Transaction, holder: int) -> HeldSeat | None:
    """Return the seat this person holds or held last, unless somebody else has it by now."""
    row = await tx.one(
        "SELECT id, branch_id, service_group, day, starts_at, hold_until FROM seat"
        " WHERE holder = ? AND state = 'held' ORDER BY hold_until DESC LIMIT 1",
        holder,
    )
    return HeldSeat(**row) if row else None


async def claim(tx: Transaction, seat_id: int, *, holder: int, booking_id: int, now: int) -> bool:
    """Turn a hold into a booked seat; False when it ran out or is another's."""
    return bool(await tx.execute(_CLAIM, booking_id, seat_id, holder, now))


async def release_holds(tx: Transaction, holder: int) -> None:
    """Free whatever this person holds."""
    await tx.execute(
        "UPDATE seat SET state = 'free', holder = NULL, hold_until = NULL WHERE holder = ? AND state = 'held'", holder
    )


async def release_booked(tx: Transaction, booking_id: int) -> None:
    """Free the seat of a booking that moved or was cancelled."""
    await tx.execute("UPDATE seat SET state = 'free', booking_id = NULL WHERE booking_id = ?", booking_id)
