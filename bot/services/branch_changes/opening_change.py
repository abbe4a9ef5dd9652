"""Closing a place, its hours of a day, its counters, with everybody it displaces told (product Q8).

It is foreseen and confirmed in ``bot.services.branch_changes.drafts``; what it does to bookings, holds and the waiting
list is in ``bot.services.queue.reassign_displaced``.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.changes import BranchChange
from bot.domain.branches.hours import Closure, DayException
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.queue.slots import Hold, SlotRef
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.branches.directory import Place, read_place, tson_services
from bot.services.notifications import notification
from bot.services.queue.booking import alternative_at, alternatives_of, move_to_held
from bot.services.queue.hold import keep_seats
from bot.services.queue.reassign_displaced import reassign_displaced
from bot.services.queue.texts import booking_args
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import zone
from storage import reminders
from storage.branches import opening
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT
from storage.queue import bookings, seats


@dataclass(frozen=True, slots=True)
class Closing:
    """The place is shut from ``start`` to ``end``, both in its zone."""

    start: datetime
    end: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class NewCapacity:
    """The plan of counters from a day on, or of one day."""

    plan: CapacityPlan


Change = Closing | DayException | NewCapacity


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who changes a place's opening."""

    user_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """How many people got their old time back."""

    back: int


async def carry_out(
    services: Services, tx: Transaction, branch_id: int, changes: Sequence[Change], clerk: Clerk
) -> int:
    """Store the changes with their history and displace whoever has no seat any more; return how many people."""
    place = await read_place(tx, branch_id, services.now)
    closure_id = None
    for each in changes:
        closure_id = await _store(services, tx, place, each, clerk) or closure_id
    return await reassign_displaced(services, tx, branch_id, closure_id=closure_id, actor=clerk.user_id)


async def reopen(services: Services, *, key: str, closure_id: int, branch_id: int, clerk: Clerk) -> int:
    """Lift a closure; whoever has chosen no other time yet and whose seat is free gets the old time back.

    Returns how many did. Raises ``Refusal("closure-lifted")``.
    """

    async def lift(tx: Transaction) -> Reopened:
        if not await opening.lift_closure(tx, closure_id, lifted_by=clerk.user_id, now=services.now):
            raise Refusal("closure-lifted")
        await _note(services, tx, branch_id, "reopening", {"closure": closure_id}, {}, clerk)
        out = [each for each in await bookings.displaced(tx) if each.closure_id == closure_id]
        back = await savepoint_each(
            services,
            tx,
            Sweep.GIVEN_BACK,
            out,
            lambda tx, booking: _give_back(services, tx, booking),
            key=lambda booking: str(booking.id),
        )
        await reassign_displaced(services, tx, branch_id, actor=clerk.user_id)
        return Reopened(sum(back))

    return (await services.run_once(key, lift)).back


def as_changed(place: Place, changes: Sequence[Change]) -> Place:
    """Return the place as it will be."""
    for change in changes:
        schedule = place.schedule
        match change:
            case NewCapacity():
                # In the order in which they are read: one that begins later decides, however early it was made.
                plans = sorted((*place.plans, change.plan), key=lambda plan: plan.valid_from)
                place = replace(place, plans=tuple(plans))
            case Closing() if schedule is not None:
                shut = Closure(change.start, change.end, change.reason)
                place = replace(place, schedule=replace(schedule, closures=(*schedule.closures, shut)))
            case DayException() if schedule is not None:
                kept = tuple(day for day in schedule.exceptions if day.day != change.day)
                place = replace(place, schedule=replace(schedule, exceptions=(*kept, change)))
    return place


def closing_of(place: Place, first: date, last: date, hours: tuple[time, time] | None, reason: str) -> list[Closing]:
    """Return the closures for these days: whole, or the same hours of each."""
    tz = zone(place.zone)
    if hours is None:
        start = datetime.combine(first, time(), tz)
        return [Closing(start, datetime.combine(last + timedelta(days=1), time(), tz), reason)]
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return [Closing(datetime.combine(day, hours[0], tz), datetime.combine(day, hours[1], tz), reason) for day in days]


async def _store(services: Services, tx: Transaction, place: Place, change: Change, clerk: Clerk) -> int | None:
    """Store one change; return the closure's id where it is one."""
    match change:
        case Closing():
            told = {"from": change.start.isoformat(), "to": change.end.isoformat(), "reason": change.reason}
            await _note(services, tx, place.id, "closure", {}, told, clerk)
            closure = Closure(change.start, change.end, change.reason)
            return await opening.add_closure(
                tx, place.id, closure, made_by=clerk.user_id, made_name=clerk.name, now=services.now
            )
        case DayException():
            before = (
                next((day for day in place.schedule.exceptions if day.day == change.day), None)
                if place.schedule
                else None
            )
            await _note(services, tx, place.id, "hours", _told(before), _told(change), clerk)
            await opening.put_special_day(tx, place.id, change, clerk.user_id, services.now)
        case NewCapacity():
            plan = change.plan
            windows = {"group": plan.group.value, "windows": plan.desks, "from": plan.valid_from.isoformat()}
            await _note(services, tx, place.id, "windows", {}, windows, clerk)
            await opening.add_capacity_plan(tx, place.id, plan, clerk.user_id, services.now)
    return None


def _told(day: DayException | None) -> dict[str, str]:
    if day is None:
        return {}
    hours = f"{day.opens:%H:%M}-{day.closes:%H:%M}" if day.opens and day.closes else "closed"
    return {"day": day.day.isoformat(), "hours": hours, "reason": day.reason}


async def _note(
    services: Services, tx: Transaction, branch_id: int, kind: str, before: object, after: object, clerk: Clerk
) -> None:
    old, new = (json.dumps(value, ensure_ascii=False) for value in (before, after))
    await opening.note_change(tx, branch_id, BranchChange(kind, old, new, clerk.user_id, clerk.name, services.now))


async def give_back_again(services: Services, tx: Transaction, key: str) -> None:
    """Give a booking its old time back, if it still can have it and failed to get it when its place was opened
    again."""
    booking = await bookings.get(tx, int(key))
    lifted = booking is not None and booking.closure_id is not None and await opening.is_lifted(tx, booking.closure_id)
    if booking is not None and lifted and booking.state == BookingState.DISPLACED:
        await _give_back(services, tx, booking)


async def _give_back(services: Services, tx: Transaction, booking: StoredBooking) -> bool:
    place = await read_place(tx, booking.branch_id, services.now)
    purpose = alternative_at(booking.id, booking.branch_id, booking.starts_at)
    if booking.starts_at <= services.now:
        return False
    await seats.release_kept(tx, booking.made_by, alternatives_of(booking.id))
    try:
        await keep_seats(
            services,
            tx,
            place,
            SlotRef(place.id, tson_services()[booking.service].group.value, booking.starts_at, booking.seats),
            Hold(booking.made_by, until=booking.starts_at, purpose=purpose),
            first=True,
        )
    except Refusal:
        return False
    words = booking_args(booking, place)
    key = f"given-back:{booking.id}:{booking.version}"
    await services.enqueue(tx, notification(key, booking.made_by, "booking-given-back", words, priority=URGENT))
    await move_to_held(services, tx, booking, booking.made_by, purpose)
    await reminders.drop(tx, Subject(SubjectKind.DISPLACED, booking.id))
    return True
