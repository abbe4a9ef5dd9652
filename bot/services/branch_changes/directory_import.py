"""Taking over a directory: first what it would change and whom that would leave without a seat, then the change.

What is stored is added to the history of each place, so that who looks later sees what was before and since when.
"""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar

from bot.domain.bilingual import Names
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.changes import BranchChange
from bot.domain.branches.csv_schema import read_capacity_plan, read_own_hours, read_special_day
from bot.domain.branches.hours import DayException
from bot.domain.csv_cells import Row
from bot.domain.errors import InvalidInput
from bot.services.branches.directory import NewPlace, Place, read_place, read_places
from bot.services.queue.conflicts import left_without_seat
from bot.services.queue.reassign_displaced import reassign_displaced
from bot.services.work import Services
from storage.branches import branches, opening
from storage.branches.branches import StoredBranch
from storage.engine.database import Transaction

Value = TypeVar("Value")
_BY = "import-directory"


@dataclass(frozen=True, slots=True)
class NewDirectory:
    """Places as they are to be; capacity plans and special days by a place's code."""

    places: Sequence[NewPlace]
    plans: Mapping[str, Sequence[CapacityPlan]] = field(default_factory=dict)
    days: Mapping[str, Sequence[DayException]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changed:
    """What differs at one place: field → before, after (JSON values); `conflicts` are bookings left without a seat."""

    code: str
    names: Names
    is_new: bool
    fields: Mapping[str, tuple[Any, Any]]
    conflicts: int = 0


def read_directory(places: str, hours: str = "", plans: str = "", days: str = "") -> NewDirectory:
    """Read the tables; a place's own hours replace those of its kind.

    Raises InvalidInput (`table-column`, `table-value`) for the first cell that does not fit, a place of a later table
    that is not in the first one among them.
    """
    known = read_places(places)
    codes = {branch.id for branch, _weekly, _zone in known}
    own = _by_place(hours, read_own_hours, codes)
    return NewDirectory(
        [(branch, tuple(own.get(branch.id, weekly)), zone) for branch, weekly, zone in known],
        _by_place(plans, read_capacity_plan, codes),
        _by_place(days, read_special_day, codes),
    )


async def compare_directory(services: Services, new: NewDirectory) -> list[Changed]:
    """Return what taking it over would change, place by place; nothing is stored."""
    async with services.db.read() as reader:
        return await _compare(services, reader, new)


async def take_over_directory(services: Services, new: NewDirectory) -> list[Changed]:
    """Store the directory and note every change in its place's history, in one transaction; return the changes.

    Whoever is left without a seat is displaced and offered other times, as by a change from the staff chat.
    """

    async def store(tx: Transaction) -> list[Changed]:
        changes = await _compare(services, tx, new)
        await branches.put_all(tx, new.places)
        for change in changes:
            await reassign_displaced(services, tx, await _store(tx, change, new, services.now))
        return changes

    return await services.db.write(store)


async def _compare(services: Services, tx: Transaction, new: NewDirectory) -> list[Changed]:
    changes = []
    for place in new.places:
        branch = place[0]
        stored = await branches.by_code(tx, branch.id)
        now = await read_place(tx, stored.id, services.now) if stored else None
        fields = _differences(place, stored, now, new)
        if fields or stored is None:
            conflicts = len(await left_without_seat(tx, _as_it_will_be(now, place, new), services.now)) if now else 0
            changes.append(Changed(branch.id, branch.names, stored is None, fields, conflicts))
    return changes


def _differences(
    place: NewPlace, stored: StoredBranch | None, now: Place | None, new: NewDirectory
) -> dict[str, tuple[Any, Any]]:
    code = place[0].id
    before = _flat((stored.branch, stored.weekly, stored.zone)) if stored else {}
    fields = {name: (before.get(name), value) for name, value in _flat(place).items() if before.get(name) != value}
    plans = [plan for plan in new.plans.get(code, ()) if now is None or plan not in now.plans]
    if plans:
        fields["plans"] = (None, _json(plans))
    known = {day.day: day for day in now.schedule.exceptions} if now and now.schedule else {}
    for day in new.days.get(code, ()):
        if known.get(day.day) != day:
            fields[day.day.isoformat()] = (_json(known.get(day.day)), _json(day))
    return fields


async def _store(tx: Transaction, change: Changed, new: NewDirectory, now: int) -> int:
    """Store one place's change; return its id."""
    stored = await branches.by_code(tx, change.code)
    if stored is None:
        raise LookupError(change.code)
    there = (await opening.capacity_plans(tx, [stored.id])).get(stored.id, [])
    for plan in new.plans.get(change.code, ()):
        if plan not in there:
            await opening.add_capacity_plan(tx, stored.id, plan, None, now)
    for day in new.days.get(change.code, ()):
        await opening.put_special_day(tx, stored.id, day, None, now)
    before, after = (
        json.dumps({name: values[side] for name, values in change.fields.items()}, ensure_ascii=False)
        for side in (0, 1)
    )
    await opening.note_change(tx, stored.id, BranchChange("directory", before, after, None, _BY, now))
    return stored.id


def _as_it_will_be(now: Place, place: NewPlace, new: NewDirectory) -> Place:
    branch, weekly, _zone = place
    schedule = now.schedule
    if schedule is not None:
        named = new.days.get(branch.id, ())
        kept = tuple(day for day in schedule.exceptions if day.day not in {each.day for each in named})
        schedule = replace(schedule, weekly=tuple(weekly), duty=branch.duty, exceptions=(*kept, *named))
    added = tuple(plan for plan in new.plans.get(branch.id, ()) if plan not in now.plans)
    plans = sorted((*now.plans, *added), key=lambda plan: plan.valid_from)
    return replace(now, branch=branch, schedule=schedule, plans=tuple(plans))


def _by_place(table: str, read: Callable[[Row], tuple[str, Value]], codes: set[str]) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for code, value in map(read, csv.DictReader(table.splitlines())):
        if code not in codes:
            raise InvalidInput("table-value", column="branch", value=code)
        found.setdefault(code, []).append(value)
    return found


def _flat(place: NewPlace) -> dict[str, object]:
    branch, weekly, zone = place
    told: dict[str, object] = _json({**asdict(branch), "hours": [asdict(row) for row in weekly], "zone": zone})
    return told


def _json(value: Any) -> Any:
    """Return the value as JSON keeps it, so that what is stored and what is new compare alike."""
    return json.loads(json.dumps(value, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.isoformat("minutes") if hasattr(value, "isoformat") else asdict(value)
