"""What offices do: other hours, other windows, closing and opening again; and the times kept for those displaced."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import DayException
from bot.services.branch_changes.opening_change import Change, Clerk, Closing, NewCapacity, reopen
from bot.services.branches import directory
from bot.services.queue.alternatives import KEPT, accept_alternative, offer_for_move
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.queue.free_times import day_grid
from bot.texts import zone
from tests.queue_model.base import days, places, users
from tests.queue_model.in_line import InLine
from tests.queue_model.ledger import Claim
from tests.support.queue.opening import change_opening, foresee
from tests.support.queue.services import READY

_CLERK = Clerk(601, "Клерк")
_LEAD = int(BOOKING_RULES.lead.total_seconds())


@dataclass(frozen=True, slots=True)
class Closed:
    """A closure that was not lifted yet."""

    id: int
    branch: int


class Offices(InLine):
    """Two offices, and what their changes lead to."""

    # --- changes

    @precondition(lambda self: self._rested(8))
    @rule(place=places, desks=st.sampled_from([0, 1, 1, 2, 3]), walk_ins=st.sampled_from([0, 0, 50]))
    def changes_windows(self, place: int, desks: int, walk_ins: int) -> None:
        """The office plans another number of windows from today on."""
        today = self.ledger.day(self.harness.services.now)
        plan = CapacityPlan(READY.group, time(0), time(23, 59), desks, walk_ins, valid_from=today)
        self._change(place, NewCapacity(plan))

    @precondition(lambda self: self._rested(5))
    @rule(place=places, day=days, hours=st.sampled_from([None, (9, 10), (9, 12), (9, 12)]))
    def changes_hours(self, place: int, day: int, hours: tuple[int, int] | None) -> None:
        """The office changes the hours of one day."""
        opens, closes = (time(hours[0]), time(hours[1])) if hours else (None, None)
        self._change(place, DayException(self._day(day), opens, closes))

    @precondition(lambda self: self.ledger.open_visits(self.harness.services.now))
    @rule(data=st.data(), windows=st.sampled_from([None, 0, 1, 1]), another=users)
    def changes_what_somebody_booked(self, data: st.DataObject, windows: int | None, another: int) -> None:
        """The office shuts, or takes windows away, at the very time of a visit; then somebody else wants that time."""
        visit = self.ledger.visits[data.draw(st.sampled_from(self.ledger.open_visits(self.harness.services.now)))]
        start = datetime.fromtimestamp(visit.starts_at, zone(self.ledger.zone))
        place = self.branches.index(visit.branch)
        if windows is None:
            self._change(place, Closing(start, start + timedelta(minutes=30), "жөндеу"))
        else:
            day = start.date()
            plan = CapacityPlan(READY.group, time(0), time(23, 59), windows, valid_from=day, valid_to=day)
            self._change(place, NewCapacity(plan))
        self._hold(another, visit.branch, visit.starts_at, 1)

    @precondition(lambda self: self._rested(4))
    @rule(place=places, day=days, hours=st.sampled_from([(0, 24), (9, 10), (10, 12)]))
    def closes(self, place: int, day: int, hours: tuple[int, int]) -> None:
        """The office shuts for a day or some hours of it."""
        midnight = datetime.combine(self._day(day), time(), zone(self.ledger.zone))
        start, end = (midnight + timedelta(hours=hour) for hour in hours)
        self._change(place, Closing(start, end, "жөндеу"))

    def _change(self, place: int, change: Change) -> None:
        branch, key, services = self.branches[place], self._key(), self.harness.services
        foreseen = self.run(foresee(services, branch, [change]))

        async def act() -> int:
            return await change_opening(services, key=key, branch_id=branch, changes=[change], clerk=_CLERK)

        displaced = self._does(act, None)
        capacities = self.run(self._all_capacities(branch))
        expected = self.ledger.displace(branch, capacities, services.now)
        assert displaced == foreseen == len(expected), (displaced, foreseen, expected)
        self._adopts_lost(branch, capacities)
        self.adopts_offers()

    def _adopts_lost(self, branch: int, capacities: dict[int, int]) -> None:
        """Take over what was let go: what no longer fits, so that everything left does, and nothing else."""
        now = self.harness.services.now
        found = self.run(self._kept_from(branch, now))
        lost = [claim for claim in self.ledger.claims_at(branch, now) if (claim.starts_at, claim.until) not in found]
        for claim in lost:
            self.ledger.lose(claim)
        for claim in lost:
            over = [self.ledger.claimed(branch, at, now) >= capacities.get(at, 0) for at in claim.times()]
            assert any(over), f"{claim} was let go though it fits"
        for claim in self.ledger.claims_at(branch, now):
            for at in claim.times():
                assert self.ledger.claimed(branch, at, now) <= capacities.get(at, 0), f"{claim} fits no more"

    async def _kept_from(self, branch: int, now: int) -> set[tuple[int, int]]:
        rows = await self.harness.rows(
            "SELECT min(starts_at) AS start, hold_until FROM seat WHERE branch_id = ? AND state = 'held'"
            " AND hold_until > ? GROUP BY holder, purpose",
            branch,
            now,
        )
        return {(row["start"], row["hold_until"]) for row in rows}

    @precondition(lambda self: self.run(self._closed()))
    @rule(data=st.data())
    def opens_again(self, data: st.DataObject) -> None:
        """The office lifts a closure: who waits for another time may get the old one back."""
        closed = data.draw(st.sampled_from(self.run(self._closed())))
        key, now = self._key(), self.harness.services.now

        async def act() -> int:
            return await reopen(
                self.harness.services, key=key, closure_id=closed.id, branch_id=closed.branch, clerk=_CLERK
            )

        back = self._does(act, None)
        assert back == self.run(self._given_back(closed, now))
        self.adopts_kept()
        self.adopts_offers()

    async def _given_back(self, closed: Closed, now: int) -> int:
        """Take over who got their time back; it must be their own, to come, and they must have been displaced."""
        rows = await self.harness.rows("SELECT id, branch_id, starts_at, version FROM booking WHERE state = 'active'")
        back = [row for row in rows if self.ledger.visits[row["id"]].state == "displaced"]
        for row in back:
            visit = self.ledger.visits[row["id"]]
            assert (row["branch_id"], row["starts_at"]) == (visit.branch, visit.starts_at)
            assert visit.branch == closed.branch
            assert visit.starts_at > now
            self.ledger.move(row["id"], Claim(visit.branch, visit.starts_at, visit.count, now + 1), now)
        return len(back)

    async def _closed(self) -> list[Closed]:
        rows = await self.harness.rows(
            "SELECT id, branch_id FROM closure WHERE lifted_at IS NULL ORDER BY id DESC LIMIT 4"
        )
        return [Closed(row["id"], row["branch_id"]) for row in rows]

    async def _all_capacities(self, branch: int) -> dict[int, int]:
        place = await directory.place(self.harness.services, branch)
        found = {self.ledger.day(visit.starts_at) for visit in self.ledger.visits.values() if visit.branch == branch}
        claims = self.ledger.claims_at(branch, self.harness.services.now)
        found |= {self.ledger.day(claim.starts_at) for claim in claims}
        slots = [slot for day in sorted(found) for slot in day_grid(place, READY.group.value, day)]
        return {int(slot.start.timestamp()): slot.seats for slot in slots}

    # --- times kept

    @precondition(lambda self: self.ledger.visits)
    @rule(data=st.data(), user=users)
    def wants_other_times(self, data: st.DataObject, user: int) -> None:
        """Somebody presses *move* in a reminder."""
        number = self._some_visit(data)
        user = data.draw(st.sampled_from([self.ledger.visits[number].user, user]))
        key, now = self._key(), self.harness.services.now

        async def act() -> str:
            await offer_for_move(self.harness.services, key=key, user_id=user, booking_id=number)
            return "kept"

        self._does(act, self.ledger.why_not_change(user, number, now))
        self.adopts_kept()

    @precondition(lambda self: self.ledger.kept)
    @rule(data=st.data())
    def takes_a_kept_time(self, data: st.DataObject) -> None:
        """Somebody presses one of the kept times, in time or too late."""
        number = data.draw(st.sampled_from(sorted(self.ledger.kept)))
        claim = data.draw(st.sampled_from(self.ledger.kept[number]))
        visit, key, now = self.ledger.visits[number], self._key(), self.harness.services.now
        expected = self.ledger.why_not_change(visit.user, number, now) or self.ledger.why_not_claim(
            claim, visit.user, visit.person, visit.count, now, moving=number
        )

        async def act() -> int:
            return await accept_alternative(
                self.harness.services,
                key=key,
                user_id=visit.user,
                booking_id=number,
                choice=f"{claim.branch}.{claim.starts_at}",
            )

        if self._does(act, expected) == number:
            self.ledger.move(number, claim, now)

    def adopts_kept(self) -> None:
        """Take over what is kept by now: which times is the queue's choice, but each must be one it may keep."""
        now = self.harness.services.now
        kept = self.run(self._kept())
        fresh = {
            number: [claim for claim in claims if claim not in self.ledger.kept.get(number, [])]
            for number, claims in kept.items()
        }
        self.ledger.kept = kept
        self.adopts_cooling(now)
        for number, claims in fresh.items():
            visit = self.ledger.visits[number]
            assert len(kept[number]) <= KEPT
            for claim in claims:
                assert claim.count == visit.count
                assert (claim.branch, claim.starts_at) != (visit.branch, visit.starts_at) or visit.state == "displaced"
                assert now < claim.until <= claim.starts_at - _LEAD
                capacities = self.run(self._capacities(claim.branch, claim.starts_at, claim.count))
                for at, capacity in zip(claim.times(), capacities, strict=True):
                    assert self.ledger.claimed(claim.branch, at, now) <= capacity, "kept what was not free"

    async def _kept(self) -> dict[int, list[Claim]]:
        rows = await self.harness.rows(
            "SELECT purpose, holder, branch_id, min(starts_at) AS starts_at, count(*) AS count,"
            " min(hold_until) AS until FROM seat WHERE state = 'held' AND purpose LIKE 'alt:%' AND hold_until > ?"
            " GROUP BY purpose ORDER BY 4",
            self.harness.services.now,
        )
        kept: dict[int, list[Claim]] = {}
        for row in rows:
            number = int(row["purpose"].split(":")[1])
            assert row["holder"] == self.ledger.visits[number].user
            assert row["purpose"].split(":")[2] == f"{row['branch_id']}.{row['starts_at']}"
            claim = Claim(row["branch_id"], row["starts_at"], row["count"], row["until"])
            kept.setdefault(number, []).append(claim)
        return kept
