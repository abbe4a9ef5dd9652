"""Fifty people and one seat: one ticket, forty-nine refusals with other times; and the proof that the guard does it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.services.queue.free_times import nearest_times
from storage import seats
from tests.services.queue_desk import QueueDesk, open_queue_desk

PEOPLE = range(700, 750)
TEN = 10


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[QueueDesk]:
    async with open_queue_desk(tmp_path) as opened:
        yield opened


async def _all_want(desk: QueueDesk, starts_at: int) -> list[int | BaseException]:
    return await asyncio.gather(*(desk.books(user_id, starts_at) for user_id in PEOPLE), return_exceptions=True)


async def test_one_of_fifty_gets_the_seat_and_the_others_are_offered_other_times(desk: QueueDesk) -> None:
    wanted = desk.at(TEN)
    outcomes = await _all_want(desk, wanted)
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    assert len([outcome for outcome in outcomes if isinstance(outcome, int)]) == 1
    assert [refusal.code for refusal in refused] == ["seat-taken"] * 49
    assert await desk.live_at(wanted) == 1
    assert await desk.seats_agree()
    nearest = [
        int(slot.start.timestamp()) for slot in await nearest_times(desk.services, desk.place, "ordinary", wanted)
    ]
    assert nearest == [desk.at(9, 30), desk.at(9, 45), desk.at(10, 15)]


async def test_of_fifty_who_confirm_at_once_only_the_holder_gets_in(desk: QueueDesk) -> None:
    """Each held the seat for a while and let it lapse; all still look at the same «confirm»."""
    wanted = desk.at(TEN)
    for user_id in PEOPLE:
        await desk.hold(user_id, wanted)
        desk.clock.move(seconds=desk.services.rules.hold_seconds)
    await desk.hold(PEOPLE[7], wanted)
    outcomes = await asyncio.gather(*(desk.confirm(user_id) for user_id in PEOPLE), return_exceptions=True)
    assert [index for index, outcome in enumerate(outcomes) if isinstance(outcome, int)] == [7]
    assert {outcome.code for outcome in outcomes if isinstance(outcome, Refusal)} == {"hold-lapsed"}
    assert await desk.live_at(wanted) == 1


async def _one_by_one(desk: QueueDesk, starts_at: int) -> int:
    """Let everybody try, one after the other; return how many got a ticket."""
    got = 0
    for user_id in PEOPLE:
        with suppress(Refusal):
            await desk.books(user_id, starts_at)
            got += 1
    return got


async def test_without_the_conditions_of_the_statement_the_seat_is_sold_again(
    desk: QueueDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a seat taken without asking whether it is free goes to everybody."""
    assert await _one_by_one(desk, desk.at(TEN)) == 1
    monkeypatch.setattr(
        seats, "_TAKE", seats._TAKE.replace(f"NOT {seats._FREE}", "? + ? < 0").replace(seats._FREE, "? + ? > 0")
    )
    assert await _one_by_one(desk, desk.at(TEN + 1)) == len(PEOPLE) - 1
    assert not await desk.seats_agree()


async def test_as_many_desks_as_there_are_seats(tmp_path: Path) -> None:
    async with open_queue_desk(tmp_path / "wide", desks=3) as desk:
        outcomes = await _all_want(desk, desk.at(TEN))
        assert len([outcome for outcome in outcomes if isinstance(outcome, int)]) == 3
        assert await desk.seats_agree()
