"""Which times are free: the day's grid by the hours, less what is taken (product Q2)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.booking import DEFAULT_RULES
from bot.domain.slots import Slot, bookable, grid
from bot.services.core import Services
from bot.services.queue.directory import Place
from bot.texts import zone
from storage import seats

_ALTERNATIVES = 3


def horizon(place: Place, now: datetime) -> list[date]:
    """Return today and every day up to the last one that can be booked, in the place's zone."""
    today = now.astimezone(zone(place.zone)).date()
    return [today + timedelta(days=step) for step in range(DEFAULT_RULES.horizon_days + 1)]


def day_grid(place: Place, day: date) -> list[Slot]:
    """Return every time of the day and its seats, whatever is taken and whatever the time is now."""
    return grid(place.schedule.opening(day), place.branch.desks) if place.schedule else []


async def free_slots(services: Services, place: Place, group: str, days: Sequence[date]) -> dict[date, list[Slot]]:
    """Return for each day the times that can be booked now, with the seats still free (0 where all are taken)."""
    now = services.clock.now()
    span = (days[0].isoformat(), days[-1].isoformat())
    async with services.db.read() as reader:
        taken = await seats.taken(reader, place.id, group, span, services.now)
    return {day: _left(bookable(day_grid(place, day), now), taken) for day in days}


async def nearest_times(services: Services, place: Place, group: str, wanted: int) -> list[Slot]:
    """Return the three free times nearest to the wanted one, in order."""
    by_day = await free_slots(services, place, group, horizon(place, services.clock.now()))
    free = [slot for slots in by_day.values() for slot in slots if slot.seats]
    nearest = sorted(free, key=lambda slot: abs(int(slot.start.timestamp()) - wanted))[:_ALTERNATIVES]
    return sorted(nearest, key=lambda slot: slot.start)


def _left(slots: Sequence[Slot], taken: Mapping[int, int]) -> list[Slot]:
    return [replace(slot, seats=max(0, slot.seats - taken.get(int(slot.start.timestamp()), 0))) for slot in slots]
