"""How busy a branch is, now and by hour, from bookings, arrivals and the served log; and where it is quieter
(product Q6)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.branches.branches import TsonService
from bot.domain.geo import distance_km
from bot.domain.queue.load import WORTH_MINUTES, Load, WaitRange, load_of, usual_wait
from bot.domain.reception import StoredVisit
from bot.services.branches.directory import Place, places_beside
from bot.services.queue.free_times import day_grid
from bot.services.reception.ordering import Line, is_open, local_day, local_time, read_line
from bot.services.work import Services
from bot.texts import zone
from storage.engine.database import Transaction
from storage.queue.seats import booked_starts
from storage.reception import visits

_WEEKS = timedelta(weeks=4)
_FRESH_SECONDS = 60 * 60


@dataclass(frozen=True, slots=True)
class HourLoad:
    """One hour of a day: seats booked of those there are, who came, and what one usually waits then (None: unknown)."""

    hour: int
    booked: int
    seats: int
    came: int
    usual: WaitRange | None

    @property
    def load(self) -> Load:
        """The load: by the usual wait where that is known, else by the bookings."""
        return self.usual.load if self.usual is not None else load_of(self.booked, self.seats)


@dataclass(frozen=True, slots=True)
class Quieter:
    """Another hour of today at the same branch, or another branch now: what one waits there, minutes it saves."""

    place: Place
    hour: int | None
    wait: WaitRange
    saves: int
    km: float | None = None


@dataclass(frozen=True, slots=True)
class BranchLoad:
    """A branch's day. ``now`` is None where the line is not kept with the bot, or nobody came for an hour."""

    place: Place
    now: WaitRange | None
    waiting: int
    hours: Sequence[HourLoad]
    quieter: Sequence[Quieter]


async def branch_load(services: Services, place: Place, service: TsonService | None = None) -> BranchLoad:
    """Return how busy the branch is, with quieter ways that save enough; other branches for the ``service`` only."""
    async with services.db.read() as reader:
        line = await read_line(reader, place, services.now)
        wait = await _wait_now(reader, place, line, services.now)
        hours = await _hours(reader, place, services.now)
        found = [each for each in (_quieter_hour(place, wait, hours, services.now),) if each is not None]
        if wait is not None and service is not None:
            found += await _quieter_branch(reader, place, service, wait, services.now)
    return BranchLoad(place, wait, len(line.waiting), hours, found)


async def _wait_now(tx: Transaction, place: Place, line: Line, now: int) -> WaitRange | None:
    if not is_open(place, now):
        return None
    today = await visits.of_day(tx, place.id, local_day(place, now).isoformat())
    if not any((visit.ended_at or now) > now - _FRESH_SECONDS for visit in today):
        return None
    return line.wait_at(len(line.waiting))


async def _hours(tx: Transaction, place: Place, now: int) -> list[HourLoad]:
    day, group = local_day(place, now), place.group.value
    seats = _by_hour(place, {int(slot.start.timestamp()): slot.seats for slot in day_grid(place, group, day)})
    booked = _by_hour(place, await booked_starts(tx, place.id, group, day.isoformat()))
    usual = _usual(place, await visits.since(tx, place.id, (day - _WEEKS).isoformat()), day.isoformat())
    came: dict[int, int] = defaultdict(int)
    for visit in await visits.of_day(tx, place.id, day.isoformat()):
        came[_hour(place, visit.arrived_at)] += 1
    return [
        HourLoad(hour, booked.get(hour, 0), seats.get(hour, 0), came[hour], usual.get(hour))
        for hour in _open_hours(place, now)
    ]


def _open_hours(place: Place, now: int) -> list[int]:
    """Return the hours in which the place is open today, by the start of each."""
    spans = place.schedule.opening(local_day(place, now)) if place.schedule else ()
    hours: set[int] = set()
    for span in spans:
        last = span.end - timedelta(minutes=1)
        hours |= set(range(span.start.hour, last.hour + 1))
    return sorted(hours)


def _usual(place: Place, served: Sequence[StoredVisit], today: str) -> Mapping[int, WaitRange | None]:
    waits: dict[int, list[float]] = defaultdict(list)
    for visit in served:
        if visit.day < today and visit.called_at is not None:
            due = max(visit.arrived_at, visit.starts_at or 0)
            waits[_hour(place, due)].append(max(0, visit.called_at - due) / 60)
    return {hour: usual_wait(known) for hour, known in waits.items()}


def _quieter_hour(place: Place, now: WaitRange | None, hours: Sequence[HourLoad], at: int) -> Quieter | None:
    """Return the first of the quietest hours still to come, compared with now, or with what is usual at this hour."""
    current = local_time(place, at).hour
    here = now or next((each.usual for each in hours if each.hour == current), None)
    coming = [(each.usual, each.hour) for each in hours if each.hour > current and each.usual is not None]
    if here is None or not coming:
        return None
    wait, hour = min(coming, key=lambda one: (one[0].high, one[1]))
    saves = here.saves(wait)
    return Quieter(place, hour, wait, saves) if saves >= WORTH_MINUTES else None


async def _quieter_branch(
    tx: Transaction, place: Place, service: TsonService, here: WaitRange, now: int
) -> list[Quieter]:
    found = []
    for other in await places_beside(tx, place, service, now):
        wait = await _wait_now(tx, other, await read_line(tx, other, now), now)
        if wait is not None and here.saves(wait) >= WORTH_MINUTES:
            found.append(Quieter(other, None, wait, here.saves(wait), _km(place, other)))
    return sorted(found, key=lambda each: (each.wait.high, each.km or 0))[:1]


def _km(one: Place, other: Place) -> float | None:
    if one.branch.point is None or other.branch.point is None:
        return None
    return distance_km(one.branch.point, other.branch.point)


def _by_hour(place: Place, starts: Mapping[int, int]) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for start, count in starts.items():
        found[_hour(place, start)] += count
    return found


def _hour(place: Place, at: int) -> int:
    return datetime.fromtimestamp(at, zone(place.zone)).hour
