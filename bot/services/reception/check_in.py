"""Checking in: by the ticket's QR or number, by the poster at the entrance, or without booking (product Q8)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from random import SystemRandom

from bot.domain.codes import make_ticket_number
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.reception import StoredVisit, VisitState
from bot.services.branches.directory import Place, read_place, tson_services
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.queue.notifications.bookings import cancel_messages
from bot.services.reception.notifications import panel_changed, tell_place
from bot.services.reception.ordering import is_open, local_day, walk_in_percent
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue import bookings
from storage.reception import visits

_RANDOM = SystemRandom()
_EARLY = int(BOOKING_RULES.early.total_seconds())
_LATE = int(BOOKING_RULES.late.total_seconds())

_OVER = {
    VisitState.SERVED: "desk-ticket-served",
    VisitState.MISSED: "desk-ticket-missed",
    VisitState.LEFT: "desk-ticket-left",
    VisitState.OVER: "desk-ticket-over",
}
"""Why a visit does not go back into the line, by how it ended."""
_NOT_VALID = {
    BookingState.CANCELLED: "desk-ticket-cancelled",
    BookingState.DISPLACED: "desk-ticket-displaced",
    BookingState.SERVED: "desk-ticket-served",
    BookingState.MISSED: "desk-ticket-missed",
    BookingState.OVER: "desk-ticket-over",
}
"""Why nobody comes in by a booking; one that is checked in has a visit and is answered by that."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """The visit of somebody in the line."""

    visit: int


@dataclass(frozen=True, slots=True)
class ArrivedAtEntrance:
    """The visits of somebody in the line, one a booking."""

    visits: list[int]


async def check_in(services: Services, *, key: str, booking_id: int, branch_id: int, actor: int) -> int:
    """Put a booking's owner into the line; return the visit's id. Once more changes nothing.

    Raises ``Refusal``: ``desk-no-ticket``, ``desk-other-branch`` (param ``branch``), ``desk-other-day`` (``at``),
    ``desk-too-early`` (``since``), ``desk-too-late`` (``until``), ``desk-ticket-…`` (the state that lets nobody in).
    """

    async def arrive(tx: Transaction) -> Arrived:
        booking = await bookings.get(tx, booking_id)
        if booking is None:
            raise Refusal("desk-no-ticket")
        return Arrived(await _arrive(services, tx, booking, branch_id, actor))

    return (await services.run_once(key, arrive)).visit


async def check_in_number(services: Services, *, key: str, ticket: str, branch_id: int, actor: int) -> int:
    """Put whoever has today's ticket into the line, or back into it who was put aside; return the visit's id.

    Raises as ``check_in``.
    """

    async def arrive(tx: Transaction) -> Arrived:
        day = local_day(await read_place(tx, branch_id, services.now), services.now).isoformat()
        visit = await visits.by_ticket(tx, branch_id, day, ticket)
        if visit is not None:
            return Arrived(await _back(services, tx, visit, actor))
        booking = await bookings.by_ticket(tx, branch_id, day, ticket)
        if booking is None:
            raise Refusal("desk-no-ticket")
        return Arrived(await _arrive(services, tx, booking, branch_id, actor))

    return (await services.run_once(key, arrive)).visit


async def check_in_at_entrance(services: Services, *, key: str, user_id: int, branch_id: int) -> list[int]:
    """Put every booking the citizen made for today's hour at this branch into the line; return the visits' ids.

    Who is in the line already stays there, and who was put aside waits again; their live message comes anew, below.
    Raises as ``check_in`` about the nearest booking, and ``Refusal("desk-nothing-booked")`` when there is none to come.
    """

    async def arrive(tx: Transaction) -> ArrivedAtEntrance:
        place = await read_place(tx, branch_id, services.now)
        day = local_day(place, services.now).isoformat()
        there = [
            await _back(services, tx, visit, user_id, anew=True)
            for visit in await visits.of_user(tx, branch_id, day, user_id)
        ]
        to_come = await bookings.at_door(tx, user_id, day)
        active = [each for each in to_come if each.state is not BookingState.CHECKED_IN]
        fitting = [each for each in active if _in_time(each, branch_id, services.now)]
        fresh = [await _arrive(services, tx, booking, branch_id, user_id) for booking in fitting]
        if active and not (there or fresh):
            _require_right(active[0], await read_place(tx, active[0].branch_id, services.now), branch_id, services.now)
        if not (there or fresh):
            raise Refusal("desk-nothing-booked")
        return ArrivedAtEntrance(sorted({*there, *fresh}))

    return (await services.run_once(key, arrive)).visits


async def join_line(services: Services, *, key: str, branch_id: int, user_id: int | None, actor: int) -> int:
    """Put somebody without booking into the line; return the visit's id. A citizen is there once.

    Raises ``Refusal``: ``desk-closed``, ``desk-booked-only``.
    """

    async def join(tx: Transaction) -> Arrived:
        place = await read_place(tx, branch_id, services.now)
        day = local_day(place, services.now).isoformat()
        there = await visits.of_user(tx, branch_id, day, user_id) if user_id is not None else []
        if there:
            return Arrived(await _back(services, tx, there[0], actor, anew=True))
        _require_walk_ins(place, services.now)
        ticket = make_ticket_number(_RANDOM, await bookings.tickets(tx, branch_id, day))
        fresh = StoredVisit(
            0,
            branch_id,
            day,
            None,
            user_id,
            ticket,
            place.group.value,
            None,
            services.now,
            VisitState.WAITING,
        )
        return Arrived(await _enter(services, tx, fresh, actor))

    return (await services.run_once(key, join)).visit


def takes_walk_ins(place: Place, now: int) -> bool:
    """Tell whether people without booking are taken at this moment."""
    return is_open(place, now) and walk_in_percent(place, now) > 0


def _require_walk_ins(place: Place, now: int) -> None:
    if walk_in_percent(place, now) == 0:
        raise Refusal("desk-booked-only")
    if not takes_walk_ins(place, now):
        raise Refusal("desk-closed")


async def _arrive(services: Services, tx: Transaction, booking: StoredBooking, branch_id: int, actor: int) -> int:
    visit = await visits.of_booking(tx, booking.id)
    if visit is not None and visit.branch_id == branch_id and booking.state is BookingState.CHECKED_IN:
        return await _back(services, tx, visit, actor)
    _require_right(booking, await read_place(tx, booking.branch_id, services.now), branch_id, services.now)
    if not await bookings.change(tx, booking.id, BookingState.CHECKED_IN, now=services.now, actor=actor):
        raise Refusal("desk-no-ticket")
    await cancel_messages(services, tx, booking)
    fresh = StoredVisit(
        0, booking.branch_id, booking.day, booking.id, booking.made_by, booking.ticket,
        tson_services()[booking.service].group.value, booking.starts_at, services.now, VisitState.WAITING,
    )  # fmt: skip
    return await _enter(services, tx, fresh, actor)


async def _back(services: Services, tx: Transaction, visit: StoredVisit, actor: int, *, anew: bool = False) -> int:
    """Let whoever was put aside wait again, in their place by time; for anybody else nothing changes.

    ``anew`` brings their live message to the bottom of the chat.
    """
    if visit.state in _OVER:
        raise Refusal(_OVER[visit.state])
    is_back = visit.state is VisitState.PARKED
    if is_back:
        await visits.change(tx, visit.id, VisitState.WAITING, actor=actor, now=services.now)
        await panel_changed(services, tx, visit.branch_id)
    if is_back or anew:
        await tell_place(services, tx, visit, "back", anew=anew)
    return visit.id


async def _enter(services: Services, tx: Transaction, visit: StoredVisit, actor: int) -> int:
    visit_id = await visits.insert(tx, visit, actor=actor, now=services.now)
    stored = await visits.get(tx, visit_id)
    assert stored is not None  # noqa: S101 - made two lines above
    await tell_place(services, tx, stored, "arrived")
    await panel_changed(services, tx, visit.branch_id)
    return visit_id


def _in_time(booking: StoredBooking, branch_id: int, now: int) -> bool:
    here = booking.branch_id == branch_id and booking.state is BookingState.ACTIVE
    return here and booking.starts_at - _EARLY <= now <= booking.starts_at + _LATE


def _require_right(booking: StoredBooking, where: Place, branch_id: int, now: int) -> None:
    if booking.branch_id != branch_id:
        raise Refusal("desk-other-branch", branch=where.branch.names)
    if booking.state is not BookingState.ACTIVE:
        raise Refusal(_NOT_VALID[booking.state])
    if booking.day != local_day(where, now).isoformat():
        raise Refusal("desk-other-day", at=_moment(booking.starts_at))
    if now < booking.starts_at - _EARLY:
        raise Refusal("desk-too-early", since=_moment(booking.starts_at - _EARLY))
    if now > booking.starts_at + _LATE:
        raise Refusal("desk-too-late", until=_moment(booking.starts_at + _LATE))


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)
