"""What every part of the machine stands on: the file, the clock, the ledger, and acting with a foretold end."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize

from bot.domain.errors import Refusal
from bot.domain.queue.slots import SlotRef, run_of
from bot.services.branches import directory
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.queue.free_times import day_grid
from bot.services.queue.hold import hold_seat
from bot.services.queue.person import name_person
from bot.texts import zone
from tests.queue_model.calendar import STARTS
from tests.queue_model.ledger import HOLD_SECONDS, Claim, Ledger
from tests.support.queue.services import READY, QueueHarness, iin_of, open_queue_harness

Result = TypeVar("Result")
USERS = range(700, 704)
# Mostly times that exist and meet; also before opening, in the closing half hour, and at night.
_CLOCKS = [*[time(9), time(9, 15), time(9, 30), time(10)] * 4, time(8, 45), time(11), time(11, 15), time(23, 45)]
_DAYS = [*[1, 1, 2, 2, 3, 12] * 3, 0, 9, 10, 11, 13, 14, 15]

users = st.sampled_from(USERS)
days = st.sampled_from(_DAYS)
clocks = st.sampled_from(_CLOCKS)
places = st.sampled_from([0, 1])
lengths = st.sampled_from([1, 1, 1, 2])


class Ground(RuleBasedStateMachine):
    """Two places open 09:00–11:30 with one counter and two, and four citizens who book for themselves and others."""

    checked = 0
    """How many times everything was checked: once after each action, by all machines together."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="queue-model-")
        self._loop = asyncio.new_event_loop()
        self._stack = AsyncExitStack()
        self._keys, self._turn = count(), 0
        self._again: tuple[Callable[[], Awaitable[Any]], Any] | None = None
        self.harness: QueueHarness
        self.ledger: Ledger
        self.branches: list[int] = []
        self.people: dict[int, int] = {}

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Wait for something asynchronous."""
        return self._loop.run_until_complete(work)

    @initialize(start=st.sampled_from(STARTS))
    def opens(self, start: datetime) -> None:
        """Make the file and the citizens."""
        self.run(self._open(start))

    async def _open(self, start: datetime) -> None:
        self.harness = await self._stack.enter_async_context(open_queue_harness(Path(self._folder.name), people=USERS))
        self.harness.clock.at = start
        here = self.harness.place
        beside = await self.harness.rows(
            "SELECT id FROM branch WHERE city_ru = ? AND kind = 'tson' AND takes_bookings = 1 ORDER BY id",
            here.branch.city.ru,
        )
        self.branches = [row["id"] for row in beside][:2]
        week = str([[day, "09:00", "11:30", "open", "0001-01-01", "9999-12-31"] for day in range(7)]).replace("'", '"')
        narrow = ("UPDATE branch SET desks = 1 WHERE id = ?", (self.branches[0],))
        await self.harness.services.db.run([("UPDATE branch SET hours = ?, desks = 2, duty = 0", (week,)), narrow])
        self.people = {user: await name_person(self.harness.services, user, iin_of(user), own=True) for user in USERS}
        self.ledger = Ledger(here.zone)

    def teardown(self) -> None:
        """Close the file and remove it."""
        self.run(self._stack.aclose())
        self._loop.close()
        self._folder.cleanup()

    def _hold(self, user: int, branch: int, starts_at: int, length: int) -> None:
        now = self.harness.services.now
        self.adopts_lapsed(now)
        claim = Claim(branch, starts_at, length, now + HOLD_SECONDS)
        expected = self.ledger.why_not_hold(user, claim, self.run(self._capacities(branch, starts_at, length)), now)
        key = self._key()
        services, slot = self.harness.services, SlotRef(branch, READY.group.value, starts_at, length)

        async def hold() -> str:
            await hold_seat(services, key=key, user_id=user, slot=slot)
            return "held"

        if self._does(hold, expected) == "held":
            self.ledger.holds[user] = claim

    def _does(self, action: Callable[[], Awaitable[Any]], expected: str | None) -> Any:
        """Act; the end must be the one foretold. Return the result, or the refusal's code."""
        try:
            result = self.run(awaiting(action))
        except Refusal as refusal:
            is_same(refusal.code, expected)
            return refusal.code
        is_same(None, expected)
        self._again = (action, result)
        return result

    async def _capacities(self, branch: int, starts_at: int, length: int) -> list[int]:
        place = await directory.place(self.harness.services, branch)
        start = datetime.fromtimestamp(starts_at, zone(place.zone))
        seats = {slot.start: slot.seats for slot in day_grid(place, READY.group.value, start.date())}
        return [seats.get(at, 0) for at in run_of(start, length, BOOKING_RULES)]

    def adopts_cooling(self, now: int) -> None:
        """Take over which seats cool: one may have been kept or offered to somebody, none may have come besides."""
        sql = "SELECT branch_id, starts_at, public_at FROM seat WHERE state = 'free' AND public_at > ?"
        rows = self.run(self.harness.rows(sql, now))
        cooling = sorted((row["branch_id"], row["starts_at"], row["public_at"]) for row in rows)
        before = sorted(seat for seat in self.ledger.cooling if seat[2] > now)
        for seat in cooling:
            assert seat in before, (seat, before)
            before.remove(seat)
        self.ledger.cooling = cooling

    def adopts_lapsed(self, now: int) -> None:
        """Take over which holds ran out and were not taken by others since: each must have been somebody's."""
        sql = "SELECT branch_id, starts_at, holder, hold_until FROM seat WHERE state = 'held' AND hold_until <= ?"
        rows = self.run(self.harness.rows(sql, now))
        self.ledger.lapsed = sorted(tuple(row.values()) for row in rows)

    def _rested(self, actions: int) -> bool:
        """Tell whether it is time for something rarer: once in so many actions."""
        return self._turn % actions == 0

    def _some_visit(self, data: st.DataObject) -> int:
        """Draw a visit: mostly one that is open, at times one that is over."""
        open_ones = self.ledger.open_visits(self.harness.services.now)
        latest = sorted(self.ledger.visits)[-2:]
        return data.draw(st.sampled_from([*open_ones[-6:], *latest]))

    def _day(self, ahead: int) -> date:
        return self.ledger.day(self.harness.services.now) + timedelta(days=ahead)

    def _at(self, ahead: int, clock: time) -> int:
        return int(datetime.combine(self._day(ahead), clock, zone(self.ledger.zone)).timestamp())

    def _key(self) -> str:
        return f"update:{next(self._keys)}"


def is_same(found: str | None, expected: str | None) -> None:
    """Compare how something ended with what was foretold."""
    assert found == expected, f"it ended with {found}, foretold was {expected}"


async def awaiting(action: Callable[[], Awaitable[Any]]) -> Any:
    """Make a coroutine of an awaitable's maker."""
    return await action()
