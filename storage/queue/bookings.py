"""Bookings of the ЦОН queue: one row keeps its number through every move, its version grows.

Each change is also noted in ``booking_event``, which takes neither changes nor deletions: the last note of a booking
says what its row says (invariant 21).
"""

from dataclasses import fields

from bot.domain.queue.bookings import BOOKING_MOVES, LIVE_STATES, MOVABLE_STATES, BookingState, StoredBooking
from storage.engine.database import Row, Transaction
from storage.engine.sql import in_list, in_sources, in_states

_FIELDS = ", ".join(field.name for field in fields(StoredBooking))
_NEW = tuple(field.name for field in fields(StoredBooking) if field.name not in ("id", "coming_at", "closure_id"))
_LIVE = in_list(LIVE_STATES)
_MOVE = in_states(
    "UPDATE booking SET branch_id = ?, day = ?, starts_at = ?, ticket = ?, state = 'active', coming_at = NULL,"
    " closure_id = NULL, version = version + 1 WHERE id = ? AND version = ?",
    MOVABLE_STATES,
)
_CHANGE = "UPDATE booking SET state = ?, cancel_reason = ?, ended_at = ?, version = version + 1 WHERE id = ?"
_NOTE = (
    "INSERT INTO booking_event (booking_id, type, state, branch_id, starts_at, version, actor, at)"
    " SELECT id, ?, state, branch_id, starts_at, version, ?, ? FROM booking WHERE id = ?"
)


async def insert(tx: Transaction, booking: StoredBooking, now: int) -> int:
    """Store a new booking (its ``id`` is ignored); return the id."""
    booking_id = await tx.insert(
        f"INSERT INTO booking ({', '.join(_NEW)}, created_at) VALUES ({', '.join('?' for _ in _NEW)}, ?)",
        *(getattr(booking, name) for name in _NEW),
        now,
    )
    await _note(tx, booking_id, "booked", booking.made_by, now)
    return booking_id


async def get(tx: Transaction, booking_id: int) -> StoredBooking | None:
    """Return the booking with this id."""
    return _found(await tx.one(f"SELECT {_FIELDS} FROM booking WHERE id = ?", booking_id))


async def by_number(tx: Transaction, number: str) -> StoredBooking | None:
    """Return the booking whose link this is."""
    return _found(await tx.one(f"SELECT {_FIELDS} FROM booking WHERE number = ?", number))


async def by_ticket(tx: Transaction, branch_id: int, day: str, ticket: str) -> StoredBooking | None:
    """Return the booking of a branch and day with this ticket."""
    return _found(
        await tx.one(
            f"SELECT {_FIELDS} FROM booking WHERE branch_id = ? AND day = ? AND ticket = ?",
            branch_id,
            day,
            ticket,
        )
    )


async def of_day(tx: Transaction, branch_id: int, day: str) -> list[StoredBooking]:
    """Return every booking of a branch and day, cancelled ones too, by time."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM booking WHERE branch_id = ? AND day = ? ORDER BY starts_at, id",
        branch_id,
        day,
    )
    return [_stored(row) for row in rows]


async def active_between(tx: Transaction, branch_id: int, start: int, end: int) -> list[StoredBooking]:
    """Return the active bookings of a branch that start from ``start`` on and before ``end``, by time."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM booking WHERE branch_id = ? AND starts_at >= ? AND starts_at < ?"
        " AND state = 'active' ORDER BY starts_at, id",
        branch_id,
        start,
        end,
    )
    return [_stored(row) for row in rows]


