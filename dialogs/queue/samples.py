"""Places, services and bookings for previews: those of the demo, and places that are had in other ways."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from bot.data_files import DATA
from bot.domain.branches.branches import BranchKind, TsonService
from bot.domain.branches.hours import Schedule, WeeklyHours
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.queue.slots import Slot
from bot.services.branches.directory import Place, calendar, read_places, tson_services
from bot.services.queue.free_times import day_grid
from bot.services.queue.last_visit import LastVisit
from bot.services.queue.person import RELATIONS, SELF
from bot.texts import zone
from dialogs.samples import MASKED_IIN, TICKET, TODAY

BOOKS, BESIDE, ON_DUTY, SPECIAL = "demo-astana-1", "demo-almaty-1", "demo-astana-2", "demo-astana-3"
SELF_SERVICE, NO_ADDRESS, WALK_IN = "qyzylorda-1", "qyzylorda-3", "almaty-1"
READY, BIRTH, VEHICLE, IDENTITY, ONLINE = "result", "birth", "vehicle_registration", "identity_card", "residence"


@cache
def _places() -> dict[str, Place]:
    read = read_places((DATA / "branches" / "branches.csv").read_text(encoding="utf-8"))
    return {
        branch.id: Place(no, branch, tz, _schedule(weekly, tz, duty=branch.duty))
        for no, (branch, weekly, tz) in enumerate(read, 1)
    }


def _schedule(weekly: Sequence[WeeklyHours], tz: str, *, duty: bool) -> Schedule | None:
    return Schedule(zone(tz), tuple(weekly), calendar(), duty=duty) if weekly else None


def sample_place(name: str = BOOKS) -> Place:
    """Return a place of ``data/branches/branches.csv``, as it is before anybody changes anything."""
    return _places()[name]


def sample_places() -> list[Place]:
    """Return every place."""
    return list(_places().values())


def sample_kinds() -> list[Place]:
    """Return a place of each kind."""
    place = sample_place()
    return [replace(place, branch=replace(place.branch, kind=kind)) for kind in BranchKind]


def sample_service(code: str = READY) -> TsonService:
    """Return a service."""
    return tson_services()[code]


def sample_slots(name: str = BOOKS) -> list[Slot]:
    """Return every time of a working day."""
    return day_grid(sample_place(name), sample_service().group.value, TODAY + timedelta(days=1))


def sample_start() -> datetime:
    """Return the time of a visit."""
    return sample_slots()[0].start


def sample_booking(
    second: str | None = None, state: BookingState = BookingState.ACTIVE, relation: str = SELF
) -> StoredBooking:
    """Return a booking."""
    start = sample_start()
    return StoredBooking(
        id=47,
        number="K7M2P9XWKT4MR7HX",
        ticket=TICKET,
        branch_id=1,
        person_id=1,
        made_by=501,
        service=READY,
        second_service=second,
        kind="ordinary",
        relation=relation,
        day=start.date().isoformat(),
        starts_at=int(start.timestamp()),
        minutes=15,
        seats=1,
        state=state,
        version=1,
    )


def sample_last_visit(*, two: bool = False, relation: str = RELATIONS[0]) -> LastVisit:
    """Return what was booked last."""
    last = LastVisit(sample_service(VEHICLE), None, sample_place(SPECIAL), 1, relation, MASKED_IIN)
    return replace(last, service=sample_service(), second=sample_service(BIRTH)) if two else last
