"""Read everything that is held about one Telegram user, for the user themselves."""

from bot.domain.assistants import GONE
from bot.domain.cases.states import UNDER_CONSIDERATION, UNSENT_STATES
from bot.domain.people.consents import Purpose
from bot.domain.queue.bookings import LIVE_STATES
from storage.engine.database import Row, Transaction
from storage.engine.sql import in_list
from storage.payments.payments import NOW
from storage.privacy.erasure import OF_PURPOSE

_CODE = "SELECT code FROM application"
_LIVE = f"state IN {in_list(UNDER_CONSIDERATION)}"
_APPLICATIONS = "SELECT count(*) FROM application WHERE made_by = ?1"
_PAYMENT_APPLICATIONS = "SELECT count(*) FROM payment_application WHERE made_by = ?1"
_BOOKINGS = "SELECT count(*) FROM booking WHERE made_by = ?1"


async def known_since(tx: Transaction, user_id: int) -> int:
    """Return when this user wrote for the first time."""
    row = await tx.one("SELECT created_at FROM citizen WHERE user_id = ?", user_id)
    return int(row["created_at"]) if row else 0


async def bookings(tx: Transaction, user_id: int) -> list[Row]:
    """Return every booking this user made, the newest first; ``relation`` says for whom."""
    return await tx.all(
        "SELECT number, ticket, person_id, relation, service, second_service, minutes, state, cancel_reason, starts_at,"
        " coming_at, booking.created_at, ended_at, branch.code AS branch"
        " FROM booking JOIN branch ON branch.id = branch_id WHERE made_by = ? ORDER BY starts_at DESC",
        user_id,
    )


async def visits(tx: Transaction, user_id: int) -> list[Row]:
    """Return every time this user, or one whom they booked for, stood in the line of a ЦОН, the newest first."""
    return await tx.all(
        "SELECT day, branch.code AS branch, ticket, service_group, state, arrived_at, called_at, ended_at FROM visit"
        " JOIN branch ON branch.id = branch_id"
        " WHERE user_id = ?1 OR booking_id IN (SELECT id FROM booking WHERE made_by = ?1) ORDER BY arrived_at DESC",
        user_id,
    )


async def applications(tx: Transaction, user_id: int) -> list[Row]:
    """Return every application this user began, the newest first; none of somebody they assisted and let go."""
    return await tx.all(
        "SELECT id, code, person_id, service, period, state, created_at, updated_at, submitted_at FROM application"
        " WHERE made_by = ? AND client_id IS NOT ? ORDER BY updated_at DESC",
        user_id,
        GONE,
    )


async def payment_applications(tx: Transaction, user_id: int) -> list[Row]:
    """Return every application for a payment this user began, the newest first."""
    return await tx.all(
        "SELECT id, code, programme, state, created_at, updated_at, submitted_at FROM payment_application"
        " WHERE made_by = ? ORDER BY updated_at DESC",
        user_id,
    )


async def waiting(tx: Transaction, user_id: int) -> list[Row]:
    """Return what this user waited for at ЦОН, the newest first."""
    return await tx.all(
        "SELECT relation, service, second_service, day_from, day_to, part, state, created_at, ended_at FROM waiting"
        " WHERE user_id = ? ORDER BY created_at DESC",
        user_id,
    )


async def payments(tx: Transaction, user_id: int) -> list[Row]:
    """Return the payments this user proved to be their own and follows."""
    return await tx.all(
        "SELECT payment_id, programme, status, created_at FROM payment_subscription"
        f" JOIN {NOW} ON payment.id = payment_id WHERE user_id = ? ORDER BY created_at DESC",
        user_id,
    )


async def look_ups(tx: Transaction, user_id: int, iin_lookup: str | None) -> list[Row]:
    """Return who looked at what this user sent, follows and is, what staff did with it, which groups were sent it, and
    what they looked at themselves, newest first."""
    return await tx.all(
        "WITH own AS (SELECT id FROM application WHERE made_by = ?1 AND client_id IS NOT ?3),"
        " sent AS (SELECT id FROM payment_application WHERE made_by = ?1)"
        " SELECT subject, actor, what, at, people, id AS n FROM access_log WHERE actor = ?1 OR subject = 'iin:' || ?2"
        " OR subject IN (SELECT 'case:' || id FROM own UNION SELECT 'inquiry:' || id FROM inquiry WHERE made_by = ?1"
        " UNION SELECT 'intake:' || id FROM sent"
        " UNION SELECT 'iin:' || iin_lookup FROM payment_subscription JOIN payment ON payment.id = payment_id"
        " WHERE user_id = ?1)"
        " UNION ALL SELECT 'case:' || application_id, actor, type, at, NULL, seq FROM case_event"
        " WHERE actor_role = 'specialist' AND application_id IN own"
        " UNION ALL SELECT 'intake:' || application_id, actor, 'intake ' || type, at, NULL, seq"
        " FROM payment_application_event WHERE actor_role = 'specialist' AND application_id IN sent"
        " ORDER BY at DESC, n DESC",
        user_id,
        iin_lookup,
        GONE,
    )


async def case_under_consideration(tx: Transaction, user_id: int, purpose: Purpose) -> str | None:
    """Return the code of an application of this user's for a purpose that was sent and is not decided."""
    row = await tx.one(f"{_CODE} WHERE made_by = ? AND {_LIVE} AND {OF_PURPOSE[purpose]} ORDER BY id LIMIT 1", user_id)
    return row["code"] if row else None


async def counts(tx: Transaction, user_id: int) -> dict[str, int]:
    """Return how much a withdrawn consent removes (``drafts``) or leaves (``cases``, coming ``bookings``)."""
    row = await tx.one(
        f"SELECT ({_APPLICATIONS} AND state = 'draft') + ({_PAYMENT_APPLICATIONS} AND state = 'draft') AS drafts,"
        f" ({_APPLICATIONS} AND state NOT IN {in_list(UNSENT_STATES)})"
        f" + ({_PAYMENT_APPLICATIONS} AND state <> 'draft') AS cases,"
        f" ({_BOOKINGS} AND state IN {in_list(LIVE_STATES)}) AS bookings",
        user_id,
    )
    return {name: int(value) for name, value in (row or {}).items()}
