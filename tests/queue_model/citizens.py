"""What citizens do: hold, book, move, cancel, leave; and updates that come again."""

from datetime import time

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import Visit
from bot.services.branches.directory import tson_services
from bot.services.queue.booking import book_seat, cancel_booking, move_booking
from bot.services.queue.hold import release_seat
from bot.services.queue.person import SELF
from bot.services.queue.visit_length import visit_minutes, visit_seats
from tests.queue_model.base import Ground, awaiting, clocks, days, is_same, lengths, places, users
from tests.support.queue.services import READY

_SECOND = tson_services()["paper"]


class Citizens(Ground):
    """Four citizens."""

    @rule(user=users, place=places, day=days, clock=clocks, length=lengths)
    def comes_and_books(self, user: int, place: int, day: int, clock: time, length: int) -> None:
        """Somebody goes the whole way, for themselves."""
        self.holds(user, place, day, clock, length)
        self.books(user, user, two=length > 1)

    @precondition(lambda self: self.ledger.visits)
    @rule(data=st.data(), place=places, day=days, clock=clocks)
    def comes_and_moves(self, data: st.DataObject, place: int, day: int, clock: time) -> None:
        """Somebody chooses another time for their visit and moves it."""
        number = self._some_visit(data)
        visit = self.ledger.visits[number]
        self.holds(visit.user, place, day, clock, visit.count)
        self._move(number, visit.user)

    @rule(user=users, place=places, day=days, clock=clocks, length=lengths)
    def holds(self, user: int, place: int, day: int, clock: time, length: int) -> None:
        """Somebody chooses a time."""
        self._hold(user, self.branches[place], self._at(day, clock), length)

    @precondition(lambda self: self.ledger.wanted(self.harness.services.now))
    @rule(data=st.data(), user=users)
    def holds_what_another_has_or_had(self, data: st.DataObject, user: int) -> None:
        """Somebody chooses a time that is booked, or was freed a moment ago."""
        branch, starts_at = data.draw(st.sampled_from(self.ledger.wanted(self.harness.services.now)))
        self._hold(user, branch, starts_at, 1)

    @rule(user=users, owner=users, two=st.booleans())
    def books(self, user: int, owner: int, two: bool) -> None:
        """Somebody confirms what they hold, for themselves or another."""
        second = _SECOND if two else None
        person = self.people[owner]
        now, key, services = self.harness.services.now, self._key(), self.harness.services
        expected = self.ledger.why_not_book(user, person, visit_seats(READY, second), now)

        async def book() -> int:
            return await book_seat(services, key=key, user_id=user, visit=Visit(person, SELF, READY, second))

        number = self._does(book, expected)
        if isinstance(number, int):
            self.ledger.book(number, user, person, visit_minutes(READY, second), self.ledger.holds[user])

    @precondition(lambda self: self.ledger.visits)
    @rule(data=st.data(), user=users)
    def moves(self, data: st.DataObject, user: int) -> None:
        """Somebody moves a visit, mostly their own, to what they hold."""
        number = self._some_visit(data)
        self._move(number, data.draw(st.sampled_from([self.ledger.visits[number].user, user])))

    def _move(self, number: int, user: int) -> None:
        visit, now, key = self.ledger.visits[number], self.harness.services.now, self._key()
        expected = self.ledger.why_not_change(user, number, now) or self.ledger.why_not_book(
            user, visit.person, visit.count, now, moving=number
        )

        async def move() -> int:
            return await move_booking(self.harness.services, key=key, user_id=user, booking_id=number)

        if self._does(move, expected) == number:
            self.ledger.move(number, self.ledger.holds[user], now)

    @precondition(lambda self: self.ledger.visits)
    @rule(data=st.data(), user=users, reason=st.sampled_from(["busy", "done"]))
    def cancels(self, data: st.DataObject, user: int, reason: str) -> None:
        """Somebody cancels a visit, mostly their own."""
        number = self._some_visit(data)
        self._cancel(number, data.draw(st.sampled_from([self.ledger.visits[number].user, user])), reason)

    def _cancel(self, number: int, user: int, reason: str) -> None:
        now, key = self.harness.services.now, self._key()

        async def cancel() -> str:
            await cancel_booking(self.harness.services, key=key, user_id=user, booking_id=number, reason=reason)
            return "cancelled"

        if self._does(cancel, self.ledger.why_not_change(user, number, now)) == "cancelled":
            self.ledger.end(number, "cancelled", now)

    @precondition(lambda self: self.ledger.open_visits(self.harness.services.now))
    @rule(data=st.data(), another=users)
    def cancels_what_another_waits_for(self, data: st.DataObject, another: int) -> None:
        """Somebody cancels; at the same moment somebody else wants that time."""
        number = data.draw(st.sampled_from(self.ledger.open_visits(self.harness.services.now)))
        visit = self.ledger.visits[number]
        self._cancel(number, visit.user, "busy")
        self._hold(another, visit.branch, visit.starts_at, 1)

    @rule(user=users)
    def leaves(self, user: int) -> None:
        """Somebody goes another way; the held seat is free at once."""
        self.run(release_seat(self.harness.services, user))
        self.ledger.holds.pop(user, None)

    @precondition(lambda self: self._again is not None)
    @rule()
    def replays(self) -> None:
        """The last update comes again: the same answer, and nothing more happens."""
        if self._again is not None:
            action, first = self._again
            try:
                assert self.run(awaiting(action)) == first
            except Refusal as refusal:  # a hold that is gone meanwhile is not made anew
                is_same(refusal.code, "hold-lapsed" if first == "held" else None)
