"""Calling people to counters: next, again, put aside, served, missed. Two operators never get the same person."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState
from bot.domain.reception import DEFAULT_LINE_RULES, Operator, StoredVisit, VisitState
from bot.domain.subject import Subject, SubjectKind
from bot.services.amendments import amend
from bot.services.branches.directory import read_place
from bot.services.queue.alternatives import offer_after_missed
from bot.services.queue.booking import end_booking
from bot.services.reception.notifications import panel_changed, tell_called, tell_missed_walk_in, tell_place
from bot.services.reception.ordering import read_line
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue import bookings
from storage.reception import operators, visits

_Doing = Callable[[Transaction, StoredVisit], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Called:
    """Whose ticket is called to which counter."""

    ticket: str
    window: int


@dataclass(frozen=True, slots=True)
class Attended:
    """Whose ticket it was that something was done with."""

    ticket: str


async def sit_at(services: Services, *, key: str, branch_id: int, operator: Operator) -> None:
    """Note at which counter somebody sits; raises ``Refusal("desk-window-busy", name=…)`` while another serves
    there."""

    async def sit(tx: Transaction) -> None:
        other = await operators.at_counter(tx, operator.chat_id, operator.window)
        if (
            other is not None
            and other.user_id != operator.user_id
            and await visits.at_counter(tx, branch_id, other.user_id)
        ):
            raise Refusal("desk-window-busy", name=other.name)
        await operators.sit(tx, operator)
        await panel_changed(services, tx, branch_id)

    await services.run_once(key, sit)


async def call_next(services: Services, *, key: str, branch_id: int, operator: Operator) -> Called:
    """Call the first of the line to the operator's counter.

    Raises ``Refusal``: ``desk-finish-first`` (param ``ticket``), ``desk-line-empty``.
    """

    async def choose(tx: Transaction) -> StoredVisit | None:
        line = await read_line(tx, await read_place(tx, branch_id, services.now), services.now)
        for visit in line.waiting:
            if await _call(services, tx, visit.id, operator):
                return visit
        return None

    return await _calling(services, key, branch_id, operator, choose, "desk-line-empty")


async def call_this(services: Services, *, key: str, branch_id: int, operator: Operator, visit_id: int) -> Called:
    """Call somebody who was put aside to the operator's counter.

    Raises ``Refusal``: ``desk-finish-first`` (param ``ticket``), ``desk-gone``.
    """

    async def choose(tx: Transaction) -> StoredVisit | None:
        visit = await visits.get(tx, visit_id)
        if visit is None or visit.branch_id != branch_id or not await _call(services, tx, visit_id, operator):
            return None
        return visit

    return await _calling(services, key, branch_id, operator, choose, "desk-gone")


async def _calling(
    services: Services,
    key: str,
    branch_id: int,
    operator: Operator,
    choose: Callable[[Transaction], Awaitable[StoredVisit | None]],
    nobody: str,
) -> Called:
    async def call(tx: Transaction) -> Called:
        current = await visits.at_counter(tx, branch_id, operator.user_id)
        if current is not None:
            raise Refusal("desk-finish-first", ticket=current.ticket)
        called = await choose(tx)
        if called is None:
            raise Refusal(nobody)
        await _tell(services, tx, called.id)
        return Called(called.ticket, operator.window)

    return await services.run_once(key, call)


async def _call(services: Services, tx: Transaction, visit_id: int, operator: Operator) -> bool:
    return await visits.call(
        tx, visit_id, window=operator.window, operator=operator.user_id, name=operator.name, now=services.now
    )


async def recall(services: Services, *, key: str, branch_id: int, actor: int) -> str:
    """Call the operator's person again; return the ticket.

    Raises ``Refusal``: ``desk-nobody-called``, ``desk-most-calls`` (param ``count``).
    """
    most = DEFAULT_LINE_RULES.most_calls

    async def doing(tx: Transaction, visit: StoredVisit) -> None:
        if not await visits.call_again(tx, visit.id, most=most, actor=actor, now=services.now):
            raise Refusal("desk-most-calls", count=most)
        await _tell(services, tx, visit.id)

    return await _with_current(services, key, branch_id, actor, doing)


async def park(services: Services, *, key: str, branch_id: int, actor: int) -> str:
    """Put the operator's person aside; return the ticket. Raises ``Refusal("desk-nobody-called")``."""

    async def doing(tx: Transaction, visit: StoredVisit) -> None:
        await visits.change(tx, visit.id, VisitState.PARKED, actor=actor, now=services.now)
        await end_call(services, tx, visit)
        await tell_place(services, tx, visit, VisitState.PARKED)

    return await _with_current(services, key, branch_id, actor, doing)


