"""What must be in the file: who holds, who booked, what is kept, which seats cool down; and how actions must end.

Knows nothing of the SQL. Times are UTC seconds; an action foretold as refused names the refusal's code.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.services.queue.booking_rules import BOOKING_RULES
from bot.texts import zone

STEP = int(BOOKING_RULES.step.total_seconds())
_LEAD = int(BOOKING_RULES.lead.total_seconds())
_COOL = int(BOOKING_RULES.cool_down.total_seconds())
_OPEN = ("active", "displaced", "checked_in")
HOLD_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Claim:
    """Consecutive seats somebody keeps until a moment."""

    branch: int
    starts_at: int
    count: int
    until: int

    def times(self) -> list[int]:
        """Return the starts of its seats."""
        return [self.starts_at + STEP * number for number in range(self.count)]


@dataclass(slots=True)
class Visit:
    """A booking as it must be."""

    user: int
    person: int
    branch: int
    starts_at: int
    count: int
    minutes: int
    state: str = "active"
    version: int = 1

    def times(self) -> list[int]:
        """Return the starts of its seats; a visit that ended has none."""
        ended = self.state in ("cancelled", "missed", "displaced")
        return [] if ended else [self.starts_at + STEP * number for number in range(self.count)]


@dataclass(slots=True)
class Wait:
    """Somebody in line; days are from the first to the last one wished for."""

    user: int
    person: int
    branches: tuple[int, ...]
    days: tuple[date, date]
    count: int
    visit: int | None
    since: int
    state: str = "waiting"


@dataclass(slots=True)
class Offer:
    """Seats offered to somebody who waits: theirs until ``expires``, kept from the public for a while longer."""

    wait: int
    claim: Claim
    expires: int
    state: str = "open"


@dataclass(slots=True)
class Ledger:
    """The queue as it must be; ``zone`` is the places'."""

    zone: str
    holds: dict[int, Claim] = field(default_factory=dict)
    visits: dict[int, Visit] = field(default_factory=dict)
    kept: dict[int, list[Claim]] = field(default_factory=dict)
    """Other times kept for the owner of a visit, by the visit."""
    cooling: list[tuple[int, int, int]] = field(default_factory=list)
    lapsed: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Seats whose hold ran out and that nobody took since: (branch, start, whose, until when it was theirs)."""
    waits: dict[int, Wait] = field(default_factory=dict)
    offers: dict[int, Offer] = field(default_factory=dict)

    def taken(self, branch: int, at: int, now: int, but_of: int | None = None) -> int:
        """Return how many seats the public may not take at a time; ``but_of`` leaves out one person's hold."""
        cooling = [seat for seat in self.cooling if seat[:2] == (branch, at) and seat[2] > now]
        lapsed = [
            seat
            for seat in self.lapsed
            if seat[:2] == (branch, at) and seat[2] != but_of and seat[3] > now - _COOL and self.line(branch)
        ]
        return self.claimed(branch, at, now, but_of) + len(cooling) + len(lapsed)

    def claimed(self, branch: int, at: int, now: int, but_of: int | None = None) -> int:
        """Return how many seats are held, kept, offered or booked at a time: those who wait may have the cooling
        ones."""
        holds = [claim for user, claim in self.holds.items() if user != but_of and claim.until > now]
        kept = [claim for claims in self.kept.values() for claim in claims if claim.until > now]
        offered = [offer.claim for offer in self.offers.values() if offer.state == "open" and offer.claim.until > now]
        claims = [claim for claim in (*holds, *kept, *offered) if claim.branch == branch and at in claim.times()]
        booked = [visit for visit in self.visits.values() if visit.branch == branch and at in visit.times()]
        return len(claims) + len(booked)

    def wanted(self, now: int) -> list[tuple[int, int]]:
        """Return the times to come that are booked or cooling down, as (branch, start)."""
        booked = {(visit.branch, at) for visit in self.visits.values() for at in visit.times() if at > now}
        lapsed = {(branch, at) for branch, at, _whose, until in self.lapsed if until > now - _COOL}
        return sorted(booked | lapsed | {(branch, at) for branch, at, until in self.cooling if until > now})

    def open_visits(self, now: int) -> list[int]:
        """Return the visits their owners may still move or cancel."""
        return [
            number for number, visit in sorted(self.visits.items()) if not self.why_not_change(visit.user, number, now)
        ]

    def why_not_hold(self, user: int, wanted: Claim, capacities: list[int], now: int) -> str | None:
        """Foretell the end of holding: None, or the refusal; ``capacities`` are those of the wanted times."""
        if wanted.starts_at <= now:
            return "booking-past"
        if wanted.starts_at - now < _LEAD:
            return "booking-too-soon"
        if (self.day(wanted.starts_at) - self.day(now)).days > BOOKING_RULES.horizon_days:
            return "booking-too-far"
        if not all(capacities):
            return "booking-closed"
        pairs = zip(wanted.times(), capacities, strict=True)
        full = any(self.taken(wanted.branch, at, now, but_of=user) >= capacity for at, capacity in pairs)
        return "seat-taken" if full else None

    def why_not_book(self, user: int, person: int, count: int, now: int, moving: int | None = None) -> str | None:
        """Foretell the end of booking what the user holds, or of moving a visit to it."""
        return self.why_not_claim(self.holds.get(user), user, person, count, now, moving)

    def why_not_claim(
        self, held: Claim | None, user: int, person: int, count: int, now: int, moving: int | None = None
    ) -> str | None:
        """Foretell the end of booking, or of moving a visit to, seats that are kept."""
        if held is None or held.until <= now or held.count != count:
            return "hold-lapsed"
        for number, visit in self.visits.items():
            near = abs((self.day(visit.starts_at) - self.day(held.starts_at)).days) < BOOKING_RULES.apart_days
            own = (visit.user, visit.person) == (user, person)
            if number != moving and own and near and self.is_coming(visit, now):
                return "booking-limit"
        return None

    def why_not_change(self, user: int, number: int, now: int) -> str | None:
        """Foretell whether the user may move or cancel the visit."""
        visit = self.visits[number]
        is_open = visit.state == "displaced" or (visit.state == "active" and visit.starts_at > now)
        return None if is_open and visit.user == user else "booking-over"

    def is_coming(self, visit: Visit, now: int) -> bool:
        """Tell whether the visit counts as the person's one booking."""
        over = visit.starts_at + visit.minutes * 60 <= now
        return visit.state in _OPEN and (visit.state == "displaced" or not over)

    def book(self, number: int, user: int, person: int, minutes: int, held: Claim) -> None:
        """Turn what is kept for the user into a visit; a hold of theirs is let go."""
        self.holds.pop(user, None)
        self.visits[number] = Visit(user, person, held.branch, held.starts_at, held.count, minutes)

    def move(self, number: int, held: Claim, now: int) -> None:
        """Give the visit the seats kept for it; the old ones cool down, other times and a hold are let go."""
        visit = self.visits[number]
        self.cool(visit, now)
        self.kept.pop(number, None)
        self.holds.pop(visit.user, None)
        visit.branch, visit.starts_at = held.branch, held.starts_at
        visit.state, visit.version = "active", visit.version + 1

    def end(self, number: int, state: str, now: int) -> None:
        """End the visit; its seats cool down."""
        visit = self.visits[number]
        self.cool(visit, now)
        self.kept.pop(number, None)
        visit.state, visit.version = state, visit.version + 1

    def displace(self, branch: int, capacity: Mapping[int, int], now: int) -> list[int]:
        """Take the seats of visits to come that no longer fit, those booked later first; return which."""
        taken: Counter[int] = Counter()
        out = []
        for number, visit in sorted(self.visits.items()):
            if visit.branch == branch and visit.state == "active" and visit.starts_at >= now:
                if all(taken[at] < capacity.get(at, 0) for at in visit.times()):
                    taken.update(visit.times())
                else:
                    out.append(number)
        for number in out:
            self.visits[number].state = "displaced"
            self.visits[number].version += 1
        return out

    def claims_at(self, branch: int, now: int) -> list[Claim]:
        """Return what is held, kept or offered at a branch for times to come."""
        kept = [claim for claims in self.kept.values() for claim in claims]
        offered = [offer.claim for offer in self.offers.values() if offer.state == "open"]
        claims = [*self.holds.values(), *kept, *offered]
        return [claim for claim in claims if claim.branch == branch and claim.until > now and claim.starts_at > now]

    def lose(self, claim: Claim) -> None:
        """Let go of what no longer fits: it is as if it had never been there."""
        self.holds = {user: held for user, held in self.holds.items() if held is not claim}
        self.kept = {number: [each for each in kept if each is not claim] for number, kept in self.kept.items()}
        self.kept = {number: kept for number, kept in self.kept.items() if kept}
        self.offers = {number: offer for number, offer in self.offers.items() if offer.claim is not claim}

    def end_offer(self, number: int, state: str, now: int) -> None:
        """End an offer that was not taken; its seats are the line's for a while."""
        offer = self.offers[number]
        offer.state = state
        self._cool(offer.claim.branch, offer.claim.times(), now)

    def cool(self, visit: Visit, now: int) -> None:
        """Keep the visit's seats from the public for a while."""
        self._cool(visit.branch, visit.times(), now)

    def _cool(self, branch: int, times: list[int], now: int) -> None:
        self.cooling = [seat for seat in self.cooling if seat[2] > now]
        opens = now
        if times and self.line(branch) and times[0] - _LEAD > self._offers_again(now):
            opens = self._offers_again(now)
        self.cooling += [(branch, at, opens + _COOL) for at in times]

    def _offers_again(self, now: int) -> int:
        """Return when those who wait may be asked: now, or in the morning."""
        local = datetime.fromtimestamp(now, zone(self.zone))
        opens = datetime.combine(local, BOOKING_RULES.offers_from, local.tzinfo)
        if local.time() >= BOOKING_RULES.offers_until:
            opens += timedelta(days=1)
        return max(now, int(opens.timestamp()))

    def line(self, branch: int) -> list[int]:
        """Return who waits at a branch, the first in line first."""
        waiting = [(wait.since, number) for number, wait in self.waits.items() if wait.state == "waiting"]
        return [number for _since, number in sorted(waiting) if branch in self.waits[number].branches]

    def has_offer(self, wait: int) -> bool:
        """Tell whether somebody in line has an offer they have not answered."""
        return any(offer.wait == wait and offer.state == "open" for offer in self.offers.values())

    def was_offered(self, wait: int, branch: int, starts_at: int) -> bool:
        """Tell whether this time was offered to them before."""
        times = [offer.claim for offer in self.offers.values() if offer.wait == wait]
        return any((claim.branch, claim.starts_at) == (branch, starts_at) for claim in times)

    def wishes(self, number: int, branch: int, starts_at: int, now: int) -> bool:
        """Tell whether they would be offered this time if it were free: wished, allowed, new and still to be taken."""
        wait = self.waits[number]
        claim = Claim(branch, starts_at, wait.count, starts_at)
        return (
            wait.state == "waiting"
            and wait.days[0] <= self.day(starts_at) <= wait.days[1]
            and starts_at - _LEAD > now
            and (self.day(starts_at) - self.day(now)).days <= BOOKING_RULES.horizon_days
            and not self.was_offered(number, branch, starts_at)
            and self.why_not_claim(claim, wait.user, wait.person, wait.count, now, moving=wait.visit) is None
        )

    def day(self, at: int) -> date:
        """Return the places' calendar day."""
        return datetime.fromtimestamp(at, zone(self.zone)).date()
