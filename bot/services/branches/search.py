"""Places by what somebody typed, (product Q1)."""

from bot.domain.branches.branches import TsonService
from bot.domain.branches.place_search import rank_places
from bot.services.branches.directory import Place, bookable_places, places_for, regions
from bot.services.work import Services


async def find_places(services: Services, service: TsonService | None, typed: str) -> list[Place]:
    """Return the places (for the service) that have the typed words in names or address, the likest first."""
    places = await places_for(services, service)
    return [places[found.index] for found in rank_places(typed, [_words(place) for place in places])]


async def find_branches(services: Services, region: str | None, typed: str) -> list[Place]:
    """Return the places of a region (None: of the country) that give out seats, the likest to the typed words first."""
    places = [place for place in await bookable_places(services) if region in (None, place.branch.region)]
    if not typed.strip():
        return places
    return [places[found.index] for found in rank_places(typed, [_words(place) for place in places])]


def _words(place: Place) -> list[str]:
    branch, region = place.branch, regions().get(place.branch.region)
    pairs = (branch.names, branch.address, branch.city, *([region.names] if region else []))
    return [word for names in pairs for word in (names.kk, names.ru)]
