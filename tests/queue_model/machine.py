"""The machine: citizens who hold, book, move and cancel; an office that changes hours and windows; the clock."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.desks import DeskPlan
from bot.domain.errors import Refusal
from bot.domain.hours import DayException
from bot.domain.slots import run_of
from bot.services.queue import directory
from bot.services.queue.booking import book_seat, cancel_booking, move_booking
from bot.services.queue.directory import tson_services
from bot.services.queue.free_times import day_grid
from bot.services.queue.hold import hold_seat, release_seat
from bot.services.queue.person import SELF, name_person
from bot.services.queue.visit_length import visit_minutes, visit_seats
from bot.services.reminders import fire_due_reminders
from bot.texts import zone
from storage import opening
from storage.database import Transaction
from tests.queue_model.calendar import EDGES, STARTS, edge
from tests.queue_model.invariants import check_all
from tests.queue_model.ledger import HOLD_SECONDS, Claim, Ledger
from tests.services.queue_desk import READY, QueueDesk, iin_of, open_queue_desk

Result = TypeVar("Result")
USERS = range(700, 704)
_SECOND = tson_services()["paper"]
# Mostly times that exist and meet; also before opening, in the closing half hour, and at night.
_CLOCKS = [*[time(9), time(9, 15), time(9, 30), time(10)] * 4, time(8, 45), time(11), time(11, 15), time(23, 45)]
_DAYS = [*[1, 1, 2, 2, 3, 12] * 3, 0, 9, 10, 11, 13, 14, 15]

users = st.sampled_from(USERS)
days = st.sampled_from(_DAYS)
clocks = st.sampled_from(_CLOCKS)
places = st.sampled_from([0, 0, 0, 1])
lengths = st.sampled_from([1, 1, 1, 2])


class QueueMachine(RuleBasedStateMachine):
    """Two places open 09:00–11:30 with one window and two, and four citizens who book for themselves and others."""

    checked = 0
    """How many times everything was checked: once after each action, by all machines together."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="queue-model-")
        self._loop = asyncio.new_event_loop()
        self._stack = AsyncExitStack()
        self._keys, self._turn = count(), 0
        self._again: tuple[Callable[[], Awaitable[Any]], Any] | None = None
        self.desk: QueueDesk
        self.ledger: Ledger
        self.branches: list[int] = []
        self.people: dict[int, int] = {}
        self.closures: list[int] = []

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Wait for something asynchronous."""
        return self._loop.run_until_complete(work)

    @initialize(start=st.sampled_from(STARTS))
    def opens(self, start: datetime) -> None:
        """Lay the file and let the citizens in."""
        self.run(self._open(start))

    async def _open(self, start: datetime) -> None:
        self.desk = await self._stack.enter_async_context(open_queue_desk(Path(self._folder.name), people=USERS))
        self.desk.clock.at = start
        here = self.desk.place
        beside = await self.desk.rows(
            "SELECT id FROM branch WHERE city_ru = ? AND kind = 'tson' AND takes_bookings = 1 ORDER BY id",
            here.branch.city.ru,
        )
        self.branches = [row["id"] for row in beside][:2]
        week = str([[day, "09:00", "11:30", "open", "0001-01-01", "9999-12-31"] for day in range(7)]).replace("'", '"')
        narrow = ("UPDATE branch SET desks = 1 WHERE id = ?", (self.branches[0],))
        await self.desk.services.db.run([("UPDATE branch SET hours = ?, desks = 2, duty = 0", (week,)), narrow])
        self.people = {user: await name_person(self.desk.services, user, iin_of(user), own=True) for user in USERS}
        self.ledger = Ledger(here.zone)

    def teardown(self) -> None:
        """Close the file and remove it."""
        self.run(self._stack.aclose())
        self._loop.close()
        self._folder.cleanup()

    # --- citizens

    @rule(user=users, place=places, day=days, clock=clocks, length=lengths)
    def comes_and_books(self, user: int, place: int, day: int, clock: time, length: int) -> None:
        """Somebody goes the whole way, for himself."""
        self.holds(user, place, day, clock, length)
        self.books(user, user, two=length > 1)

    @precondition(lambda self: self.ledger.visits)
    @rule(data=st.data(), place=places, day=days, clock=clocks)
    def comes_and_moves(self, data: st.DataObject, place: int, day: int, clock: time) -> None:
        """Somebody chooses another time for his visit and moves it."""
        number = self._some_visit(data)
        visit = self.ledger.visits[number]
        self.holds(visit.user, place, day, clock, visit.count)
        self._move(number, visit.user)

    @rule(user=users, place=places, day=days, clock=clocks, length=lengths)
    def holds(self, user: int, place: int, day: int, clock: time, length: int) -> None:
        """Somebody chooses a time."""
        self._hold(user, self.branches[place], self._at(day, clock), length)

    @precondition(lambda self: self.ledger.wanted(self.desk.services.now))
    @rule(data=st.data(), user=users)
    def holds_what_another_has_or_had(self, data: st.DataObject, user: int) -> None:
        """Somebody chooses a time that is booked, or was freed a moment ago."""
        branch, starts_at = data.draw(st.sampled_from(self.ledger.wanted(self.desk.services.now)))
        self._hold(user, branch, starts_at, 1)

    def _hold(self, user: int, branch: int, starts_at: int, length: int) -> None:
        now = self.desk.services.now
        claim = Claim(branch, starts_at, length, now + HOLD_SECONDS)
        expected = self.ledger.why_not_hold(user, claim, self.run(self._capacities(branch, starts_at, length)), now)
        key = self._key()
        services, group = self.desk.services, READY.group.value

        async def hold() -> str:
            await hold_seat(
                services, key=key, user_id=user, branch_id=branch, group=group, starts_at=starts_at, length=length
            )
            return "held"

        if self._does(hold, expected) == "held":
            self.ledger.holds[user] = claim

    @rule(user=users, owner=users, two=st.booleans())
    def books(self, user: int, owner: int, two: bool) -> None:
        """Somebody confirms what he holds, for himself or another."""
        second = _SECOND if two else None
        person = self.people[owner]
        now, key, services = self.desk.services.now, self._key(), self.desk.services
        expected = self.ledger.why_not_book(user, person, visit_seats(READY, second), now)

        async def book() -> int:
            return await book_seat(
                services, key=key, user_id=user, service=READY, second=second, person_id=person, relation=SELF
            )

        number = self._does(book, expected)
        if isinstance(number, int):
            self.ledger.book(number, user, person, visit_minutes(READY, second))

    @precondition(lambda self: self.ledger.visits)
    @rule(data=st.data(), user=users)
    def moves(self, data: st.DataObject, user: int) -> None:
        """Somebody moves a visit, mostly his own, to what he holds."""
        number = self._some_visit(data)
        self._move(number, data.draw(st.sampled_from([self.ledger.visits[number].user, user])))

    def _move(self, number: int, user: int) -> None:
        visit, now, key = self.ledger.visits[number], self.desk.services.now, self._key()
        expected = self.ledger.why_not_change(user, number, now) or self.ledger.why_not_book(
            user, visit.person, visit.count, now, moving=number
        )

        async def move() -> int:
            return await move_booking(self.desk.services, key=key, user_id=user, booking_id=number)

        if self._does(move, expected) == number:
            self.ledger.move(number, user, now)

    @precondition(lambda self: self.ledger.visits)
    @rule(data=st.data(), user=users, reason=st.sampled_from(["busy", "done"]))
    def cancels(self, data: st.DataObject, user: int, reason: str) -> None:
        """Somebody cancels a visit, mostly his own."""
        number = self._some_visit(data)
        user = data.draw(st.sampled_from([self.ledger.visits[number].user, user]))
        now, key = self.desk.services.now, self._key()

        async def cancel() -> str:
            await cancel_booking(self.desk.services, key=key, user_id=user, booking_id=number, reason=reason)
            return "cancelled"

        if self._does(cancel, self.ledger.why_not_change(user, number, now)) == "cancelled":
            self.ledger.end(number, "cancelled", now)

    @rule(user=users)
    def leaves(self, user: int) -> None:
        """Somebody goes another way; the held seat is free at once."""
        self.run(release_seat(self.desk.services, user))
        self.ledger.holds.pop(user, None)

    @precondition(lambda self: self._again is not None)
    @rule()
    def replays(self) -> None:
        """The last update comes again: the same answer, and nothing more happens."""
        if self._again is not None:
            action, first = self._again
            try:
                assert self.run(_awaiting(action)) == first
            except Refusal as refusal:  # a hold that is gone meanwhile is not made anew
                _is(refusal.code, "hold-lapsed" if first == "held" else None)

    # --- the office

    @precondition(lambda self: self._rested(8))
    @rule(place=places, desks=st.sampled_from([0, 1, 1, 2, 3]), walk_ins=st.sampled_from([0, 0, 50]))
    def changes_windows(self, place: int, desks: int, walk_ins: int) -> None:
        """The office plans another number of windows from today on."""
        today = self.ledger.day(self.desk.services.now)
        plan = DeskPlan(READY.group, time(0), time(23, 59), desks, walk_ins, valid_from=today)
        self.run(self._write(lambda tx: opening.add_desk_plan(tx, self.branches[place], plan, None, 0)))

    @precondition(lambda self: self._rested(5))
    @rule(place=places, day=days, hours=st.sampled_from([None, (9, 10), (9, 12), (9, 12)]))
    def changes_hours(self, place: int, day: int, hours: tuple[int, int] | None) -> None:
        """The office changes the hours of one day."""
        opens, closes = (time(hours[0]), time(hours[1])) if hours else (None, None)
        special = DayException(self._day(day), opens, closes)
        now = self.desk.services.now
        self.run(self._write(lambda tx: opening.put_special_day(tx, self.branches[place], special, None, now)))

    # --- time

    @rule(seconds=st.sampled_from([20, 61, 61, HOLD_SECONDS - 1, HOLD_SECONDS, HOLD_SECONDS, 1000, 3600, 20_000]))
    def time_passes(self, seconds: int) -> None:
        """The clock goes on."""
        self.desk.clock.move(seconds=seconds)

    @precondition(lambda self: self._rested(12))
    @rule(kind=st.sampled_from([*EDGES[:1] * 12, *EDGES]))
    def jumps(self, kind: str) -> None:
        """The clock jumps to the edge of a day, a month, a year, or to 29 February."""
        self.desk.clock.at = edge(self.desk.clock.at, kind, self.ledger.zone)

    @rule()
    def sweeps(self) -> None:
        """The jobs of every few seconds run."""
        self.run(fire_due_reminders(self.desk.services))

    @invariant()
    def holds_together(self) -> None:
        """The file says what the ledger says."""
        if self.branches:
            QueueMachine.checked += 1
            self._turn += 1
            self.run(check_all(self.desk, self.ledger))

    # --- helpers

    def _does(self, action: Callable[[], Awaitable[Any]], expected: str | None) -> Any:
        """Act; the end must be the one foretold. Return the result, or the refusal's code."""
        try:
            result = self.run(_awaiting(action))
        except Refusal as refusal:
            _is(refusal.code, expected)
            return refusal.code
        _is(None, expected)
        self._again = (action, result)
        return result

    async def _capacities(self, branch: int, starts_at: int, length: int) -> list[int]:
        place = await directory.place(self.desk.services, branch)
        start = datetime.fromtimestamp(starts_at, zone(place.zone))
        seats = {slot.start: slot.seats for slot in day_grid(place, READY.group.value, start.date())}
        return [seats.get(at, 0) for at in run_of(start, length)]

    async def _write(self, job: Callable[[Transaction], Awaitable[Any]]) -> None:
        await self.desk.services.db.write(job)

    def _rested(self, actions: int) -> bool:
        """Tell whether it is time for something rarer: once in so many actions."""
        return self._turn % actions == 0

    def _some_visit(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.ledger.visits)[-6:]))

    def _day(self, ahead: int) -> date:
        return self.ledger.day(self.desk.services.now) + timedelta(days=ahead)

    def _at(self, ahead: int, clock: time) -> int:
        return int(datetime.combine(self._day(ahead), clock, zone(self.ledger.zone)).timestamp())

    def _key(self) -> str:
        return f"update:{next(self._keys)}"


def _is(found: str | None, expected: str | None) -> None:
    assert found == expected, f"it ended with {found}, foretold was {expected}"


async def _awaiting(action: Callable[[], Awaitable[Any]]) -> Any:
    return await action()