async def at_door(tx: Transaction, user_id: int, day: str) -> list[StoredBooking]:
    """Return what this Telegram user still has to come to from a day on, the nearest first."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM booking WHERE made_by = ? AND state IN {_LIVE} AND day >= ? ORDER BY starts_at",
        user_id,
        day,
    )
    return [_stored(row) for row in rows]


async def left_active(tx: Transaction, before_day: str) -> list[int]:
    """Return active bookings of days before this one."""
    rows = await tx.all(
        "SELECT id FROM booking WHERE state IN ('active', 'checked_in') AND state = 'active' AND day < ?"
        " ORDER BY starts_at",
        before_day,
    )
    return [row["id"] for row in rows]


async def displaced(tx: Transaction) -> list[StoredBooking]:
    """Return every booking whose place is closed at its time, the earliest first."""
    rows = await tx.all(f"SELECT {_FIELDS} FROM booking WHERE state = 'displaced' ORDER BY starts_at, id")
    return [_stored(row) for row in rows]


async def coming_of(tx: Transaction, user_id: int, now: int) -> list[StoredBooking]:
    """Return the visits this Telegram user arranged that are still to come, the nearest first.

    One that was displaced stays until it got a new time or was given up, whatever its old time.
    """
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM booking WHERE made_by = ? AND state IN {_LIVE}"
        " AND (state = 'displaced' OR starts_at + minutes * 60 > ?) ORDER BY starts_at",
        user_id,
        now,
    )
    return [_stored(row) for row in rows]


async def latest_of(tx: Transaction, user_id: int) -> StoredBooking | None:
    """Return what this Telegram user booked last, whatever became of it."""
    sql = f"SELECT {_FIELDS} FROM booking WHERE made_by = ? ORDER BY id DESC LIMIT 1"
    return _found(await tx.one(sql, user_id))


async def others_of(tx: Transaction, user_id: int, limit: int) -> list[tuple[int, str]]:
    """Return the other people this Telegram user booked for (id, stated relation), the latest first."""
    rows = await tx.all(
        "SELECT person_id, relation, max(id) AS last FROM booking WHERE made_by = ? AND relation <> 'self'"
        " GROUP BY person_id ORDER BY last DESC LIMIT ?",
        user_id,
        limit,
    )
    return [(row["person_id"], row["relation"]) for row in rows]


async def coming_for(tx: Transaction, person_id: int, now: int) -> list[StoredBooking]:
    """Return the person's live bookings that are still to come, whoever made them."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM booking WHERE person_id = ? AND state IN {_LIVE}"
        " AND (state = 'displaced' OR starts_at + minutes * 60 > ?)",
        person_id,
        now,
    )
    return [_stored(row) for row in rows]


async def tickets(tx: Transaction, branch_id: int, day: str) -> set[str]:
    """Return the ticket numbers given out at a branch for a day, to those who booked and to those who walked in."""
    rows = await tx.all(
        "SELECT ticket FROM booking WHERE branch_id = ? AND day = ?"
        " UNION SELECT ticket FROM visit WHERE branch_id = ? AND day = ?",
        *(branch_id, day) * 2,
    )
    return {row["ticket"] for row in rows}


async def move(
    tx: Transaction, booking: StoredBooking, *, branch_id: int, day: str, starts_at: int, ticket: str, now: int
) -> bool:
    """Give the booking another time and place and the next version; False when it is no longer as it was read."""
    moved = await tx.execute(
        _MOVE,
        branch_id,
        day,
        starts_at,
        ticket,
        booking.id,
        booking.version,
    )
    if moved:
        await _note(tx, booking.id, "moved", booking.made_by, now)
    return bool(moved)


async def change(
    tx: Transaction, booking_id: int, to: BookingState, *, now: int, actor: int | None = None, reason: str | None = None
) -> bool:
    """Bring a booking into another state when that is legal (``BOOKING_MOVES``), else return False.

    ``reason`` is why it was cancelled.
    """
    ended = None if to in LIVE_STATES else now
    changed = await tx.execute(in_sources(_CHANGE, BOOKING_MOVES, to), to.value, reason, ended, booking_id)
    if changed:
        await _note(tx, booking_id, to.value, actor, now)
    return bool(changed)


async def set_closure(tx: Transaction, booking_id: int, closure_id: int | None) -> None:
    """Note which closure displaced a booking."""
    await tx.execute("UPDATE booking SET closure_id = ? WHERE id = ?", closure_id, booking_id)


async def say_coming(tx: Transaction, booking_id: int, now: int) -> None:
    """Note that the owner said they come."""
    await tx.execute("UPDATE booking SET coming_at = ? WHERE id = ? AND state = 'active'", now, booking_id)


async def _note(tx: Transaction, booking_id: int, event: str, actor: int | None, now: int) -> None:
    await tx.execute(_NOTE, event, actor, now, booking_id)


def _found(row: Row | None) -> StoredBooking | None:
    return _stored(row) if row else None


def _stored(row: Row) -> StoredBooking:
    return StoredBooking(**{**row, "state": BookingState(row["state"])})
