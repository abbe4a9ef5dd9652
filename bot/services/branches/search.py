"""Places by what somebody typed, or by where they are (product Q1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.branches.branches import TsonService
from bot.domain.branches.hours import OpenKind
from bot.domain.branches.place_search import rank_places
from bot.domain.geo import Point, nearest
from bot.domain.queue.slots import Slot
from bot.services.branches.directory import Place, bookable_places, places_for, regions
from bot.services.queue.free_times import free_slots, horizon
from bot.services.work import Services


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A place with its distance in kilometres; ``free`` is the first time that can be booked there, if any."""

    place: Place
    km: float
    open_now: bool
    free: Slot | None


async def find_places(services: Services, service: TsonService | None, typed: str) -> list[Place]:
    """Return the places (for the service) that have the typed words in names or address, the likest first."""
    places = await places_for(services, service)
    return [places[found.index] for found in rank_places(typed, [_words(place) for place in places])]


async def places_near(services: Services, service: TsonService | None, length: int, point: Point) -> list[NearPlace]:
    """Return the five places nearest to a point, by distance; those not on the map are left out.

    Without a service, the free time of each is that for the first service it books.
    """
    places = {place.branch.id: place for place in await places_for(services, service)}
    found = nearest((place.branch for place in places.values()), point)
    return [await _near(services, service, length, places[branch.id], km) for branch, km in found]


async def find_branches(services: Services, region: str | None, typed: str) -> list[Place]:
    """Return the places of a region (None: of the country) that give out seats, the likest to the typed words first."""
    places = [place for place in await bookable_places(services) if region in (None, place.branch.region)]
    if not typed.strip():
        return places
    return [places[found.index] for found in rank_places(typed, [_words(place) for place in places])]


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


def _words(place: Place) -> list[str]:
    branch, region = place.branch, regions()[place.branch.region]
    pairs = (branch.names, branch.address, branch.city, region.names)
    return [word for names in pairs for word in (names.kk, names.ru)]
