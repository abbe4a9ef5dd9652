"""Queries that return nothing while the queue's rows agree with each other (invariants 1–9)."""

from bot.domain.queue.bookings import LIVE_STATES, SEATED_STATES
from bot.domain.queue.seats import SeatState
from bot.domain.reception import LIVE_VISITS
from storage.engine.database import Transaction
from storage.engine.sql import in_list

# A visit that is over and was marked neither served nor missed stands in nobody's way.
_COUNTS = "{0}.state IN :live AND ({0}.state = 'displaced' OR {0}.starts_at + {0}.minutes * 60 > :now)"

# Each returns ``id`` of a damaged row; ``:now`` is the present moment,
# ``:step`` the seconds between two seats of a visit, ``:apart`` the days between two bookings of a person;
# ``:seats`` are the states of a seat, ``:live`` and ``:booked`` those of a booking, ``:there`` those of a visit.
_QUERIES: dict[str, str] = {
    "seat-state": """
        SELECT id FROM seat WHERE state NOT IN :seats
        OR (state = 'booked') IS NOT (booking_id IS NOT NULL)
        OR (state = 'held') IS NOT (holder IS NOT NULL AND purpose IS NOT NULL AND hold_until IS NOT NULL)
        """,
    "seat-without-booking": """
        SELECT seat.id FROM seat LEFT JOIN booking ON booking.id = seat.booking_id
        WHERE seat.booking_id IS NOT NULL AND (
            booking.id IS NULL OR booking.state NOT IN :booked
            OR booking.branch_id IS NOT seat.branch_id
            OR seat.starts_at NOT BETWEEN booking.starts_at AND booking.starts_at + (booking.seats - 1) * :step)
        """,
    "booking-without-seats": """
        SELECT booking.id FROM booking WHERE state IN :booked
        AND seats != (SELECT count(*) FROM seat WHERE seat.booking_id = booking.id)
        """,
    "two-live-bookings": f"""
        SELECT later.id FROM booking AS later JOIN booking AS earlier
        ON earlier.person_id = later.person_id AND earlier.made_by = later.made_by AND earlier.kind = later.kind
        AND earlier.id < later.id
        WHERE {_COUNTS.format("later")} AND {_COUNTS.format("earlier")}
        AND abs(julianday(later.day) - julianday(earlier.day)) < :apart
        """,
    "booking-beside-its-history": """
        SELECT booking.id FROM booking LEFT JOIN booking_event AS last ON last.id =
            (SELECT max(id) FROM booking_event WHERE booking_event.booking_id = booking.id)
        WHERE last.state IS NOT booking.state OR last.branch_id IS NOT booking.branch_id
        OR last.starts_at IS NOT booking.starts_at OR last.version IS NOT booking.version
        """,
    "reminder-of-nothing": """
        SELECT reminder.id FROM reminder LEFT JOIN booking ON booking.id = CAST(substr(subject, 9) AS INTEGER)
        WHERE subject LIKE 'booking:%' AND reminder.state = 'waiting'
        AND (booking.id IS NULL OR booking.state != 'active' OR booking.version != reminder.subject_version)
        """,
    "visit-beside-its-booking": """
        SELECT visit.id FROM visit JOIN booking ON booking.id = visit.booking_id
        WHERE (visit.state IN :there) IS NOT (booking.state = 'checked_in')
        OR (visit.state = 'served') IS NOT (booking.state = 'served')
        """,
    "booking-at-a-closed-place": """
        SELECT booking.id FROM booking JOIN closure ON closure.branch_id = booking.branch_id
        WHERE booking.state = 'active' AND booking.starts_at > :now AND closure.lifted_at IS NULL
        AND closure.starts_at < booking.starts_at + booking.minutes * 60
        AND (closure.ends_at IS NULL OR closure.ends_at > booking.starts_at)
        """,
    "displaced-and-not-told": """
        SELECT booking.id FROM booking WHERE state = 'displaced' AND NOT EXISTS
            (SELECT 1 FROM reminder WHERE subject = 'displaced:' || booking.id AND subject_version = booking.version
             AND reminder.state IN ('waiting', 'fired'))
        """,
    "line-beside-its-entry": """
        SELECT waiting.id FROM waiting LEFT JOIN waiting_branch ON waiting_id = waiting.id
        WHERE (waiting.state = 'waiting') IS NOT (waiting_id IS NOT NULL AND waiting_branch.ended_at IS NULL)
        """,
    "offer-to-nobody": """
        SELECT offer.id FROM offer LEFT JOIN waiting ON waiting.id = offer.waiting_id
        WHERE offer.state = 'open' AND waiting.state IS NOT 'waiting'
        """,
    "offer-taken-without-booking": """
        SELECT offer.id FROM offer JOIN waiting ON waiting.id = offer.waiting_id
        LEFT JOIN booking ON booking.id = offer.booking_id AND booking.person_id = waiting.person_id
        WHERE offer.state = 'taken' AND (booking.id IS NULL OR waiting.state != 'served')
        """,
    "offer-without-seats": """
        SELECT offer.id FROM offer JOIN waiting ON waiting.id = offer.waiting_id
        WHERE offer.state = 'open' AND offer.expires_at > :now AND waiting.seats !=
            (SELECT count(*) FROM seat WHERE purpose = 'offer:' || offer.id AND seat.state = 'held')
        """,
    "seats-kept-for-no-offer": """
        SELECT seat.id FROM seat LEFT JOIN offer ON purpose = 'offer:' || offer.id
        WHERE seat.state = 'held' AND purpose LIKE 'offer:%' AND hold_until > :now
        AND (offer.state IS NULL OR offer.state != 'open')
        """,
}

_STATES = {
    "seats": in_list(list(SeatState)),
    "live": in_list(LIVE_STATES),
    "booked": in_list(SEATED_STATES),
    "there": in_list(LIVE_VISITS),
}
KINDS = tuple(_QUERIES)


async def damaged(reader: Transaction, kind: str, now: int, *, step: int, apart_days: int) -> list[int]:
    """Return the ids of the rows that disagree in this way; none when all is well."""
    rows = await reader.all(_filled(_QUERIES[kind], now=now, step=step, apart=apart_days, **_STATES))
    return [row["id"] for row in rows]


def _filled(query: str, **values: int | str) -> str:
    for name, value in values.items():
        query = query.replace(f":{name}", str(value))
    return query
