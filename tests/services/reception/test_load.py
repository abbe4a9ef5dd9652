"""How busy a branch is: from the line, from the served log, from bookings; quieter ways only where they save enough."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.queue.load import Load, WaitRange
from bot.services.branches import directory
from bot.services.reception import calling
from bot.services.reception.load import BranchLoad, branch_load
from bot.services.reception.load_texts import quieter_text
from bot.texts import TextRef
from tests.support.queue.services import READY
from tests.support.reception.services import ReceptionDay, open_reception_day

ANNA = 700
_SERVED = (
    "INSERT INTO visit (branch_id, day, ticket, service_group, arrived_at, called_at, ended_at, state, calls)"
    " VALUES (?, ?, ?, 'ordinary', ?, ?, ?, 'served', 1)"
)


@pytest.fixture
async def reception(tmp_path: Path) -> AsyncIterator[ReceptionDay]:
    async with open_reception_day(tmp_path) as opened:
        opened.queue.clock.move(hours=23)
        yield opened


async def _load(reception: ReceptionDay) -> BranchLoad:
    return await branch_load(reception.queue.services, reception.queue.place, READY)


async def _fill_line(reception: ReceptionDay, people: int) -> None:
    await reception.take_walk_ins(100)
    for _ in range(people):
        await reception.walks_in()


async def _was_served(reception: ReceptionDay, hour: int, wait: int) -> None:
    """Put a week of visits that waited so long into the log."""
    rows = []
    for number in range(8):
        at = reception.queue.at(hour, number, days=-1 - number % 3)
        day = f"2026-11-{22 - number % 3}"
        rows.append((reception.queue.place.id, day, f"A{hour}{number}", at, at + wait * 60, at + wait * 60 + 600))
    await reception.queue.services.db.run([(_SERVED, row) for row in rows])


async def test_where_nobody_notes_who_comes_only_bookings_tell(reception: ReceptionDay) -> None:
    load = await _load(reception)
    assert load.now is None
    assert [hour.hour for hour in load.hours] == list(range(9, 18))
    assert {hour.usual for hour in load.hours} == {None}
    assert {hour.load for hour in load.hours} == {Load.QUIET}


async def test_bookings_fill_their_hour(reception: ReceptionDay) -> None:
    for step in range(20):
        await reception.queue.books(ANNA + step, reception.queue.at(12, 15 * (step % 4)))
    noon = next(hour for hour in (await _load(reception)).hours if hour.hour == 12)
    assert (noon.booked, noon.seats, noon.load) == (20, 20, Load.BUSY)


async def test_the_line_is_told_as_a_range(reception: ReceptionDay) -> None:
    await _fill_line(reception, 7)
    await reception.sits()
    await reception.next()
    load = await _load(reception)
    assert load.waiting == 6
    # Seven have to leave the one window first, each after a quarter of an hour: 105 ± 1.3 · √7 · 15 minutes.
    assert load.now == WaitRange(50, 160)
    assert load.now.load is Load.BUSY


async def test_a_quieter_hour_is_offered_only_where_it_saves_enough(reception: ReceptionDay) -> None:
    await _was_served(reception, 15, 2)
    await _was_served(reception, 16, 58)
    assert (await _load(reception)).quieter == [], "nobody knows how long one waits now"
    await _fill_line(reception, 7)
    (quieter,) = (await _load(reception)).quieter
    assert (quieter.hour, quieter.wait, quieter.saves) == (15, WaitRange(0, 5), 45)
    reception.queue.clock.move(hours=5)
    assert [each.hour for each in (await _load(reception)).quieter] == [], "the quiet hour is not to come any more"


async def test_a_quieter_branch_is_offered_with_its_distance(reception: ReceptionDay) -> None:
    await _fill_line(reception, 7)
    services = reception.queue.services
    here = reception.queue.place
    async with services.db.read() as reader:
        other = (await directory.places_beside(reader, here, READY, services.now))[0]
    await services.db.run(
        [
            ("UPDATE branch SET latitude = '51.10', longitude = '71.40' WHERE id = ?", (here.id,)),
            ("UPDATE branch SET latitude = '51.12', longitude = '71.40' WHERE id = ?", (other.id,)),
            (_SERVED, (other.id, "2026-11-24", "A001", services.now - 900, services.now - 800, services.now - 60)),
        ]
    )
    reception.queue.place = await directory.place(services, here.id)
    (quieter,) = (await _load(reception)).quieter
    assert (quieter.place.id, quieter.wait) == (other.id, WaitRange(0, 5))
    assert quieter.km == pytest.approx(2.2, abs=0.1)
    said = quieter_text(await _load(reception))
    assert isinstance(said, TextRef)
    assert (said.key, said.args["km"]) == ("load-quieter-near", 2.2)
    await reception.sits()
    for _ in range(7):
        await reception.next()
        await reception.does(calling.serve)
    assert (await _load(reception)).quieter == [], "nobody waits here any more"


@pytest.mark.parametrize(("seconds", "known"), [(3_599, True), (3_600, False), (3_601, False)])
async def test_an_hour_after_the_last_visit_nobody_knows_how_long_one_waits(
    reception: ReceptionDay, seconds: int, known: bool
) -> None:
    ended = reception.queue.services.now
    row = (reception.queue.place.id, "2026-11-24", "A001", ended - 900, ended - 800, ended)
    await reception.queue.services.db.run([(_SERVED, row)])
    reception.queue.clock.move(seconds=seconds)
    assert ((await _load(reception)).now is not None) is known
