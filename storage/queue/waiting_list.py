"""The waiting list: who waits where for which days, in the order in which they came, and what was offered to whom."""

from collections.abc import Sequence

from bot.domain.queue.waiting_list import OFFER_MOVES, WAITING_MOVES, Offer, OfferState, Waiting, WaitingState
from storage.engine.database import Row, Transaction
from storage.engine.sql import in_sources

_FIELDS = (
    "waiting.id, user_id, person_id, relation, service, second_service, waiting.service_group, seats, day_from, day_to,"
    " part, booking_id, state, waiting.created_at"
)
_END = "UPDATE waiting SET state = ?, ended_at = ? WHERE id = ?"
_END_OFFER = "UPDATE offer SET state = ?, ended_at = ?, booking_id = ? WHERE id = ?"


async def add(tx: Transaction, entry: Waiting, branch_ids: Sequence[int]) -> int:
    """Put an entry at the end of the line of each branch (its ``id`` is ignored); return its id."""
    waiting_id = await tx.insert(
        "INSERT INTO waiting (user_id, person_id, relation, service, second_service, service_group, seats, day_from,"
        " day_to, part, booking_id, state, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)",
        entry.user_id,
        entry.person_id,
        entry.relation,
        entry.service,
        entry.second_service,
        entry.service_group,
        entry.seats,
        entry.day_from,
        entry.day_to,
        entry.part,
        entry.booking_id,
        entry.created_at,
    )
    await tx.many(
        "INSERT INTO waiting_branch (waiting_id, branch_id, service_group, look_at, created_at) VALUES (?, ?, ?, 0, ?)",
        [(waiting_id, branch_id, entry.service_group, entry.created_at) for branch_id in dict.fromkeys(branch_ids)],
    )
    return waiting_id


async def get(tx: Transaction, waiting_id: int) -> Waiting | None:
    """Return the entry with this id."""
    row = await tx.one(f"SELECT {_FIELDS} FROM waiting WHERE id = ?", waiting_id)
    return _waiting(row) if row else None


async def waits(tx: Transaction, user_id: int, person_id: int, service_group: str) -> bool:
    """Tell whether this Telegram user waits for this person at such counters."""
    row = await tx.one(
        "SELECT 1 AS yes FROM waiting WHERE user_id = ? AND person_id = ? AND service_group = ? AND state = 'waiting'",
        user_id,
        person_id,
        service_group,
    )
    return row is not None


async def anybody(tx: Transaction, branch_id: int, service_group: str) -> bool:
    """Tell whether there is a line at these counters of a branch."""
    row = await tx.one(
        "SELECT 1 AS yes FROM waiting_branch WHERE branch_id = ? AND service_group = ? AND ended_at IS NULL LIMIT 1",
        branch_id,
        service_group,
    )
    return row is not None


