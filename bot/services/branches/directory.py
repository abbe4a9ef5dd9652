"""The directory: regions, places with their hours, and what one comes for, read from ``data/`` (product Q1)."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from math import inf

from bot.data_files import DATA, rows
from bot.domain.branches.branches import (
    Branch,
    BranchKind,
    Region,
    ServiceGroup,
    TsonService,
    read_branch,
    read_region,
    read_tson_service,
    read_weekly_hours,
)
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.changes import StoredClosure
from bot.domain.branches.hours import Closure, DayException, Schedule, WeeklyHours
from bot.domain.calendar.working_days import WorkCalendar, read_calendar
from bot.domain.csv_cells import Entries
from bot.domain.errors import InvalidInput
from bot.domain.geo import distance_km
from bot.services.work import Services
from bot.texts import zone
from storage.branches import branches, opening
from storage.branches.branches import StoredBranch
from storage.engine.database import Transaction

# Which kinds of places a service is given at: those that take bookings, and those worth knowing of.
KINDS: Mapping[ServiceGroup, tuple[BranchKind, ...]] = {
    ServiceGroup.ORDINARY: (BranchKind.TSON, BranchKind.DIGITAL_TSON, BranchKind.SELF_SERVICE, BranchKind.RURAL),
    ServiceGroup.SPECIAL: (BranchKind.SPEC_TSON,),
    ServiceGroup.MIGRATION: (BranchKind.MIGRATION,),
}
# Where what is done online only can be done at a computer, with somebody's help.
_SELF_SERVICE = (BranchKind.SELF_SERVICE, BranchKind.DIGITAL_TSON)
_BOOKED = {ServiceGroup.ORDINARY: BranchKind.TSON, ServiceGroup.SPECIAL: BranchKind.SPEC_TSON}


NewPlace = tuple[Branch, Sequence[WeeklyHours], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A branch with its row's id and its schedule; ``schedule`` is None where no source gives the hours.

    ``plans`` are its capacity plans, the deciding one last.
    """

    id: int
    branch: Branch
    zone: str
    schedule: Schedule | None
    plans: tuple[CapacityPlan, ...] = ()

    @property
    def group(self) -> ServiceGroup:
        """Return which group of counters it has."""
        return ServiceGroup.SPECIAL if self.branch.kind is BranchKind.SPEC_TSON else ServiceGroup.ORDINARY

    def books(self, service: TsonService) -> bool:
        """Tell whether seats for the service are given out here.

        A service known from a source of low confidence is offered at demo places only (``data/README.md``).
        """
        if not self.branch.takes_bookings or self.schedule is None or service.online_where:
            return False
        return self.branch.kind is _BOOKED.get(service.group) and (self.branch.demo or service.confidence != "low")

    def offered(self) -> list[TsonService]:
        """Return the services seats are given out for here."""
        return [service for service in tson_services().values() if self.books(service)]


async def load_branches(services: Services) -> None:
    """Fill an empty directory from ``data/branches/branches.csv``; what was imported since is left as it is (product
    X7). Demo places come only where they are shown, also later.
    """
    demo_too = services.settings.demo_places
    async with services.db.read() as reader:
        empty = await branches.is_empty(reader)
        lacks_demo = demo_too and not await branches.has_demo(reader)
    if empty or lacks_demo:
        every = read_places((DATA / "branches" / "branches.csv").read_text(encoding="utf-8"))
        places = [each for each in every if (lacks_demo if each[0].demo else empty)]
        await services.db.write(lambda tx: branches.put_all(tx, places))


def read_places(content: str) -> list[NewPlace]:
    """Read a table of places (columns as in ``data/README.md``) with the hours of their kind and their zone.

    Raises InvalidInput (``table-column``, ``table-value``) for the first cell that does not fit.
    """
    hours = rows("branches/hours.csv")
    zones = {kato: str(region.tz) for kato, region in regions().items()}
    places: list[NewPlace] = []
    for branch in map(read_branch, csv.DictReader(content.splitlines())):
        if branch.region not in zones:
            raise InvalidInput("table-value", column="region", value=branch.region)
        weekly = read_weekly_hours(hours, branch.kind, duty=branch.duty)
        places.append((branch, weekly, zones[branch.region]))
    return places


async def place(services: Services, branch_id: int) -> Place:
    """Return a place; raises LookupError when there is none with this id."""
    async with services.db.read() as reader:
        return await read_place(reader, branch_id, services.now)


