"""A thousand people and one seat: one ticket, 999 refusals with other times; and the proof that the guard does it."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import Visit
from bot.services.branches.directory import tson_services
from bot.services.queue.booking import book_seat
from bot.services.queue.free_times import nearest_times
from bot.services.queue.person import SELF, name_person
from storage.queue import seats
from tests.support.queue.services import READY, QueueHarness, iin_of, open_queue_harness

THOUSAND = range(1000, 2000)
FIFTY = range(1000, 1050)
TEN = 10


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(tmp_path, people=THOUSAND) as opened:
        yield opened


async def _all_want(harness: QueueHarness, people: Iterable[int], starts_at: int) -> list[Any]:
    return await asyncio.gather(*(harness.books(user_id, starts_at) for user_id in people), return_exceptions=True)


def _tickets(outcomes: Iterable[Any]) -> int:
    return len([outcome for outcome in outcomes if isinstance(outcome, int)])


async def _wants_two(harness: QueueHarness, user_id: int, starts_at: int) -> int:
    """Book a visit of two services, or raise the refusal."""
    await harness.hold(user_id, starts_at, length=2)
    person = await name_person(harness.services, user_id, iin_of(user_id), own=True)
    return await book_seat(
        harness.services,
        key=f"two:{user_id}",
        user_id=user_id,
        visit=Visit(person, SELF, READY, tson_services()["paper"]),
    )


def _take_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take out of the statement that a seat must be free."""
    unasked = seats._TAKE.replace(f"NOT {seats._FREE}", "? + ? < 0").replace(seats._FREE, "? + ? > 0")
    monkeypatch.setattr(seats, "_TAKE", unasked)


@pytest.mark.timeout(400)
async def test_one_of_a_thousand_gets_the_seat_and_each_other_is_offered_other_times(harness: QueueHarness) -> None:
    wanted = harness.at(TEN)
    outcomes = await _all_want(harness, THOUSAND, wanted)
    assert _tickets(outcomes) == 1
    assert [refusal.code for refusal in outcomes if isinstance(refusal, Refusal)] == ["seat-taken"] * 999
    assert await harness.live_at(wanted) == 1
    assert await harness.seats_agree()
    nearest = [
        int(slot.start.timestamp()) for slot in await nearest_times(harness.services, harness.place, "ordinary", wanted)
    ]
    assert nearest == [harness.at(9, 30), harness.at(9, 45), harness.at(10, 15)]


@pytest.mark.timeout(400)
async def test_a_thousand_who_want_two_seats_in_a_row_get_whole_visits_or_nothing(harness: QueueHarness) -> None:
    """Their visits overlap each other: 10:00, 10:15 and 10:30 over four seats in a row."""
    starts = [harness.at(TEN), harness.at(TEN, 15), harness.at(TEN, 30)]
    outcomes = await asyncio.gather(
        *(_wants_two(harness, user_id, starts[user_id % 3]) for user_id in THOUSAND), return_exceptions=True
    )
    assert _tickets(outcomes) in (1, 2)
    assert {refusal.code for refusal in outcomes if isinstance(refusal, Refusal)} == {"seat-taken"}
    assert all(isinstance(outcome, int | Refusal) for outcome in outcomes)
    assert await harness.seats_agree()
    taken = await harness.rows("SELECT state FROM seat WHERE state != 'free'")
    assert len(taken) == 2 * _tickets(outcomes), "nothing is left of a visit that did not fit"


async def test_of_fifty_who_confirm_at_once_only_the_holder_gets_in(harness: QueueHarness) -> None:
    """Each held the seat for a while and let it lapse; all still look at the same «confirm»."""
    wanted = harness.at(TEN)
    for user_id in FIFTY:
        await harness.hold(user_id, wanted)
        harness.clock.move(seconds=harness.services.settings.hold_seconds)
    await harness.hold(FIFTY[7], wanted)
    outcomes = await asyncio.gather(*(harness.confirm(user_id) for user_id in FIFTY), return_exceptions=True)
    assert [index for index, outcome in enumerate(outcomes) if isinstance(outcome, int)] == [7]
    assert {outcome.code for outcome in outcomes if isinstance(outcome, Refusal)} == {"hold-lapsed"}
    assert await harness.live_at(wanted) == 1


@pytest.mark.parametrize("guarded", [True, False])
async def test_without_the_conditions_of_the_statement_the_seat_is_sold_again(
    harness: QueueHarness, monkeypatch: pytest.MonkeyPatch, *, guarded: bool
) -> None:
    """The control: a seat taken without asking whether it is free goes to somebody of each wave of people."""
    if not guarded:
        _take_unasked(monkeypatch)
    waves = [THOUSAND[:50], THOUSAND[50:100], THOUSAND[100:150]]
    got = sum([_tickets(await _all_want(harness, wave, harness.at(TEN))) for wave in waves])
    assert got == (1 if guarded else len(waves))
    assert await harness.live_at(harness.at(TEN)) == got
    assert await harness.seats_agree() is guarded


@pytest.mark.parametrize("guarded", [True, False])
async def test_without_the_conditions_visits_of_two_seats_overlap(
    harness: QueueHarness, monkeypatch: pytest.MonkeyPatch, *, guarded: bool
) -> None:
    """The control of the thousand who want two seats: unasked, one seat stands in two visits."""
    if not guarded:
        _take_unasked(monkeypatch)
    starts = [harness.at(TEN), harness.at(TEN, 15)]
    for wave in (THOUSAND[:50], THOUSAND[50:100]):
        await asyncio.gather(*(_wants_two(harness, user, starts[user % 2]) for user in wave), return_exceptions=True)
    visits = await harness.rows("SELECT starts_at AS at FROM booking WHERE state = 'active'")
    claimed = [at for visit in visits for at in (visit["at"], visit["at"] + 900)]
    assert (len(claimed) == len(set(claimed))) is guarded
    assert await harness.seats_agree() is guarded


async def test_without_the_count_of_windows_a_smaller_plan_is_oversold(
    harness: QueueHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows of an earlier, bigger plan are still there: only the count keeps them from being taken."""
    at = harness.at(TEN)
    row = "INSERT INTO seat (branch_id, service_group, day, starts_at, no, state) VALUES (?, ?, ?, ?, ?, 'free')"
    rows = [(row, (harness.place.id, "ordinary", "2026-11-24", at, no)) for no in (1, 2, 3)]
    await harness.services.db.run(rows)
    assert _tickets(await _all_want(harness, FIFTY, at)) == 1
    monkeypatch.setattr(seats, "_TAKE", seats._TAKE.replace(") < ? RETURNING", ") < ? + 99 RETURNING"))
    assert _tickets(await _all_want(harness, THOUSAND[50:60], at)) == 2


async def test_as_many_desks_as_there_are_seats(tmp_path: Path) -> None:
    async with open_queue_harness(tmp_path / "wide", desks=3, people=FIFTY) as harness:
        assert _tickets(await _all_want(harness, FIFTY, harness.at(TEN))) == 3
        assert await harness.seats_agree()
