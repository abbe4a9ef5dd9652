"""What is only held or offered at a time that is no more never becomes a ticket; new seats are the line's first."""

from collections.abc import AsyncIterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.branches.capacity import CapacityPlan
from bot.domain.errors import Refusal
from bot.services.branch_changes.opening_change import Change, Clerk, NewCapacity, closing_of, reopen
from bot.services.queue import reassign_displaced
from bot.services.queue.alternatives import accept_alternative, offer_for_move
from bot.services.queue.integrity import find_damage
from bot.services.queue.offers import offer_freed_seats, take_offer
from bot.services.reminders import fire_due_reminders
from tests.support.cases.services import enqueued
from tests.support.payments.services import Harness
from tests.support.queue.opening import change_opening
from tests.support.queue.services import READY, QueueHarness, joins, open_queue_harness

ANNA, BOLAT, DARA, EVA = 700, 701, 702, 703
CLERK = Clerk(601, "Бір")
TUESDAY = date(2026, 11, 24)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    """One counter."""
    async with open_queue_harness(tmp_path) as opened:
        yield opened


async def _shut(harness: QueueHarness, day: date = TUESDAY) -> int:
    changes = closing_of(harness.place, day, day, None, "апат")
    return await _change(harness, [*changes], f"close {day}")


async def _change(harness: QueueHarness, changes: list[Change], key: str = "change") -> int:
    return await change_opening(harness.services, key=key, branch_id=harness.place.id, changes=changes, clerk=CLERK)


def _capacity(number: int) -> NewCapacity:
    return NewCapacity(CapacityPlan(READY.group, time.min, time.max, number, valid_from=TUESDAY, valid_to=TUESDAY))


async def _no_other(harness: QueueHarness, *taken: tuple[int, int]) -> None:
    """Leave one time of Tuesday only, and have it booked by these people."""
    short = (
        "INSERT INTO special_day (branch_id, day, opens, closes, reason, made_at)"
        " VALUES (?, '2026-11-24', '10:00', '10:30', '', 0)"
    )
    await harness.services.db.run([(short, (harness.place.id,))])
    for user_id, starts_at in taken:
        await harness.books(user_id, starts_at)


async def test_a_held_time_cannot_be_booked_once_the_place_shut(harness: QueueHarness) -> None:
    await harness.hold(ANNA, harness.at(10))
    assert await _shut(harness) == 0
    with pytest.raises(Refusal, match="hold-lapsed"):
        await harness.confirm(ANNA)


