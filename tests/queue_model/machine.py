"""The machine: citizens, offices and the clock, and everything checked after each of their actions."""

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from bot.services.reminders import fire_due_reminders
from tests.queue_model.calendar import EDGES, edge
from tests.queue_model.citizens import Citizens
from tests.queue_model.invariants import check_all
from tests.queue_model.ledger import HOLD_SECONDS
from tests.queue_model.offices import Offices


class QueueMachine(Citizens, Offices):
    """Everybody at once."""

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
        self.adopts_kept()

    @invariant()
    def holds_together(self) -> None:
        """The file says what the ledger says."""
        if self.branches:
            type(self).checked += 1
            self._turn += 1
            self.run(check_all(self.desk, self.ledger))
