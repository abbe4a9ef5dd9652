"""Places people go to, as rows: loaded from ``data/``, read back as values."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.bilingual import Names
from bot.domain.branches.branches import Branch, BranchKind
from bot.domain.branches.hours import HoursKind, WeeklyHours
from storage.engine.database import Row, Transaction

_COLUMNS = (
    "code", "region", "city_kk", "city_ru", "name_kk", "name_ru", "address_kk", "address_ru", "phone", "kind",
    "hours", "duty", "accessible", "takes_bookings", "desks", "confidence", "demo", "latitude", "longitude", "tz",
)  # fmt: skip
_PUT = (
    f"INSERT INTO branch ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' for _ in _COLUMNS)})"
    f" ON CONFLICT (code) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])}"
)


@dataclass(frozen=True, slots=True)
class StoredBranch:
    """A place with its row's id, weekly hours (none when no source gives them) and time zone."""

    id: int
    branch: Branch
    weekly: tuple[WeeklyHours, ...]
    zone: str


async def put_all(tx: Transaction, places: Iterable[tuple[Branch, Sequence[WeeklyHours], str]]) -> None:
    """Store places with their hours and zone; one known by its code is brought up to date."""
    await tx.many(_PUT, [_values(branch, weekly, zone) for branch, weekly, zone in places])


async def is_empty(tx: Transaction) -> bool:
    """Tell whether no place was loaded yet."""
    return await tx.one("SELECT 1 AS yes FROM branch LIMIT 1") is None


async def has_demo(tx: Transaction) -> bool:
    """Tell whether made-up places were loaded."""
    return await tx.one("SELECT 1 AS yes FROM branch WHERE demo = 1 LIMIT 1") is not None


async def get(tx: Transaction, branch_id: int) -> StoredBranch | None:
    """Return the place with this id."""
    row = await tx.one("SELECT * FROM branch WHERE id = ?", branch_id)
    return _stored(row) if row else None


async def region_of(tx: Transaction, branch_id: int) -> str | None:
    """Return the region a place is in."""
    row = await tx.one("SELECT region FROM branch WHERE id = ?", branch_id)
    return row["region"] if row else None


async def by_code(tx: Transaction, code: str) -> StoredBranch | None:
    """Return the place with this code of the directory's tables."""
    row = await tx.one("SELECT * FROM branch WHERE code = ?", code)
    return _stored(row) if row else None


async def of_kinds(tx: Transaction, kinds: Sequence[BranchKind]) -> list[StoredBranch]:
    """Return the places of these kinds, those that take bookings first."""
    places = ", ".join("?" for _ in kinds)
    rows = await tx.all(
        f"SELECT * FROM branch WHERE kind IN ({places}) ORDER BY takes_bookings DESC, id",
        *(kind.value for kind in kinds),
    )
    return [_stored(row) for row in rows]


async def in_city(tx: Transaction, region: str, city_ru: str, kind: BranchKind) -> list[StoredBranch]:
    """Return the places of a kind in a city that take bookings."""
    rows = await tx.all(
        "SELECT * FROM branch WHERE region = ? AND city_ru = ? AND kind = ? AND takes_bookings = 1 ORDER BY id",
        region,
        city_ru,
        kind.value,
    )
    return [_stored(row) for row in rows]


def _values(branch: Branch, weekly: Sequence[WeeklyHours], zone: str) -> tuple[object, ...]:
    latitude, longitude = branch.point or (None, None)
    return (
        branch.id, branch.region, branch.city.kk, branch.city.ru, branch.names.kk, branch.names.ru,
        branch.address.kk, branch.address.ru, branch.phone, branch.kind.value, _hours(weekly), branch.duty,
        branch.accessible, branch.takes_bookings, branch.desks, branch.confidence, branch.demo,
        None if latitude is None else str(latitude), None if longitude is None else str(longitude), zone,
    )  # fmt: skip


def _hours(weekly: Sequence[WeeklyHours]) -> str:
    return json.dumps(
        [
            [
                row.weekday,
                row.opens.isoformat("minutes"),
                row.closes.isoformat("minutes"),
                row.kind.value,
                row.valid_from.isoformat(),
                row.valid_to.isoformat(),
            ]
            for row in weekly
        ]
    )


def _stored(row: Row) -> StoredBranch:
    point = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None
    branch = Branch(
        id=row["code"],
        kind=BranchKind(row["kind"]),
        region=row["region"],
        city=Names(row["city_kk"], row["city_ru"]),
        names=Names(row["name_kk"], row["name_ru"]),
        address=Names(row["address_kk"], row["address_ru"]),
        phone=row["phone"],
        point=point,
        duty=bool(row["duty"]),
        accessible=None if row["accessible"] is None else bool(row["accessible"]),
        takes_bookings=bool(row["takes_bookings"]),
        desks=row["desks"],
        demo=bool(row["demo"]),
        confidence=row["confidence"],
    )
    return StoredBranch(row["id"], branch, tuple(map(_weekly, json.loads(row["hours"]))), str(ZoneInfo(row["tz"])))


def _weekly(cells: list[Any]) -> WeeklyHours:
    weekday, opens, closes, kind, valid_from, valid_to = cells
    return WeeklyHours(
        weekday,
        time.fromisoformat(opens),
        time.fromisoformat(closes),
        HoursKind(kind),
        date.fromisoformat(valid_from),
        date.fromisoformat(valid_to),
    )
