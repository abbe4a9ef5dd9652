"""What time itself ends: visits whose grace is over, and at night whatever a day left open (product Q8)."""

from datetime import timedelta

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState
from bot.domain.reception import LIVE_VISITS, VisitState
from bot.domain.sweeps import Sweep
from bot.services.branches.directory import read_place
from bot.services.calendar import today
from bot.services.queue.booking import end_booking
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.reception.calling import end_call, miss_booking
from bot.services.reception.notifications import panel_changed, tell_place
from bot.services.reception.ordering import local_day
from bot.services.sweeping import run_each, write_each
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue import bookings
from storage.reception import operators, visits

_LATE = int(BOOKING_RULES.late.total_seconds())
_DAY = int(timedelta(days=1).total_seconds())


async def miss_the_late(services: Services) -> int:
    """Note as missed every visit whose owner is later than the grace, where operators sit; return how many.

    A branch whose operators do not sit down here knows nothing of who came: nobody is said to have missed anything
    there.
    """
    async with services.db.read() as reader:
        places = await operators.at_work(reader)
    late = await run_each(services, Sweep.LATE_PLACES, places, lambda branch_id: _late(services, branch_id))
    todo = [booking_id for booking_ids in late for booking_id in booking_ids]
    missed = await write_each(
        services, Sweep.LATE_BOOKINGS, todo, lambda tx, booking_id: _miss(services, tx, booking_id)
    )
    return sum(missed)


async def _late(services: Services, branch_id: int) -> list[int]:
    async with services.db.read() as reader:
        late = await bookings.active_between(reader, branch_id, services.now - _DAY, services.now - _LATE)
        if not late:
            return []
        day = local_day(await read_place(reader, branch_id, services.now), services.now).isoformat()
        return [booking.id for booking in late if booking.day == day]


async def _miss(services: Services, tx: Transaction, booking_id: int) -> bool:
    """Return whether the person was still awaited."""
    booking = await bookings.get(tx, booking_id)
    if booking is None or booking.state != BookingState.ACTIVE or booking.starts_at >= services.now - _LATE:
        return False
    await miss_booking(services, tx, booking_id, None)
    await panel_changed(services, tx, booking.branch_id)
    return True


async def close_days(services: Services) -> int:
    """Close what days that are over left open: nobody stays «active» or in a line for ever; return how much it was."""
    before = today(services.now).isoformat()
    async with services.db.read() as reader:
        left, active = await visits.left_over(reader, before), await bookings.left_active(reader, before)
    closed = await write_each(
        services, Sweep.OPEN_VISITS, left, lambda tx, visit_id: close_visit(services, tx, visit_id)
    )
    closed += await write_each(
        services, Sweep.OPEN_BOOKINGS, active, lambda tx, booking_id: close_booking(services, tx, booking_id)
    )
    await services.db.write(operators.stand_up)
    return sum(closed)


async def close_booking(services: Services, tx: Transaction, booking_id: int) -> bool:
    """End a booking of a day that is over; False when it had ended. Raises ``Refusal("booking-over")``."""
    booking = await bookings.get(tx, booking_id)
    if booking is None or booking.state is not BookingState.ACTIVE:
        return False
    await end_booking(services, tx, booking, BookingState.OVER)
    return True


async def close_visit(services: Services, tx: Transaction, visit_id: int) -> bool:
    """End a visit of a day that is over: who was at a counter was served, who was never called was not.

    Returns False when it had ended. Raises ``Refusal``: ``desk-gone`` or ``booking-over`` when it may not go there.
    """
    visit = await visits.get(tx, visit_id)
    if visit is None or visit.state not in LIVE_VISITS:
        return False
    was_called = visit.state is VisitState.CALLED
    to = VisitState.SERVED if was_called else VisitState.OVER
    if not await visits.change(tx, visit.id, to, actor=None, now=services.now):
        raise Refusal("desk-gone")
    booking = await bookings.get(tx, visit.booking_id) if visit.booking_id is not None else None
    if booking is not None and was_called:
        await bookings.change(tx, booking.id, BookingState.SERVED, now=services.now)
    elif booking is not None:
        await end_booking(services, tx, booking, BookingState.OVER)
    await end_call(services, tx, visit)
    await tell_place(services, tx, visit, to)
    return True
