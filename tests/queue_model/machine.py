"""The machine: citizens, offices and the clock, and everything checked after each of their actions."""

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from bot.services.reminders import fire_due_reminders
from tests.queue_model.base import users
from tests.queue_model.calendar import EDGES, edge
from tests.queue_model.citizens import Citizens
from tests.queue_model.invariants import check_all
from tests.queue_model.ledger import HOLD_SECONDS
from tests.queue_model.offices import Offices


class QueueMachine(Citizens, Offices):
    """Everybody at once."""

    @precondition(lambda self: self.ledger.open_visits(self.harness.services.now))
    @rule(data=st.data(), user=users, rival=users, takes=st.booleans(), changes_their_mind=st.booleans())
    def somebody_waits_for_what_another_cancels(
        self, data: st.DataObject, user: int, rival: int, takes: bool, changes_their_mind: bool
    ) -> None:
        """Somebody gets in line, and may cancel what an offer would move; the other cancels; the offer comes and is
        taken."""
        number = data.draw(st.sampled_from(self.ledger.open_visits(self.harness.services.now)))
        visit = self.ledger.visits[number]
        day = self.ledger.day(visit.starts_at)
        for who in (user, rival):
            self._join(who, who, (visit.branch,), (day, day), None)
        own = [
            key for key in self.ledger.open_visits(self.harness.services.now) if self.ledger.visits[key].user == user
        ]
        if changes_their_mind and own:
            self._cancel(own[0], user, "busy")
        if number not in own:
            self._cancel(number, visit.user, "busy")
        self.sweeps()
        open_ones = [key for key, offer in self.ledger.offers.items() if offer.state == "open"]
        for key in open_ones if takes else ():
            self._take(key, self.ledger.waits[self.ledger.offers[key].wait].user)

    @precondition(lambda self: any(held.until > self.harness.services.now for held in self.ledger.holds.values()))
    @rule(data=st.data(), waiter=users, rival=users)
    def a_hold_that_another_waits_for_runs_out(self, data: st.DataObject, waiter: int, rival: int) -> None:
        """Somebody gets in line for a day on which another holds a time; that one is late, and a third wants the
        time."""
        now = self.harness.services.now
        held = data.draw(st.sampled_from([each for each in self.ledger.holds.values() if each.until > now]))
        day = self.ledger.day(held.starts_at)
        self._join(waiter, waiter, (held.branch,), (day, day), None)
        self.harness.clock.move(seconds=held.until - now)
        self._hold(rival, held.branch, held.starts_at, 1)

    @rule(seconds=st.sampled_from([20, 61, 61, HOLD_SECONDS - 1, HOLD_SECONDS, HOLD_SECONDS, 1000, 3600, 20_000]))
    def time_passes(self, seconds: int) -> None:
        """The clock goes on."""
        self.harness.clock.move(seconds=seconds)

    @precondition(lambda self: self._rested(12))
    @rule(kind=st.sampled_from([*EDGES[:1] * 12, *EDGES]))
    def jumps(self, kind: str) -> None:
        """The clock jumps to the edge of a day, a month, a year, or to 29 February."""
        self.harness.clock.at = edge(self.harness.clock.at, kind, self.ledger.zone)

    @rule()
    def sweeps(self) -> None:
        """The jobs of every few seconds run."""
        self.run(fire_due_reminders(self.harness.services))
        self.adopts_kept()
        self.offers_are_made()

    @invariant()
    def holds_together(self) -> None:
        """The file says what the ledger says."""
        if self.branches:
            type(self).checked += 1
            self._turn += 1
            self.run(check_all(self.harness, self.ledger))
