"""The places nearest to somebody, each with its first free time (product Q1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.branches.branches import TsonService
from bot.domain.branches.hours import OpenKind
from bot.domain.geo import Point, nearest
from bot.domain.queue.slots import Slot
from bot.services.branches.directory import Place, places_for
from bot.services.queue.free_times import free_slots, horizon
from bot.services.work import Services


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A place with its distance in kilometres; ``free`` is the first time that can be booked there, if any."""

    place: Place
    km: float
    open_now: bool
    free: Slot | None


async def places_near(services: Services, service: TsonService | None, length: int, point: Point) -> list[NearPlace]:
    """Return the five places nearest to a point, by distance; those not on the map are left out.

    Without a service, the free time of each is that for the first service it books.
    """
    places = {place.branch.id: place for place in await places_for(services, service)}
    found = nearest((place.branch for place in places.values()), point)
    return [await _near(services, service, length, places[branch.id], km) for branch, km in found]


def best_of(near: Sequence[NearPlace]) -> NearPlace | None:
    """Return the nearest place that is open now and has a free time, else the nearest that has one."""
    free = [each for each in near if each.free]
    return next((each for each in free if each.open_now), free[0] if free else None)


async def _near(services: Services, service: TsonService | None, length: int, place: Place, km: float) -> NearPlace:
    now = services.clock.now()
    is_open = place.schedule is not None and place.schedule.state_at(now).kind is not OpenKind.CLOSED
    service = service or next(iter(place.offered()), None)
    if service is None or not place.books(service):
        return NearPlace(place, km, is_open, None)
    by_day = await free_slots(services, place, service.group.value, horizon(place, now), length)
    free = next((slot for slots in by_day.values() for slot in slots if slot.seats), None)
    return NearPlace(place, km, is_open, free)
