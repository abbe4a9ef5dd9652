"""Bookings of the ЦОН queue: one row keeps its number through every move, its version grows."""

from dataclasses import dataclass, fields

from storage.database import Row, Transaction


@dataclass(frozen=True, slots=True)
class StoredBooking:
    """A booking as kept. ``number`` is the secret of its link, ``ticket`` what is called out at the branch."""

    id: int
    number: str
    ticket: str
    branch_id: int
    person_id: int
    made_by: int
    service: str
    kind: str
    relation: str
    day: str
    starts_at: int
    minutes: int
    state: str
    version: int


_FIELDS = ", ".join(field.name for field in fields(StoredBooking))


async def insert(tx: Transaction, booking: StoredBooking, now: int) -> int:
    """Store a new booking (its ``id`` is ignored); return the id."""
    return await tx.insert(
        "INSERT INTO booking (number, ticket, branch_id, person_id, made_by, service, kind, relation, day, starts_at,"
        " minutes, state, version, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        booking.number,
        booking.ticket,
        booking.branch_id,
        booking.person_id,
        booking.made_by,
        booking.service,
        booking.kind,
        booking.relation,
        booking.day,
        booking.starts_at,
        booking.minutes,
        booking.state,
        booking.version,
        now,
    )


async def get(tx: Transaction, booking_id: int) -> StoredBooking | None:
    """Return one booking."""
    return _stored(await tx.one(f"SELECT {_FIELDS} FROM booking WHERE id = ?", booking_id))  # noqa: S608


async def by_number(tx: Transaction, number: str) -> StoredBooking | None:
    """Return the booking whose link this is."""
    return _stored(await tx.one(f"SELECT {_FIELDS} FROM booking WHERE number = ?", number))  # noqa: S608


async def coming_of(tx: Transaction, user_id: int, now: int) -> list[StoredBooking]:
    """Return the visits this Telegram user arranged that are still to come, the nearest first."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM booking"  # noqa: S608
        " WHERE made_by = ? AND state = 'active' AND starts_at + minutes * 60 > ? ORDER BY starts_at",
        user_id,
        now,
    )
    return [StoredBooking(**row) for row in rows]


async def coming_for(tx: Transaction, person_id: int, now: int) -> list[StoredBooking]:
    """Return the person's live bookings that are still to come, whoever made them."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM booking WHERE person_id = ? AND starts_at + minutes * 60 > ?"  # noqa: S608
        " AND state IN ('active', 'checked_in', 'called')",
        person_id,
        now,
    )
    return [StoredBooking(**row) for row in rows]


async def tickets(tx: Transaction, branch_id: int, day: str) -> set[str]:
    """Return the ticket numbers given out at a branch for a day."""
    rows = await tx.all("SELECT ticket FROM booking WHERE branch_id = ? AND day = ?", branch_id, day)
    return {row["ticket"] for row in rows}


async def move(tx: Transaction, booking: StoredBooking, *, day: str, starts_at: int, ticket: str) -> bool:
    """Give the booking another time and the next version; False when it is no longer as it was read."""
    return bool(
        await tx.execute(
            "UPDATE booking SET day = ?, starts_at = ?, ticket = ?, version = version + 1"
            " WHERE id = ? AND version = ? AND state = 'active'",
            day,
            starts_at,
            ticket,
            booking.id,
            booking.version,
        )
    )


async def cancel(tx: Transaction, booking_id: int, reason: str, now: int) -> bool:
    """End an active booking; False when it is not active."""
    return bool(
        await tx.execute(
            "UPDATE booking SET state = 'cancelled', cancel_reason = ?, ended_at = ?, version = version + 1"
            " WHERE id = ? AND state = 'active'",
            reason,
            now,
            booking_id,
        )
    )


def _stored(row: Row | None) -> StoredBooking | None:
    return StoredBooking(**row) if row else None
