"""Which place is nearest to a location pin."""

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from bot.domain.branches.branches import Branch

Point = tuple[float, float]
_EARTH_KM = 6371.0


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points (latitude, longitude in degrees), in kilometres."""
    (lat1, lon1), (lat2, lon2) = one, other
    half_lat, half_lon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    part = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(part)))


def nearest(branches: Iterable[Branch], point: Point, count: int = 5) -> list[tuple[Branch, float]]:
    """Return the nearest branches whose place is known, each with its distance in kilometres."""
    known = [(branch, distance_km(branch.point, point)) for branch in branches if branch.point]
    return sorted(known, key=lambda pair: pair[1])[:count]
