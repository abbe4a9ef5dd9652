"""Which times are free: the day's grid by hours and capacity, less what is taken (product Q2)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.branches.branches import ServiceGroup
from bot.domain.branches.capacity import public_capacity
from bot.domain.queue.slots import Slot, bookable, grid, visits
from bot.services.branches.directory import Place
from bot.services.queue.booking_rules import BOOKING_RULES, COOL_SECONDS
from bot.services.work import Services
from bot.texts import zone
from storage.engine.database import Transaction
from storage.queue import seats

_ALTERNATIVES = 3


def horizon(place: Place, now: datetime) -> list[date]:
    """Return today and every day up to the last one that can be booked, in the place's zone."""
    today = now.astimezone(zone(place.zone)).date()
    return [today + timedelta(days=step) for step in range(BOOKING_RULES.horizon_days + 1)]


def day_grid(place: Place, group: str, day: date) -> list[Slot]:
    """Return every time of the day and the seats one may book at it, whatever is taken and whatever the time is now."""
    if place.schedule is None:
        return []
    wanted, default = ServiceGroup(group), place.branch.desks
    intervals = place.schedule.opening(day)
    return grid(intervals, lambda start: public_capacity(place.plans, wanted, start, default), BOOKING_RULES)


def day_visits(place: Place, group: str, day: date, length: int) -> list[Slot]:
    """Return every time of the day at which a visit of ``length`` seats may start, as ``day_grid`` does."""
    return visits(day_grid(place, group, day), length, BOOKING_RULES)


async def free_slots(
    services: Services, place: Place, group: str, days: Sequence[date], length: int = 1
) -> dict[date, list[Slot]]:
    """Return for each day the times that can be booked now, with the visits that still fit (0 where all are taken).

    A visit takes ``length`` consecutive seats.
    """
    async with services.db.read() as reader:
        return await read_free_slots(services, reader, place, group, days, length)


async def read_free_slots(
    services: Services,
    tx: Transaction,
    place: Place,
    group: str,
    days: Sequence[date],
    length: int = 1,
    *,
    first: bool = False,
) -> dict[date, list[Slot]]:
    """Return what ``free_slots`` does, as the transaction sees it.

    ``first`` counts cooling seats as free: for the waiting list and for those whose visit was displaced.
    """
    now = services.clock.now()
    span = (days[0].isoformat(), days[-1].isoformat())
    taken = await seats.taken(tx, place.id, group, span, services.now, cooling=None if first else COOL_SECONDS)
    left = {day: _left(day_grid(place, group, day), taken) for day in days}
    return {day: bookable(visits(slots, length, BOOKING_RULES), now, BOOKING_RULES) for day, slots in left.items()}


async def nearest_times(services: Services, place: Place, group: str, wanted: int, length: int = 1) -> list[Slot]:
    """Return the three free times nearest to the wanted one, in order."""
    by_day = await free_slots(services, place, group, horizon(place, services.clock.now()), length)
    free = [slot for slots in by_day.values() for slot in slots if slot.seats]
    nearest = sorted(free, key=lambda slot: abs(int(slot.start.timestamp()) - wanted))[:_ALTERNATIVES]
    return sorted(nearest, key=lambda slot: slot.start)


def _left(slots: Sequence[Slot], taken: Mapping[int, int]) -> list[Slot]:
    return [replace(slot, seats=max(0, slot.seats - taken.get(int(slot.start.timestamp()), 0))) for slot in slots]
