"""For whom an account books and waits."""

from bot.domain.queue.bookings import LIVE_STATES
from storage.engine.database import Transaction
from storage.engine.sql import in_list

_LIVE = in_list(LIVE_STATES)


async def coming_of(tx: Transaction, user_id: int, now: int) -> list[int]:
    """Return the people for whom this Telegram user has coming visits or places in line."""
    rows = await tx.all(
        f"SELECT person_id FROM booking WHERE made_by = ?1 AND state IN {_LIVE}"
        " AND (state = 'displaced' OR starts_at + minutes * 60 > ?2)"
        " UNION SELECT person_id FROM waiting WHERE user_id = ?1 AND state = 'waiting'",
        user_id,
        now,
    )
    return [row["person_id"] for row in rows]


async def is_known_to(tx: Transaction, user_id: int, person_id: int) -> bool:
    """Tell whether this Telegram user booked or waited for the person before, whatever became of it."""
    row = await tx.one(
        "SELECT 1 AS yes FROM booking WHERE made_by = ?1 AND person_id = ?2"
        " UNION SELECT 1 FROM waiting WHERE user_id = ?1 AND person_id = ?2 LIMIT 1",
        user_id,
        person_id,
    )
    return row is not None
