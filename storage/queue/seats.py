"""Seats: one row each, so that a place in the queue has at most one claim (invariant 1).

A hold that has run out is free at the moment somebody looks: nothing has to sweep it first. A freed seat cools down
(``public_at``) before everybody may take it: until then it is the waiting list's. So does, where somebody waits, the
seat of a hold that ran out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.domain.queue.slots import Hold, SlotRef
from storage.engine.database import Transaction
from storage.queue import waiting_list

PICK = "pick"
"""The purpose of a hold while its booking is being confirmed; other purposes name what keeps the seat."""

# May be taken (two places: until when a freed seat, and since when a hold that ran out, has cooled down).
_FREE = "((state = 'free' AND coalesce(public_at, 0) <= ?) OR (state = 'held' AND hold_until <= ?))"
_NEVER_COOLING = 2**53
_AT = "branch_id = ? AND service_group = ? AND starts_at = ?"
_HOLD = "UPDATE seat SET state = 'held', holder = ?, purpose = ?, hold_until = ?, public_at = NULL"
# The last line keeps to the number of counters, whatever rows an earlier plan left.
_TAKE = (
    f"{_HOLD} WHERE id = (SELECT id FROM seat WHERE {_AT} AND {_FREE} ORDER BY no LIMIT 1) AND {_FREE}"
    f" AND (SELECT count(*) FROM seat WHERE {_AT} AND NOT {_FREE}) < ? RETURNING id"
)
_CLAIM = (
    "UPDATE seat SET state = 'booked', booking_id = ?, holder = NULL, purpose = NULL, hold_until = NULL"
    " WHERE state = 'held' AND holder = ? AND purpose = ? AND hold_until > ?"
)
_FREED = "state = 'free', holder = NULL, purpose = NULL, hold_until = NULL, booking_id = NULL"


@dataclass(frozen=True, slots=True)
class HeldSeats:
    """Consecutive seats kept for somebody from ``starts_at`` on; ``hold_until`` may have passed."""

    branch_id: int
    service_group: str
    day: str
    starts_at: int
    hold_until: int
    count: int
    purpose: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One claim that may still become a booking: the starts of its seats, in order, and the id of the first of them."""

    holder: int
    purpose: str
    service_group: str
    times: tuple[int, ...]
    first_seat: int


_HELD = (
    "SELECT branch_id, service_group, min(day) AS day, min(starts_at) AS starts_at, min(hold_until) AS hold_until,"
    " count(*) AS count, purpose FROM seat WHERE holder = ? AND state = 'held'"
)


async def ensure(
    tx: Transaction, branch_id: int, service_group: str, day: str, seats: Sequence[tuple[int, int]]
) -> None:
    """Make the missing rows: for each start, as many seats as are asked for."""
    await tx.many(
        "INSERT OR IGNORE INTO seat (branch_id, service_group, day, starts_at, no, state)"
        " VALUES (?, ?, ?, ?, ?, 'free')",
        [(branch_id, service_group, day, start, no) for start, count in seats for no in range(1, count + 1)],
    )


async def taken(
    tx: Transaction, branch_id: int, service_group: str, days: tuple[str, str], now: int, *, cooling: int | None
) -> dict[int, int]:
    """Return how many seats are not free at each start of the days from the first to the last.

    ``cooling``: for how many seconds the seat of a hold that ran out is the line's; None looks for the waiting list: a
    cooling seat is free for it.
    """
    free = await _free(tx, branch_id, service_group, now, cooling)
    rows = await tx.all(
        "SELECT starts_at, count(*) AS taken FROM seat WHERE branch_id = ? AND service_group = ?"
        f" AND day BETWEEN ? AND ? AND NOT {_FREE} GROUP BY starts_at",
        branch_id,
        service_group,
        *days,
        *free,
    )
    return {row["starts_at"]: row["taken"] for row in rows}


async def booked_starts(tx: Transaction, branch_id: int, service_group: str, day: str) -> dict[int, int]:
    """Return how many seats are booked at each start of a day."""
    rows = await tx.all(
        "SELECT starts_at, count(*) AS booked FROM seat WHERE branch_id = ? AND service_group = ? AND day = ?"
        " AND state = 'booked' GROUP BY starts_at",
        branch_id,
        service_group,
        day,
    )
    return {row["starts_at"]: row["booked"] for row in rows}


async def take(
    tx: Transaction, slot: SlotRef, hold: Hold, *, capacity: int, now: int, cooling: int | None
) -> int | None:
    """Hold one free seat at the slot's start; return its id, or None when there is none.

    No more than ``capacity`` seats are ever taken at a time. ``cooling`` as in ``taken``: None takes a cooling seat,
    for the waiting list or for those whose visit was displaced.
    """
    at = (slot.branch_id, slot.group, slot.starts_at)
    free = await _free(tx, slot.branch_id, slot.group, now, cooling)
    row = await tx.one(_TAKE, hold.holder, hold.purpose, hold.until, *at, *free, *free, *at, *free, capacity)
    return row["id"] if row else None