async def read_place(tx: Transaction, branch_id: int, now: int) -> Place:
    """Return a place as the transaction sees it; raises LookupError when there is none with this id."""
    stored = await branches.get(tx, branch_id)
    if stored is None:
        raise LookupError(branch_id)
    (found,) = await _with_schedules(tx, [stored], now)
    return found


async def places_beside(tx: Transaction, place: Place, service: TsonService, now: int) -> list[Place]:
    """Return the other places of the city that give out seats for the service, the nearest first where known."""
    branch = place.branch
    stored = await branches.in_city(tx, branch.region, branch.city.ru, branch.kind)
    others = [each for each in stored if each.id != place.id and (branch.demo or not each.branch.demo)]
    found = await _with_schedules(tx, others, now)
    return sorted((each for each in found if each.books(service)), key=lambda each: _distance(place, each))


def _distance(one: Place, other: Place) -> float:
    if one.branch.point is None or other.branch.point is None:
        return inf
    return distance_km(one.branch.point, other.branch.point)


async def places_for(services: Services, service: TsonService | None) -> list[Place]:
    """Return the places one may go to with a service, those that take bookings first; without one, all of them.

    For what is done online only they are the self-service corners.
    """
    async with services.db.read() as reader:
        stored = await branches.of_kinds(reader, _kinds(service))
        return await _with_schedules(reader, _shown(services, stored), services.now)


async def bookable_places(services: Services) -> list[Place]:
    """Return every place that gives out seats."""
    async with services.db.read() as reader:
        stored = await branches.of_kinds(reader, tuple(_BOOKED.values()))
        takes = [each for each in _shown(services, stored) if each.branch.takes_bookings]
        return await _with_schedules(reader, takes, services.now)


def _shown(services: Services, stored: Sequence[StoredBranch]) -> list[StoredBranch]:
    """Leave demo places out where nobody asked for them; an installation may have them from before."""
    return [each for each in stored if services.settings.demo_places or not each.branch.demo]


def _kinds(service: TsonService | None) -> tuple[BranchKind, ...]:
    if service is None:
        return tuple(kind for kinds in KINDS.values() for kind in kinds)
    return _SELF_SERVICE if service.online_where else KINDS[service.group]


async def _with_schedules(tx: Transaction, stored: Sequence[StoredBranch], now: int) -> list[Place]:
    ids = [each.id for each in stored]
    special = await opening.special_days(tx, ids)
    closed = await opening.closures(tx, ids, now)
    plans = await opening.capacity_plans(tx, ids)
    return [
        Place(each.id, each.branch, each.zone, _schedule(each, special, closed), tuple(plans.get(each.id, ())))
        for each in stored
    ]


def _schedule(
    stored: StoredBranch, special: Mapping[int, list[DayException]], closed: Mapping[int, list[StoredClosure]]
) -> Schedule | None:
    if not stored.weekly:
        return None
    return Schedule(
        zone(stored.zone),
        stored.weekly,
        calendar(),
        exceptions=tuple(special.get(stored.id, ())),
        duty=stored.branch.duty,
        closures=tuple(_closure(each, stored.zone) for each in closed.get(stored.id, ())),
    )


def _closure(stored: StoredClosure, tz: str) -> Closure:
    start, *end = (
        datetime.fromtimestamp(moment, zone(tz)) for moment in (stored.starts_at, stored.ends_at) if moment is not None
    )
    return Closure(start, end[0] if end else None, stored.reason)


@cache
def tson_services() -> Mapping[str, TsonService]:
    """Return what one comes to a ЦОН for, by code."""
    return Entries({service.code: service for service in map(read_tson_service, rows("queue/services.csv"))})


@cache
def regions() -> Mapping[str, Region]:
    """Return the regions by KATO code."""
    return Entries({region.kato: region for region in map(read_region, rows("branches/regions.csv"))})


@cache
def calendar() -> WorkCalendar:
    """Return the working calendar with our holidays and moved days."""
    return read_calendar(rows("calendar/holidays.csv"), rows("calendar/moved_days.csv"))


def holiday_name(day: date, language: str) -> str | None:
    """Return what a special day is called, or None for an ordinary day."""
    row = calendar().holiday(day)
    return (row.name_kk if language == "kk" else row.name_ru) or None if row else None