async def test_it_would_be_a_dead_ticket_if_holds_stayed(
    harness: QueueHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control, which the nightly count finds."""

    async def nothing(*_args: Any) -> list[Any]:
        return []

    monkeypatch.setattr(reassign_displaced, "_kept_without_seat", nothing)
    await harness.hold(ANNA, harness.at(10))
    await _shut(harness)
    assert await harness.confirm(ANNA) == 1
    assert await find_damage(harness.services) == {"booking-at-a-closed-place": [1]}


async def test_an_offer_is_taken_back_and_told_and_the_place_in_line_stays(harness: QueueHarness) -> None:
    await joins(harness, DARA, TUESDAY)
    await offer_freed_seats(harness.services)
    assert await harness.rows("SELECT state FROM offer") == [{"state": "open"}]
    await _shut(harness)
    with pytest.raises(Refusal, match="offer-over"):
        await take_offer(harness.services, key="t", user_id=DARA, offer_id=1)
    assert (DARA, "waiting-offer-gone") in await enqueued(Harness(harness.services, harness.clock))
    assert await harness.rows("SELECT state FROM waiting") == [{"state": "waiting"}]
    await reopen(harness.services, key="r", closure_id=1, branch_id=harness.place.id, clerk=CLERK)
    assert await harness.rows("SELECT state FROM offer ORDER BY id") == [{"state": "void"}, {"state": "open"}]
    assert await find_damage(harness.services) == {}


async def test_a_time_kept_for_a_move_is_let_go_and_the_booking_stays(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(10, days=2))
    await offer_for_move(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    kept = await harness.rows("SELECT purpose FROM seat WHERE state = 'held' ORDER BY starts_at")
    assert await _shut(harness, TUESDAY + timedelta(days=1)) == 1
    assert await harness.rows("SELECT id FROM seat WHERE state = 'held'") == []
    choice = kept[0]["purpose"].split(":")[2]
    with pytest.raises(Refusal, match="hold-lapsed"):
        await accept_alternative(harness.services, key="a", user_id=ANNA, booking_id=booking_id, choice=choice)


async def test_who_is_displaced_twice_gets_other_times_again(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(10))
    for number, days in ((1, (-1, 0)), (2, (1, 2, 3))):
        for step in days:
            await _shut(harness, TUESDAY + timedelta(days=step))
        await fire_due_reminders(harness.services)
        harness.clock.move(seconds=1)
        told = await enqueued(Harness(harness.services, harness.clock))
        assert told.count((ANNA, "alternatives-displaced")) == number
    held = await harness.rows("SELECT DISTINCT day FROM seat WHERE state = 'held' ORDER BY day")
    assert len(await harness.rows("SELECT id FROM seat WHERE state = 'held'")) == 3
    assert min(row["day"] for row in held) > "2026-11-27"


async def test_fewer_windows_let_go_of_what_is_over_and_keep_the_rest(harness: QueueHarness) -> None:
    await _change(harness, [_capacity(2)], "two")
    await harness.hold(ANNA, harness.at(10))
    harness.clock.move(seconds=10)
    await harness.hold(BOLAT, harness.at(10))
    await _change(harness, [_capacity(1)], "one")
    assert await harness.confirm(ANNA) == 1
    with pytest.raises(Refusal, match="hold-lapsed"):
        await harness.confirm(BOLAT)


async def test_another_window_is_offered_to_the_line_before_the_public(harness: QueueHarness) -> None:
    await _no_other(harness, (ANNA, harness.at(10)))
    await joins(harness, DARA, TUESDAY)
    await joins(harness, EVA, TUESDAY)
    await _change(harness, [_capacity(2)])
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(BOLAT, harness.at(10))
    offers = await harness.rows("SELECT user_id FROM offer JOIN waiting ON waiting.id = waiting_id")
    assert offers == [{"user_id": DARA}]
    assert await take_offer(harness.services, key="t", user_id=DARA, offer_id=1) == 2


async def test_opening_again_gives_back_first_and_the_rest_to_the_line(harness: QueueHarness) -> None:
    await _no_other(harness, (ANNA, harness.at(10)))
    await _shut(harness)
    await joins(harness, DARA, TUESDAY)
    await fire_due_reminders(harness.services)
    kept = (await harness.rows("SELECT purpose FROM seat WHERE state = 'held' ORDER BY starts_at"))[0]["purpose"]
    await accept_alternative(harness.services, key="a", user_id=ANNA, booking_id=1, choice=kept.split(":")[2])
    assert await reopen(harness.services, key="r", closure_id=1, branch_id=harness.place.id, clerk=CLERK) == 0
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(BOLAT, harness.at(10))
    assert await take_offer(harness.services, key="t", user_id=DARA, offer_id=1) == 2


async def _kept_starts(harness: QueueHarness) -> list[int]:
    rows = await harness.rows("SELECT starts_at FROM seat WHERE state = 'held' ORDER BY starts_at")
    return [row["starts_at"] for row in rows]


async def test_the_times_kept_for_a_move_are_the_nearest_to_its_own(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(15))
    await harness.books(BOLAT, harness.at(15, 15))
    await offer_for_move(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    assert await _kept_starts(harness) == [harness.at(14, 30), harness.at(14, 45), harness.at(15, 30)]


async def test_no_time_is_kept_on_a_day_too_near_another_booking(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(17))
    await harness.books(ANNA, harness.at(10, days=11))
    await _shut(harness)
    await fire_due_reminders(harness.services)
    kept = await _kept_starts(harness)
    assert len(kept) == 3
    assert max(kept) < harness.at(9), "Wednesday is nine days before the other one"