async def held_by(tx: Transaction, holder: int, purpose: str = PICK) -> HeldSeats | None:
    """Return the seats this person holds for a purpose or held last, unless somebody else has one by now."""
    row = await tx.one(f"{_HELD} AND purpose = ? GROUP BY purpose", holder, purpose)
    return HeldSeats(**row) if row else None


async def kept_for(tx: Transaction, holder: int, prefix: str) -> list[HeldSeats]:
    """Return what is kept for the person under every purpose that begins so, by time."""
    rows = await tx.all(
        f"{_HELD} AND substr(purpose, 1, length(?)) = ? GROUP BY purpose ORDER BY min(starts_at), purpose",
        holder,
        prefix,
        prefix,
    )
    return [HeldSeats(**row) for row in rows]


async def kept_at(tx: Transaction, branch_id: int, now: int) -> list[Kept]:
    """Return what is kept at a branch for times to come, whatever for; what ends first comes first."""
    rows = await tx.all(
        "SELECT id, holder, purpose, service_group, starts_at FROM seat WHERE branch_id = ? AND state = 'held'"
        " AND hold_until > ? AND starts_at > ? ORDER BY hold_until, holder, purpose, starts_at",
        branch_id,
        now,
        now,
    )
    claims = groupby(rows, key=lambda row: (row["holder"], row["purpose"], row["service_group"]))
    found = [(whose, list(seats)) for whose, seats in claims]
    return [Kept(*whose, tuple(row["starts_at"] for row in seats), seats[0]["id"]) for whose, seats in found]


async def branch_of(tx: Transaction, seat_id: int) -> int | None:
    """Return the branch a seat is at, or None when there is no such seat."""
    row = await tx.one("SELECT branch_id FROM seat WHERE id = ?", seat_id)
    return row["branch_id"] if row else None


async def booked_from(tx: Transaction, branch_id: int, start: int) -> dict[tuple[str, int], int]:
    """Return how many seats of a branch are booked at each time to come, by group of counters and start."""
    rows = await tx.all(
        "SELECT service_group, starts_at, count(*) AS booked FROM seat WHERE branch_id = ? AND state = 'booked'"
        " AND starts_at >= ? GROUP BY service_group, starts_at",
        branch_id,
        start,
    )
    return {(row["service_group"], row["starts_at"]): row["booked"] for row in rows}


async def claim(tx: Transaction, *, holder: int, booking_id: int, count: int, now: int, purpose: str = PICK) -> bool:
    """Turn a hold into booked seats; False when one ran out or is another's: the caller must then undo the rest."""
    return await tx.execute(_CLAIM, booking_id, holder, purpose, now) == count


async def release_holds(tx: Transaction, holder: int, purpose: str = PICK, *, public_at: int | None = None) -> None:
    """Free what this person holds for a purpose; everybody may take it from ``public_at`` on, at once for None."""
    await tx.execute(
        f"UPDATE seat SET {_FREED}, public_at = ? WHERE holder = ? AND purpose = ? AND state = 'held'",
        public_at,
        holder,
        purpose,
    )


async def release_kept(tx: Transaction, holder: int, prefix: str) -> None:
    """Free what is kept for the person under every purpose that begins so."""
    await tx.execute(
        f"UPDATE seat SET {_FREED} WHERE holder = ? AND state = 'held' AND substr(purpose, 1, length(?)) = ?",
        holder,
        prefix,
        prefix,
    )


async def release_booked(tx: Transaction, booking_id: int, public_at: int) -> None:
    """Free the seats of a booking that moved or ended; everybody may take them from ``public_at`` on."""
    await tx.execute(
        f"UPDATE seat SET {_FREED}, public_at = ? WHERE booking_id = ?",
        public_at,
        booking_id,
    )


async def next_lapse(tx: Transaction, branch_id: int, service_group: str, now: int) -> int | None:
    """Return when the next hold at these counters of a branch runs out, or None."""
    row = await tx.one(
        "SELECT min(hold_until) AS at FROM seat WHERE state = 'held' AND hold_until > ? AND branch_id = ?"
        " AND service_group = ?",
        now,
        branch_id,
        service_group,
    )
    return row["at"] if row else None


async def _free(tx: Transaction, branch_id: int, service_group: str, now: int, cooling: int | None) -> tuple[int, int]:
    if cooling is None:
        return (_NEVER_COOLING, now)
    return (now, now - cooling * await waiting_list.anybody(tx, branch_id, service_group))