async def of_user(tx: Transaction, user_id: int) -> list[Waiting]:
    """Return what this Telegram user waits for."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM waiting WHERE user_id = ? AND state = 'waiting' ORDER BY created_at, id",
        user_id,
    )
    return [_waiting(row) for row in rows]


async def branches_of(tx: Transaction, waiting_id: int) -> list[int]:
    """Return the branches an entry waits at."""
    rows = await tx.all("SELECT branch_id FROM waiting_branch WHERE waiting_id = ? ORDER BY branch_id", waiting_id)
    return [row["branch_id"] for row in rows]


async def place_in_line(tx: Transaction, entry: Waiting, branch_id: int) -> int:
    """Return how many wait before this entry at a branch."""
    row = await tx.one(
        "SELECT count(*) AS before FROM waiting_branch WHERE branch_id = ? AND service_group = ? AND ended_at IS NULL"
        " AND (created_at, waiting_id) < (?, ?)",
        branch_id,
        entry.service_group,
        entry.created_at,
        entry.id,
    )
    return int(row["before"]) if row else 0


async def due_lines(tx: Transaction, now: int) -> list[tuple[int, str]]:
    """Return the lines (branch, group of counters) that somebody in them has to be looked at for."""
    rows = await tx.all(
        "SELECT DISTINCT branch_id, service_group FROM waiting_branch WHERE ended_at IS NULL AND look_at <= ?", now
    )
    return [(row["branch_id"], row["service_group"]) for row in rows]


async def groups_in_line(tx: Transaction, branch_id: int) -> list[str]:
    """Return at which groups of counters of a branch somebody waits."""
    rows = await tx.all(
        "SELECT DISTINCT service_group FROM waiting_branch WHERE branch_id = ? AND ended_at IS NULL ORDER BY 1",
        branch_id,
    )
    return [row["service_group"] for row in rows]


async def line(tx: Transaction, branch_id: int, service_group: str) -> list[Waiting]:
    """Return who waits at a branch, in the order in which they came."""
    rows = await tx.all(
        f"SELECT {_FIELDS} FROM waiting_branch JOIN waiting ON waiting.id = waiting_id WHERE branch_id = ?"
        " AND waiting_branch.service_group = ? AND waiting_branch.ended_at IS NULL AND state = 'waiting'"
        " ORDER BY waiting_branch.created_at, waiting_id",
        branch_id,
        service_group,
    )
    return [_waiting(row) for row in rows]


async def look_later(tx: Transaction, branch_id: int, service_group: str, look_at: int) -> None:
    """Leave a line alone until then, unless a seat is freed before."""
    await tx.execute(
        "UPDATE waiting_branch SET look_at = ? WHERE branch_id = ? AND service_group = ? AND ended_at IS NULL",
        look_at,
        branch_id,
        service_group,
    )


async def wake(tx: Transaction, branch_id: int) -> None:
    """Have the lines of a branch looked at at once: a seat was freed."""
    await tx.execute("UPDATE waiting_branch SET look_at = 0 WHERE branch_id = ? AND ended_at IS NULL", branch_id)


async def end(tx: Transaction, waiting_id: int, to: WaitingState, now: int) -> bool:
    """End an entry; False when that is not legal (``WAITING_MOVES``): it had ended before."""
    ended = await tx.execute(in_sources(_END, WAITING_MOVES, to), to.value, now, waiting_id)
    if ended:
        await tx.execute("UPDATE waiting_branch SET ended_at = ? WHERE waiting_id = ?", now, waiting_id)
    return bool(ended)


async def over(tx: Transaction, today: str) -> list[int]:
    """Return the entries whose last day has passed."""
    rows = await tx.all("SELECT id FROM waiting WHERE state = 'waiting' AND day_to < ? ORDER BY +id", today)
    return [row["id"] for row in rows]


async def add_offer(tx: Transaction, waiting_id: int, branch_id: int, starts_at: int, expires_at: int, now: int) -> int:
    """Note an offer; return its id."""
    return await tx.insert(
        "INSERT INTO offer (waiting_id, branch_id, starts_at, offered_at, expires_at, state)"
        " VALUES (?, ?, ?, ?, ?, 'open')",
        waiting_id,
        branch_id,
        starts_at,
        now,
        expires_at,
    )


async def offer(tx: Transaction, offer_id: int) -> Offer | None:
    """Return the offer with this id."""
    row = await tx.one(
        "SELECT id, waiting_id, branch_id, starts_at, expires_at, state FROM offer WHERE id = ?", offer_id
    )
    return _offer(row) if row else None


async def offered(tx: Transaction, waiting_id: int) -> set[tuple[int, int]]:
    """Return the times (branch, start) that were offered to an entry before: none is offered twice.

    One the place itself took back may come again.
    """
    rows = await tx.all("SELECT branch_id, starts_at FROM offer WHERE waiting_id = ? AND state != 'void'", waiting_id)
    return {(row["branch_id"], row["starts_at"]) for row in rows}


async def offers_of(tx: Transaction, waiting_id: int) -> list[int]:
    """Return every offer an entry ever had, the oldest first."""
    return [row["id"] for row in await tx.all("SELECT id FROM offer WHERE waiting_id = ? ORDER BY id", waiting_id)]


async def taken_by(tx: Transaction, user_id: int, offer_id: int) -> int | None:
    """Return the booking somebody made of an offer of theirs, or None while they have not."""
    row = await tx.one(
        "SELECT offer.booking_id FROM offer JOIN waiting ON waiting.id = waiting_id"
        f" WHERE offer.id = ? AND user_id = ? AND offer.state = '{OfferState.TAKEN.value}'",
        offer_id,
        user_id,
    )
    return row["booking_id"] if row else None


async def open_offer(tx: Transaction, waiting_id: int) -> Offer | None:
    """Return the offer an entry has now; one at most."""
    row = await tx.one("SELECT id FROM offer WHERE waiting_id = ? AND state = 'open'", waiting_id)
    return await offer(tx, row["id"]) if row else None


async def expired_offers(tx: Transaction, now: int) -> list[int]:
    """Return the open offers whose time has run out, the oldest first."""
    rows = await tx.all("SELECT id FROM offer WHERE state = 'open' AND expires_at <= ? ORDER BY expires_at, id", now)
    return [row["id"] for row in rows]


async def end_offer(tx: Transaction, offer_id: int, to: OfferState, now: int, booking_id: int | None = None) -> bool:
    """End an offer; False when that is not legal (``OFFER_MOVES``): it had ended before."""
    legal = in_sources(_END_OFFER, OFFER_MOVES, to)
    return bool(await tx.execute(legal, to.value, now, booking_id, offer_id))


def _waiting(row: Row) -> Waiting:
    return Waiting(**{**row, "state": WaitingState(row["state"])})


def _offer(row: Row) -> Offer:
    return Offer(**{**row, "state": OfferState(row["state"])})
