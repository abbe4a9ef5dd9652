"""Places and services as values read from rows of tables (their columns: `data/README.md`).

Every reader raises `InvalidInput` (`table-column`, `table-value`), so an import can say which cell is wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.bilingual import Names
from bot.domain.branches.hours import HoursKind, WeeklyHours
from bot.domain.csv_cells import Row, cell, clock, flag, from_day, maybe, to_day, words


class BranchKind(StrEnum):
    """What a place is."""

    TSON = "tson"
    SPEC_TSON = "spec_tson"
    DIGITAL_TSON = "digital_tson"
    MIGRATION = "migration"
    RURAL = "rural"
    SELF_SERVICE = "self_service"
    EMPLOYMENT_CENTRE = "employment_centre"
    EMPLOYMENT_DEPARTMENT = "employment_department"


class ServiceGroup(StrEnum):
    """Which group of counters serves it."""

    ORDINARY = "ordinary"
    SPECIAL = "special"
    MIGRATION = "migration"


class Section(StrEnum):
    """Where a service stands in the list people choose from."""

    READY = "ready"
    FAMILY = "family"
    PAPERS = "papers"
    VEHICLE = "vehicle"
    IDENTITY = "identity"
    ONLINE = "online"


class PaperServiceSection(StrEnum):
    """Where a paper service stands in the list people choose from."""

    FAMILY = "family"
    PENSION = "pension"
    DISABILITY = "disability"
    OTHER = "other"


class Recipient(StrEnum):
    """Which body takes an application (order 109 item 3)."""

    STATE_CORP = "state_corp"
    EMPLOYMENT_COORDINATION = "employment_coordination"
    MSE_DEPARTMENT = "mse_department"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Region:
    """An oblast or a city of republican importance."""

    kato: str
    names: Names
    centre: Names
    tz: ZoneInfo


@dataclass(frozen=True, slots=True)
class Branch:
    """A place people go to. `point` is latitude and longitude; a demo place is not real and says so in its name.

    `desks` is how many people are served at one time, 0 where nobody is booked."""

    id: str
    kind: BranchKind
    region: str
    city: Names
    names: Names
    address: Names
    phone: str
    point: tuple[float, float] | None
    duty: bool
    accessible: bool | None
    takes_bookings: bool
    desks: int
    demo: bool
    confidence: str


@dataclass(frozen=True, slots=True)
class TsonService:
    """What one comes to a ЦОН for; `online_where` is set for what is done online only and is never booked."""

    code: str
    names: Names
    section: Section
    group: ServiceGroup
    minutes: int
    online_where: str | None
    seller_name: bool
    confidence: str


@dataclass(frozen=True, slots=True)
class PaperService:
    """A paper service, one of the electronic appeal; one that has no name in the sources is not shown."""

    code: str
    names: Names
    """The official name, of 2020."""
    short: Names
    """What a button and a list call it, in today's wording."""
    section: PaperServiceSection
    recipient: Recipient
    shown: bool
    active: bool
    """False for what was only announced: it is not offered."""
    needs_plan: bool


def read_region(row: Row) -> Region:
    """Read a row of `branches/regions.csv`."""
    return Region(cell(row, "kato", words), _names(row), _names(row, "centre"), cell(row, "tzdata", ZoneInfo))


def read_branch(row: Row) -> Branch:
    """Read a row of `branches/branches.csv`."""
    latitude, longitude = cell(row, "lat", maybe(float)), cell(row, "lon", maybe(float))
    return Branch(
        id=cell(row, "id", words),
        kind=cell(row, "kind", BranchKind),
        region=cell(row, "region", words),
        city=_names(row, "city"),
        names=_names(row),
        address=Names(cell(row, "address_kk", str), cell(row, "address_ru", str)),
        phone=cell(row, "phone", str),
        point=None if latitude is None or longitude is None else (latitude, longitude),
        duty=cell(row, "duty", flag),
        accessible=cell(row, "accessible", maybe(flag)),
        takes_bookings=cell(row, "booking", flag),
        desks=cell(row, "desks", int),
        demo=cell(row, "demo", flag),
        confidence=cell(row, "confidence", words),
    )


def read_tson_service(row: Row) -> TsonService:
    """Read a row of `queue/services.csv`."""
    online = cell(row, "online_only", flag)
    return TsonService(
        code=cell(row, "code", words),
        names=_names(row),
        section=cell(row, "section", Section),
        group=cell(row, "group", ServiceGroup),
        minutes=cell(row, "minutes", int),
        online_where=cell(row, "online_where", words) if online else None,
        seller_name=cell(row, "seller_name", flag),
        confidence=cell(row, "confidence", words),
    )


def read_paper_service(row: Row) -> PaperService:
    """Read a row of `paper_services/services.csv`."""
    shown = cell(row, "shown", flag)
    return PaperService(
        code=cell(row, "code", words),
        names=_names(row) if shown else Names("", ""),
        short=_names(row, "short") if shown else Names("", ""),
        section=cell(row, "section", PaperServiceSection),
        recipient=cell(row, "recipient_type", Recipient),
        shown=shown,
        active=cell(row, "status", words) == "active",
        needs_plan=cell(row, "needs_plan", flag),
    )


def read_weekly_hours(rows: Iterable[Row], kind: BranchKind, *, duty: bool) -> tuple[WeeklyHours, ...]:
    """Return the weekly hours of that kind of place out of the rows of `branches/hours.csv`; none where no source has
    them.
    """
    return tuple(
        WeeklyHours(
            cell(row, "weekday", int),
            cell(row, "opens", clock),
            cell(row, "closes", clock),
            cell(row, "type", HoursKind),
            cell(row, "valid_from", from_day),
            cell(row, "valid_to", to_day),
        )
        for row in rows
        if cell(row, "kind", BranchKind) is kind and cell(row, "duty", flag) is duty
    )


def _names(row: Row, prefix: str = "name") -> Names:
    return Names(cell(row, f"{prefix}_kk", words), cell(row, f"{prefix}_ru", words))
