"""A queue of its own for the tests of booking: one demo place, a clock that is set, people with made-up ИИН."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from bot.domain.people.identifiers import Iin, control_digit, parse_iin
from bot.domain.queue.bookings import Visit
from bot.domain.queue.slots import SlotRef
from bot.services.branches import directory
from bot.services.branches.directory import Place, load_branches, places_for, tson_services
from bot.services.queue.booking import book_seat
from bot.services.queue.hold import hold_seat
from bot.services.queue.person import SELF, name_person
from bot.services.queue.waiting_list import WaitingRequest, join_waiting
from bot.services.work import Services
from storage.engine.database import Row
from tests.support.payments.services import SetClock, open_harness

READY = tson_services()["result"]
VEHICLE = tson_services()["vehicle_registration"]
_UPDATES = count()


@dataclass(slots=True)
class QueueHarness:
    """Services, their clock, and one ЦОН that takes bookings (Monday 23 November 2026, 11:00 there)."""

    services: Services
    clock: SetClock
    place: Place

    def at(self, hour: int, minute: int = 0, *, days: int = 1) -> int:
        """Return a time at the place, days from the Monday on which the clock begins."""
        start = datetime(2026, 11, 23, hour - 5, minute, tzinfo=UTC) + timedelta(days=days)
        return int(start.timestamp())

    async def hold(self, user_id: int, starts_at: int, key: str = "", length: int = 1) -> None:
        """Hold seats for a person."""
        await hold_seat(
            self.services,
            key=key or f"update:{next(_UPDATES)}",
            user_id=user_id,
            slot=SlotRef(self.place.id, READY.group.value, starts_at, length),
        )

    async def confirm(self, user_id: int, key: str = "") -> int:
        """Book what the person holds, for themselves."""
        person = await name_person(self.services, user_id, iin_of(user_id), own=True)
        key = key or f"update:{next(_UPDATES)}"
        return await book_seat(self.services, key=key, user_id=user_id, visit=Visit(person, SELF, READY))

    async def books(self, user_id: int, starts_at: int) -> int:
        """Hold and confirm."""
        await self.hold(user_id, starts_at)
        return await self.confirm(user_id)

    async def rows(self, sql: str, *params: object) -> list[Row]:
        """Return the rows of a query."""
        return await self.services.db.all(sql, *params)

    async def live_at(self, starts_at: int) -> int:
        """Return how many live bookings there are at a time."""
        return len(await self.rows("SELECT id FROM booking WHERE starts_at = ? AND state = 'active'", starts_at))

    async def seats_agree(self) -> bool:
        """Tell whether booked seats and those of live bookings are the same (invariant 9)."""
        seats = await self.rows(
            "SELECT booking_id AS id, count(*) AS seats FROM seat WHERE state = 'booked' GROUP BY 1 ORDER BY 1"
        )
        live = "SELECT id, seats FROM booking WHERE state IN ('active', 'checked_in', 'served') ORDER BY 1"
        return seats == await self.rows(live)


def iin_of(user_id: int) -> Iin:
    """Return nobody's ИИН: born in January 1899; another for each user below 28 000."""
    for attempt in range(10):
        eleven = f"9901{1 + user_id // 1000:02}1{user_id % 1000:03}{attempt}"
        digit = control_digit(eleven)
        if digit is not None:
            return parse_iin(f"{eleven}{digit}")
    raise AssertionError(user_id)


@asynccontextmanager
async def open_queue_harness(
    folder: Path, *, desks: int = 1, people: range = range(700, 760)
) -> AsyncIterator[QueueHarness]:
    """Open an empty queue in which a place serves ``desks`` people at a time."""
    async with open_harness(folder) as harness:
        await load_branches(harness.services)
        await harness.welcome(*people)
        place = next(each for each in await places_for(harness.services, READY) if each.books(READY))
        await harness.services.db.run([("UPDATE branch SET desks = ? WHERE id = ?", (desks, place.id))])
        yield QueueHarness(harness.services, harness.clock, await directory.place(harness.services, place.id))


_KEYS = count()


async def joins(
    harness: QueueHarness,
    user_id: int,
    day: date,
    last: date | None = None,
    *,
    part: str | None = None,
    places: int = 1,
) -> int:
    """Put somebody in line for themselves, from ``day`` to ``last``, at the first ``places`` of the city."""
    person = await name_person(harness.services, user_id, iin_of(user_id), own=True)
    beside = await harness.rows(
        "SELECT id FROM branch WHERE takes_bookings = 1 AND kind = 'tson' AND city_ru = ? AND id != ? ORDER BY id",
        harness.place.branch.city.ru,
        harness.place.id,
    )
    branches = (harness.place.id, *(row["id"] for row in beside))[:places]
    return await join_waiting(
        harness.services,
        key=f"join:{next(_KEYS)}",
        user_id=user_id,
        visit=Visit(person, SELF, READY),
        request=WaitingRequest(branches, day, last or day, part),
    )
