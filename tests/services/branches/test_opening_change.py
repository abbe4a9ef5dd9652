"""Closing a place: foreseen, done once, everybody it displaces gets three held times once; reopening gives back."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import DayException
from bot.domain.errors import Refusal
from bot.services.branch_changes.drafts import changes_of, confirm_change, draft_change, foresee_again
from bot.services.branch_changes.opening_change import Change, Clerk, NewCapacity, closing_of, reopen
from bot.services.branches.directory import Place, read_place
from bot.services.queue.alternatives import accept_alternative, offer_for_move
from bot.services.queue.booking import cancel_booking
from bot.services.queue.integrity import find_damage
from bot.services.reminders import fire_due_reminders
from storage.branches import opening
from tests.support.cases.services import enqueued
from tests.support.payments.services import Harness
from tests.support.queue.opening import change_opening, foresee
from tests.support.queue.services import READY, QueueHarness, open_queue_harness

ANNA, BOLAT, DARA = 700, 701, 702
CLERK = Clerk(601, "Бір")
TUESDAY = date(2026, 11, 24)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    """Two people on Tuesday, at 10 and at 11; one on Friday."""
    async with open_queue_harness(tmp_path, desks=2) as opened:
        await opened.books(ANNA, opened.at(10))
        await opened.books(BOLAT, opened.at(11))
        await opened.books(DARA, opened.at(10, days=4))
        yield opened


def _shut(harness: QueueHarness, hours: tuple[time, time] | None = None) -> list[Change]:
    return [*closing_of(harness.place, TUESDAY, TUESDAY, hours, "апат")]


async def _change(harness: QueueHarness, changes: list[Change], key: str = "close") -> int:
    return await change_opening(harness.services, key=key, branch_id=harness.place.id, changes=changes, clerk=CLERK)


async def _told(harness: QueueHarness) -> list[tuple[int, str]]:
    await fire_due_reminders(harness.services)
    told = await enqueued(Harness(harness.services, harness.clock))
    return sorted(each for each in told if each[1].startswith("alternatives-"))


async def _held(harness: QueueHarness, user_id: int) -> list[str]:
    rows = await harness.rows("SELECT DISTINCT purpose FROM seat WHERE holder = ? AND state = 'held'", user_id)
    return [row["purpose"] for row in rows]


async def test_what_a_closing_would_do_is_foreseen_and_nothing_is_stored(harness: QueueHarness) -> None:
    assert await foresee(harness.services, harness.place.id, _shut(harness)) == 2
    assert await foresee(harness.services, harness.place.id, _shut(harness, (time(9), time(10, 45)))) == 1
    assert await harness.rows("SELECT id FROM closure") == []


async def test_what_is_confirmed_is_what_was_shown_or_nothing(harness: QueueHarness) -> None:
    """Kept with its days: confirmed a day later it is the same day, and only the newest, while it would do the same."""
    services = harness.services
    where: dict[str, Any] = {"branch_id": harness.place.id, "clerk": CLERK}

    async def drafts(key: str, changes: list[Change]) -> int:
        return (await draft_change(services, key=key, changes=changes, **where)).draft

    async def refused(draft: int) -> str:
        with pytest.raises(Refusal) as refusal:
            await confirm_change(services, key=f"{draft}{services.now}", draft=draft, **where)
        return refusal.value.code

    older = await drafts("a", _shut(harness))
    newer = await drafts("b", _shut(harness, (time(10), time(10, 30))))
    assert await refused(older) == "desk-draft-replaced"
    assert await refused(newer + 1) == "desk-outdated"
    await cancel_booking(services, key="c", user_id=ANNA, booking_id=1, reason="busy")
    assert await refused(newer) == "desk-draft-changed", "somebody else would lose their time, or nobody"
    for _ in range(2):
        again = await foresee_again(services, key="again", draft=newer, **where)
        assert (again.displaced, again.draft) == (0, newer + 1)
    assert await changes_of(services, harness.place.id, again.draft) == _shut(harness, (time(10), time(10, 30)))
    counters = CapacityPlan(READY.group, time.min, time.max, 1, valid_from=TUESDAY)
    await drafts("d", [NewCapacity(counters)])
    await _change(harness, [NewCapacity(replace(counters, desks=5))], "e")
    assert await refused(again.draft + 1) == "desk-draft-replaced"
    tomorrow = await drafts("f", _shut(harness))
    harness.clock.move(hours=16)
    for _ in range(2):
        assert await confirm_change(services, key="g", draft=tomorrow, **where) == 1
    assert await refused(tomorrow) == "desk-outdated"
    late = await drafts("h", [DayException(TUESDAY, time(9), time(10))])
    harness.clock.move(days=1)
    assert await refused(late) == "desk-draft-past"
    shut = await harness.rows("SELECT starts_at, ends_at FROM closure")
    assert shut == [{"starts_at": harness.at(9) - 9 * 3600, "ends_at": harness.at(9) + 15 * 3600}]


async def test_everybody_displaced_gets_three_held_times_once(harness: QueueHarness) -> None:
    for _ in range(3):
        assert await _change(harness, _shut(harness)) == 2
    for _ in range(2):
        told = await _told(harness)
        assert told == [(ANNA, "alternatives-displaced"), (BOLAT, "alternatives-displaced")]
    for user_id in (ANNA, BOLAT):
        assert len(await _held(harness, user_id)) == 3
    assert await _held(harness, DARA) == []
    assert await harness.seats_agree()
    assert await find_damage(harness.services) == {}
    place = await _place(harness)
    assert place.schedule is not None
    assert place.schedule.opening(TUESDAY) == ()


async def test_a_booking_for_a_service_nobody_knows_any_more_keeps_no_place_from_closing(harness: QueueHarness) -> None:
    await harness.services.db.run([("UPDATE booking SET service = 'gone' WHERE id = 1", ())])
    assert await foresee(harness.services, harness.place.id, _shut(harness)) == 1
    assert await _change(harness, _shut(harness)) == 1
    assert await _told(harness) == [(BOLAT, "alternatives-displaced")]
    assert await find_damage(harness.services) == {"booking-at-a-closed-place": [1]}, "the nightly count tells of it"


async def _place(harness: QueueHarness) -> Place:
    async with harness.services.db.read() as reader:
        return await read_place(reader, harness.place.id, harness.services.now)


async def test_a_kept_time_is_taken_by_one_press_and_the_others_go_back(harness: QueueHarness) -> None:
    await _change(harness, _shut(harness))
    await _told(harness)
    choice = (await _held(harness, ANNA))[0].split(":")[2]
    taking: dict[str, Any] = {"user_id": ANNA, "booking_id": 1, "choice": choice}
    for key in ("a", "a", "b"):
        assert await accept_alternative(harness.services, key=key, **taking) == 1
    row = (await harness.rows("SELECT state, starts_at FROM booking WHERE id = 1"))[0]
    assert row == {"state": "active", "starts_at": int(choice.split(".")[1])}
    assert await _held(harness, ANNA) == []
    assert await harness.seats_agree()
    with pytest.raises(Refusal, match="booking-over"):
        await accept_alternative(harness.services, key="c", user_id=BOLAT, booking_id=1, choice=choice)


async def test_a_time_that_is_kept_no_longer_is_refused_and_others_are_found(harness: QueueHarness) -> None:
    await _change(harness, _shut(harness))
    await _told(harness)
    choice = (await _held(harness, ANNA))[0].split(":")[2]
    harness.clock.move(hours=3)
    with pytest.raises(Refusal, match="hold-lapsed"):
        await accept_alternative(harness.services, key="a", user_id=ANNA, booking_id=1, choice=choice)
    await offer_for_move(harness.services, key="m", user_id=ANNA, booking_id=1)
    assert len(await _held(harness, ANNA)) == 3


async def test_who_chose_nothing_is_told_once_more_and_who_gave_up_is_not(harness: QueueHarness) -> None:
    await _change(harness, _shut(harness))
    await _told(harness)
    await cancel_booking(harness.services, key="c", user_id=BOLAT, booking_id=2, reason="busy")
    harness.clock.move(hours=21)
    told = await _told(harness)
    assert told.count((ANNA, "alternatives-displaced")) == 2
    assert told.count((BOLAT, "alternatives-displaced")) == 0


async def test_reopening_gives_the_old_times_back(harness: QueueHarness) -> None:
    await _change(harness, _shut(harness))
    await _told(harness)
    choice = (await _held(harness, BOLAT))[0].split(":")[2]
    await accept_alternative(harness.services, key="t", user_id=BOLAT, booking_id=2, choice=choice)
    lifting: dict[str, Any] = {"closure_id": 1, "branch_id": harness.place.id, "clerk": CLERK}
    for _ in range(2):
        assert await reopen(harness.services, key="r", **lifting) == 1
    with pytest.raises(Refusal, match="closure-lifted"):
        await reopen(harness.services, key="s", **lifting)
    rows = await harness.rows("SELECT state, starts_at FROM booking WHERE id = 1")
    assert rows == [{"state": "active", "starts_at": harness.at(10)}]
    assert await harness.seats_agree()


async def test_fewer_windows_and_shorter_hours_displace_whom_they_leave_without_a_seat(harness: QueueHarness) -> None:
    short: list[Change] = [DayException(TUESDAY, time(10, 30), time(18))]
    assert await foresee(harness.services, harness.place.id, short) == 1
    assert await _change(harness, short, "hours") == 1
    none = CapacityPlan(READY.group, time.min, time.max, 0, valid_from=TUESDAY, valid_to=TUESDAY)
    assert await _change(harness, [NewCapacity(none)], "windows") == 1
    assert [each[0] for each in await _told(harness)] == [ANNA, BOLAT]
    async with harness.services.db.read() as reader:
        history = await opening.changes(reader, harness.place.id, 9)
    assert [(change.kind, change.made_name) for change in history] == [("windows", "Бір"), ("hours", "Бір")]
