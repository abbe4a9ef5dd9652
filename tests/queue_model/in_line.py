"""The line: joining, leaving, offers that are taken, passed on or run out; and that nobody is passed over."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.branches.branches import TsonService
from bot.domain.queue.bookings import Visit
from bot.services.branches.directory import tson_services
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.queue.offers import offer_freed_seats, pass_offer, take_offer
from bot.services.queue.person import SELF
from bot.services.queue.visit_length import visit_minutes
from bot.services.queue.waiting_list import WaitingRequest, join_waiting, leave_waiting
from bot.texts import zone
from tests.queue_model.base import Ground, users
from tests.queue_model.ledger import Claim, Offer, Wait
from tests.support.queue.services import READY

_SECOND = tson_services()["paper"]


class InLine(Ground):
    """Citizens who wait."""

    @rule(
        user=users,
        owner=users,
        where=st.sampled_from([(0,), (0,), (1,), (0, 1)]),
        first=st.sampled_from([0, 1, 1, 2, 12]),
        span=st.sampled_from([-1, 0, 0, 2, 14]),
        two=st.sampled_from([False, False, True]),
    )
    def joins(self, user: int, owner: int, where: tuple[int, ...], first: int, span: int, two: bool) -> None:
        """Somebody gets in line for some days at one place or both, for themselves or another."""
        days = (self._day(first), self._day(first + span))
        self._join(user, owner, tuple(self.branches[place] for place in where), days, _SECOND if two else None)

    @precondition(lambda self: self.ledger.open_visits(self.harness.services.now))
    @rule(data=st.data(), user=users)
    def joins_for_a_time_that_is_taken(self, data: st.DataObject, user: int) -> None:
        """Somebody gets in line for the very day of another's visit."""
        visit = self.ledger.visits[data.draw(st.sampled_from(self.ledger.open_visits(self.harness.services.now)))]
        day = self.ledger.day(visit.starts_at)
        self._join(user, user, (visit.branch,), (day, day), None)

    def _join(
        self, user: int, owner: int, branches: tuple[int, ...], days: tuple[date, date], second: TsonService | None
    ) -> None:
        person, key, services = self.people[owner], self._key(), self.harness.services
        mine = [wait for wait in self.ledger.waits.values() if (wait.user, wait.person) == (user, person)]
        exists = any(wait.state == "waiting" for wait in mine)
        expected = "waiting-days" if days[1] < days[0] else "waiting-exists" if exists else None
        request = WaitingRequest(branches, *days, None)

        async def join() -> int:
            return await join_waiting(
                services, key=key, user_id=user, visit=Visit(person, SELF, READY, second),
                request=request,
            )  # fmt: skip

        number = self._does(join, expected)
        if isinstance(number, int):
            (row,) = self.run(self.harness.rows("SELECT seats, booking_id FROM waiting WHERE id = ?", number))
            self._check_moved(user, person, row["booking_id"])
            wait = Wait(user, person, branches, days, row["seats"], row["booking_id"], services.now)
            self.ledger.waits[number] = wait

    def _check_moved(self, user: int, person: int, number: int | None) -> None:
        """A coming visit of their own is what the offer will move."""
        now = self.harness.services.now
        own = [
            key
            for key, visit in self.ledger.visits.items()
            if (visit.user, visit.person) == (user, person) and self.ledger.is_coming(visit, now)
        ]
        assert number in own if own else number is None

    @precondition(lambda self: self.ledger.waits)
    @rule(data=st.data(), user=users)
    def leaves_the_line(self, data: st.DataObject, user: int) -> None:
        """Somebody leaves the line; what they were offered goes to the next."""
        number = data.draw(st.sampled_from(sorted(self.ledger.waits)[-4:]))
        wait, now, key = self.ledger.waits[number], self.harness.services.now, self._key()
        user = data.draw(st.sampled_from([wait.user, user]))

        async def leave() -> str:
            await leave_waiting(self.harness.services, key=key, user_id=user, waiting_id=number)
            return "left"

        expected = None if wait.state == "waiting" and wait.user == user else "waiting-over"
        if self._does(leave, expected) == "left":
            wait.state = "left"
            for key_, offer in self.ledger.offers.items():
                if offer.wait == number and offer.state == "open":
                    self.ledger.end_offer(key_, "passed", now)
            self.adopts_cooling(now)

    @precondition(lambda self: self.ledger.offers)
    @rule(data=st.data(), user=users)
    def takes_an_offer(self, data: st.DataObject, user: int) -> None:
        """Somebody takes what they were offered, in time or too late."""
        number = self._some_offer(data)
        owner = self.ledger.waits[self.ledger.offers[number].wait].user
        self._take(number, data.draw(st.sampled_from([owner, owner, user])))

    def _take(self, number: int, user: int) -> None:
        offer, now, key = self.ledger.offers[number], self.harness.services.now, self._key()
        wait = self.ledger.waits[offer.wait]
        visit = self.ledger.visits.get(wait.visit or 0)
        moving = wait.visit if visit and self.ledger.why_not_change(visit.user, wait.visit or 0, now) is None else None
        count = visit.count if visit and moving else wait.count
        expected = self._why_not_answer(offer, user) or self.ledger.why_not_claim(
            offer.claim, wait.user, wait.person, count, now, moving=moving
        )

        async def take() -> int:
            return await take_offer(self.harness.services, key=key, user_id=user, offer_id=number)

        booked = self._does(take, expected)
        if not isinstance(booked, int):
            return
        offer.state, wait.state = "taken", "served"
        if moving:
            assert booked == moving
            self.ledger.move(moving, offer.claim, now)
        else:
            minutes = visit_minutes(READY, _SECOND if wait.count > 1 else None)
            self.ledger.book(booked, wait.user, wait.person, minutes, offer.claim)

    @precondition(lambda self: self.ledger.offers)
    @rule(data=st.data(), user=users)
    def passes_an_offer(self, data: st.DataObject, user: int) -> None:
        """Somebody lets the next in line have it."""
        number = self._some_offer(data)
        offer, now, key = self.ledger.offers[number], self.harness.services.now, self._key()
        user = data.draw(st.sampled_from([self.ledger.waits[offer.wait].user, user]))

        async def pass_on() -> str:
            await pass_offer(self.harness.services, key=key, user_id=user, offer_id=number)
            return "passed"

        if self._does(pass_on, self._why_not_answer(offer, user)) == "passed":
            self.ledger.end_offer(number, "passed", now)
            self.adopts_cooling(now)

    def _why_not_answer(self, offer: Offer, user: int) -> str | None:
        wait = self.ledger.waits[offer.wait]
        late = offer.state != "open" or offer.expires <= self.harness.services.now
        return "offer-over" if late or wait.user != user or wait.state != "waiting" else None

    def _some_offer(self, data: st.DataObject) -> int:
        open_ones = [number for number, offer in self.ledger.offers.items() if offer.state == "open"]
        return data.draw(st.sampled_from([*open_ones[-4:], max(self.ledger.offers)]))

    # --- what the sweep does

    def offers_are_made(self) -> None:
        """Run the sweep: what ends must end, and what is offered must be right."""
        now = self.harness.services.now
        self.run(offer_freed_seats(self.harness.services))
        for number, offer in self.ledger.offers.items():
            if offer.state == "open" and offer.expires <= now:
                self.ledger.end_offer(number, "expired", now)
        today = self.ledger.day(now)
        for wait in self.ledger.waits.values():
            if wait.state == "waiting" and wait.days[1] < today:
                wait.state = "over"
        self.adopts_offers()

    def adopts_offers(self) -> None:
        """Take over the offers made: each must be one that may be made, and nobody in line is passed over."""
        now = self.harness.services.now
        fresh = self.run(self._fresh_offers())
        self.ledger.offers |= fresh
        self.adopts_cooling(now)
        for number in fresh:
            self._check_offer(number, now)
        self._in_the_order_of_the_line(fresh)

    async def _fresh_offers(self) -> dict[int, Offer]:
        rows = await self.harness.rows(
            "SELECT id, waiting_id, branch_id, starts_at, expires_at FROM offer WHERE state = 'open' ORDER BY id"
        )
        return {
            row["id"]: Offer(
                row["waiting_id"],
                Claim(
                    row["branch_id"],
                    row["starts_at"],
                    self.ledger.waits[row["waiting_id"]].count,
                    row["expires_at"],
                ),
                row["expires_at"],
            )
            for row in rows
            if row["id"] not in self.ledger.offers
        }

    def _check_offer(self, number: int, now: int) -> None:
        offer = self.ledger.offers[number]
        claim, wait = offer.claim, self.ledger.waits[offer.wait]
        local = datetime.fromtimestamp(now, zone(self.ledger.zone)).time()
        assert BOOKING_RULES.offers_from <= local < BOOKING_RULES.offers_until, "nobody is woken at night"
        assert wait.state == "waiting"
        assert claim.branch in wait.branches
        assert wait.days[0] <= self.ledger.day(claim.starts_at) <= wait.days[1]
        assert now < offer.expires <= now + BOOKING_RULES.offer / timedelta(seconds=1)
        capacities = self.run(self._capacities(claim.branch, claim.starts_at, claim.count))
        for at, capacity in zip(claim.times(), capacities, strict=True):
            assert self.ledger.claimed(claim.branch, at, now) <= capacity, "offered what was not free"
        self._nobody_is_passed_over(number, now)

    def _in_the_order_of_the_line(self, fresh: dict[int, Offer]) -> None:
        """Whoever came first was asked first: the offers of one sweep follow the line of their place."""
        for branch in self.branches:
            line = self.ledger.line(branch)
            asked = [line.index(offer.wait) for _, offer in sorted(fresh.items()) if offer.claim.branch == branch]
            assert asked == sorted(asked), (branch, asked)

    def _nobody_is_passed_over(self, number: int, now: int) -> None:
        """Whoever is before them in this line has an offer, or does not wish or may not have this time."""
        claim, wait = self.ledger.offers[number].claim, self.ledger.offers[number].wait
        line = self.ledger.line(claim.branch)
        for earlier in line[: line.index(wait)]:
            fits = self.ledger.waits[earlier].count <= claim.count
            if fits and not self.ledger.has_offer(earlier):
                wished = self.ledger.wishes(earlier, claim.branch, claim.starts_at, now)
                assert not wished, f"{earlier} was passed over by {wait}"
