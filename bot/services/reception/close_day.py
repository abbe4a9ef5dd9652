"""What time itself ends: visits whose grace is over, and at night whatever a day left open (product Q8)."""

from datetime import timedelta

from bot.domain.queue.bookings import BookingState
from bot.domain.reception import StoredVisit, VisitState
from bot.services.branches.directory import read_place
from bot.services.calendar import today
from bot.services.queue.booking import end_booking
from bot.services.queue.rules import BOOKING_RULES
from bot.services.reception.calling import miss_booking
from bot.services.reception.notifications import panel_changed, tell_place
from bot.services.reception.ordering import local_day
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue import bookings
from storage.reception import operators, visits

_LATE = int(BOOKING_RULES.late.total_seconds())
_DAY = int(timedelta(days=1).total_seconds())
_BATCH = 100


async def miss_the_late(services: Services) -> int:
    """Note as missed every visit whose owner is later than the grace, where operators sit; return how many.

    A branch whose windows nobody notes here knows nothing of who came: nobody is said to have missed anything there.
    """
    async with services.db.read() as reader:
        places = await operators.at_work(reader)
    missed = 0
    for branch_id in places:
        if await _late(services, branch_id):
            missed += await services.db.write(lambda tx, branch_id=branch_id: _miss(services, tx, branch_id))  # type: ignore[misc]
    return missed


async def _late(services: Services, branch_id: int) -> bool:
    async with services.db.read() as reader:
        return bool(await bookings.active_between(reader, branch_id, services.now - _DAY, services.now - _LATE))


async def _miss(services: Services, tx: Transaction, branch_id: int) -> int:
    day = local_day(await read_place(tx, branch_id, services.now), services.now).isoformat()
    late = await bookings.active_between(tx, branch_id, services.now - _DAY, services.now - _LATE)
    late = [booking for booking in late if booking.day == day][:_BATCH]
    for booking in late:
        await miss_booking(services, tx, booking.id, None)
    if late:
        await panel_changed(services, tx, branch_id)
    return len(late)


async def close_days(services: Services) -> int:
    """Close what days that are over left open: nobody stays «active» or in a line for ever; return how much it was."""
    closed = 0
    while batch := await services.db.write(lambda tx: _close(services, tx)):
        closed += batch
    await services.db.write(operators.stand_up)
    return closed


async def _close(services: Services, tx: Transaction) -> int:
    before = today(services.now).isoformat()
    left = await visits.left_over(tx, before, _BATCH)
    for visit in left:
        await _end(services, tx, visit)
    active = await bookings.left_active(tx, before, _BATCH)
    for booking in active:
        await end_booking(services, tx, booking, BookingState.OVER)
    return len(left) + len(active)


async def _end(services: Services, tx: Transaction, visit: StoredVisit) -> None:
    """Who was at a window was served; who was never called was not."""
    was_called = visit.state is VisitState.CALLED
    to = VisitState.SERVED if was_called else VisitState.OVER
    await visits.change(tx, visit.id, to, actor=None, now=services.now)
    booking = await bookings.get(tx, visit.booking_id) if visit.booking_id is not None else None
    if booking is not None and was_called:
        await bookings.change(tx, booking.id, BookingState.SERVED, now=services.now)
    elif booking is not None:
        await end_booking(services, tx, booking, BookingState.OVER)
    await tell_place(services, tx, visit, to)
