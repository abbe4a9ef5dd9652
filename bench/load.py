"""How true the told waiting times are, on a simulated month of one ЦОН: ``python -m bench.load [SEED]``.

People book every quarter of an hour, come early or late or not at all; others come without booking, most before noon;
visits last as long as they last, and some days are busier than others. Whoever comes is told a range by the same code
that tells citizens, and waits as long as the same order of the line makes them. Nothing of the simulation's own numbers
reaches the estimate.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from math import log
from random import Random

from bot.domain.queue.load import WaitRange, serving_minutes, usual_wait
from bot.domain.reception import Share, StoredVisit, VisitState, line_order
from bot.services.reception.ordering import Line

DAYS, WINDOWS, WALK_IN_PERCENT = 22, 6, 25
OPENS, CLOSES, STEP = 9 * 60, 18 * 60, 15
NO_SHOW, FULL = 0.12, 0.85
_LEAST = 5
WALK_INS_AN_HOUR = {9: 8, 10: 12, 11: 11, 12: 7, 13: 5, 14: 7, 15: 6, 16: 5, 17: 2}
MEDIAN_MINUTES, SPREAD = 13.0, 0.55
"""Of the lognormal length of a visit: its mean is 15.1 minutes, so that the counters are busy all morning."""
BUSY_DAY = (0.8, 1.25)
"""By so much a day has fewer or more people without booking."""


@dataclass(frozen=True, slots=True)
class Told:
    """One visit: what was told at its arrival, and how long it waited; minutes."""

    day: int
    hour: int
    booked: bool
    told: WaitRange
    waited: float

    @property
    def hit(self) -> bool:
        """Whether the wait lay in the range."""
        return self.told.low <= self.waited <= self.told.high


def main(seed: int) -> None:
    """Simulate and print."""
    month = [told for day in range(DAYS) for told in simulate_day(day, Random(f"{seed}:{day}"))]  # noqa: S311
    print(f"{len(month)} visits in {DAYS} days, mean wait {sum(one.waited for one in month) / len(month):.1f} min")
    for name, part in (
        ("all", month),
        ("booked", [one for one in month if one.booked]),
        ("without booking", [one for one in month if not one.booked]),
        ("told more than 0–5", [one for one in month if one.told.high > _LEAST]),
    ):
        width = sum(one.told.high - one.told.low for one in part) / len(part)
        print(f"{name:20} {len(part):5} visits, inside the range {hits(part):6.1%}, mean width {width:4.1f} min")
    known, tested = [one for one in month if one.day < DAYS - 5], [one for one in month if one.day >= DAYS - 5]
    print(f"usual wait by hour, learnt on {DAYS - 5} days, tried on 5: inside {usual_hits(known, tested):6.1%}")


def hits(told: list[Told]) -> float:
    """Return the share of visits inside their range."""
    return sum(one.hit for one in told) / len(told)


def usual_hits(known: list[Told], tested: list[Told]) -> float:
    """Return the share of waits inside what is usual for their hour by earlier days."""
    usual = {hour: usual_wait([one.waited for one in known if one.hour == hour]) for hour in WALK_INS_AN_HOUR}
    found = [(one.waited, told) for one in tested if (told := usual[one.hour]) is not None]
    return sum(told.low <= waited <= told.high for waited, told in found) / len(found)


def simulate_day(day: int, random: Random) -> list[Told]:
    """Return what everybody of a day was told and how long they waited."""
    coming = sorted(_coming(random), key=lambda visit: visit.arrived_at)
    busy: list[tuple[float, int]] = []
    waiting: list[StoredVisit] = []
    served: list[float] = []
    told: dict[int, WaitRange] = {}
    result: list[Told] = []
    share = Share(WALK_IN_PERCENT)

    def call(now: float) -> None:
        nonlocal share
        while waiting and len(busy) < WINDOWS:
            visit = line_order(waiting, int(now * 60), share)[0]
            waiting.remove(visit)
            share = share.after(walk_in=visit.booking_id is None)
            length = random.lognormvariate(log(MEDIAN_MINUTES), SPREAD)
            heappush(busy, (now + length, visit.id))
            waited = now - visit.arrived_at / 60
            result.append(Told(day, visit.arrived_at // 3600, visit.booking_id is not None, told[visit.id], waited))
            lengths[visit.id] = length

    lengths: dict[int, float] = {}
    while coming or busy:
        if coming and (not busy or coming[0].arrived_at / 60 <= busy[0][0]):
            visit = coming.pop(0)
            now = visit.arrived_at / 60
            waiting.append(visit)
            told[visit.id] = _told(visit, waiting, len(busy), served, share)
        else:
            now, done = heappop(busy)
            served.append(lengths[done])
        call(now)
    return result


def _told(visit: StoredVisit, waiting: list[StoredVisit], busy: int, served: list[float], share: Share) -> WaitRange:
    called = [replace(visit, state=VisitState.CALLED)] * busy
    order = line_order(waiting, visit.arrived_at, share)
    line = Line(order, called, [], WINDOWS, serving_minutes(served))
    return line.wait_at(line.ahead_of(visit.id))


def _coming(random: Random) -> Iterator[StoredVisit]:
    """Return everybody who comes on a day; times are seconds since midnight."""
    number = 0
    seats = WINDOWS - -(-WINDOWS * WALK_IN_PERCENT // 100)
    for start in range(OPENS, CLOSES - 30, STEP):
        for _ in range(seats):
            if random.random() < FULL and random.random() > NO_SHOW:
                number += 1
                yield _visit(number, start, max(OPENS, start + random.triangular(-30, 14, -7)))
    busy = random.uniform(*BUSY_DAY)
    for hour, people in WALK_INS_AN_HOUR.items():
        for _ in range(max(0, round(people * busy) + random.randint(-2, 2))):
            number += 1
            yield _visit(number, None, hour * 60 + random.uniform(0, 60))


def _visit(number: int, start: int | None, at: float) -> StoredVisit:
    return StoredVisit(
        number, 1, "", number if start is not None else None, None, "", "ordinary",
        None if start is None else start * 60, int(at * 60), VisitState.WAITING,
    )  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