async def serve(services: Services, *, key: str, branch_id: int, actor: int) -> str:
    """Note that the operator's person was served; return the ticket. Raises ``Refusal("desk-nobody-called")``."""

    async def doing(tx: Transaction, visit: StoredVisit) -> None:
        await visits.change(tx, visit.id, VisitState.SERVED, actor=actor, now=services.now)
        if visit.booking_id is not None:
            await bookings.change(tx, visit.booking_id, BookingState.SERVED, now=services.now, actor=actor)
        await end_call(services, tx, visit)
        await tell_place(services, tx, visit, VisitState.SERVED)

    return await _with_current(services, key, branch_id, actor, doing)


async def miss(services: Services, *, key: str, branch_id: int, actor: int) -> str:
    """Note that the operator's person did not come: their seats are freed, other times are offered to them.

    Returns the ticket. Raises ``Refusal("desk-nobody-called")``.
    """

    async def doing(tx: Transaction, visit: StoredVisit) -> None:
        await visits.change(tx, visit.id, VisitState.MISSED, actor=actor, now=services.now)
        await end_call(services, tx, visit)
        await tell_place(services, tx, visit, VisitState.MISSED)
        if visit.booking_id is None:
            await tell_missed_walk_in(services, tx, visit)
        else:
            await miss_booking(services, tx, visit.booking_id, actor)

    return await _with_current(services, key, branch_id, actor, doing)


async def miss_booking(services: Services, tx: Transaction, booking_id: int, actor: int | None) -> None:
    """Note that a visit was missed: what is left of its seats is free, and its owner gets three other times."""
    booking = await bookings.get(tx, booking_id)
    if booking is None:
        raise LookupError(booking_id)
    await end_booking(services, tx, booking, BookingState.MISSED, actor=actor)
    missed = await bookings.get(tx, booking_id)
    if missed is not None:
        await offer_after_missed(services, tx, missed)


async def leave_line(services: Services, *, key: str, user_id: int, visit_id: int) -> None:
    """Give up the citizen's place; a booking with it. Raises ``Refusal("desk-gone")``."""

    async def leave(tx: Transaction) -> None:
        visit = await visits.get(tx, visit_id)
        if visit is None or visit.user_id != user_id:
            raise Refusal("desk-gone")
        if not await visits.change(tx, visit.id, VisitState.LEFT, actor=user_id, now=services.now):
            raise Refusal("desk-gone")
        booking = await bookings.get(tx, visit.booking_id) if visit.booking_id is not None else None
        if booking is not None:
            await end_booking(services, tx, booking, BookingState.CANCELLED, actor=user_id, reason="left")
        await end_call(services, tx, visit)
        await tell_place(services, tx, visit, VisitState.LEFT)
        await panel_changed(services, tx, visit.branch_id)

    await services.run_once(key, leave)


async def _with_current(services: Services, key: str, branch_id: int, actor: int, doing: _Doing) -> str:
    async def attend(tx: Transaction) -> Attended:
        visit = await visits.at_counter(tx, branch_id, actor)
        if visit is None:
            raise Refusal("desk-nobody-called")
        await doing(tx, visit)
        await panel_changed(services, tx, branch_id)
        return Attended(visit.ticket)

    return (await services.run_once(key, attend)).ticket


async def _tell(services: Services, tx: Transaction, visit_id: int) -> None:
    visit = await visits.get(tx, visit_id)
    if visit is not None:
        await tell_called(services, tx, visit)
        await tell_place(services, tx, visit, f"called:{visit.window}")
        await panel_changed(services, tx, visit.branch_id)


async def end_call(services: Services, tx: Transaction, visit: StoredVisit) -> None:
    """Have the calls the citizen was sent say that they are over."""
    if visit.user_id is not None and visit.calls:
        await amend(services, tx, Subject(SubjectKind.VISIT, visit.id), visit.user_id)
