"""Reminders of a visit: a day and two hours before, once, never at night, never after a move or a cancelling."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.services.queue.booking import cancel_booking, move_booking
from bot.services.queue.reminder_choice import CHOICES, offsets_of, toggle_offset
from bot.services.reminders import fire_due_reminders
from tests.support.queue.services import QueueHarness, open_queue_harness

ANNA = 700


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(tmp_path) as opened:
        rules = replace(opened.services.settings, reminder_offsets=(86_400, 7_200))
        yield replace(opened, services=replace(opened.services, settings=rules))


async def _fired(harness: QueueHarness) -> list[str]:
    await fire_due_reminders(harness.services)
    rows = await harness.rows("SELECT dedupe_key FROM outbox WHERE kind = 'notice' ORDER BY id")
    return [row["dedupe_key"].rpartition(":")[2] for row in rows]


async def test_both_fire_once(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(15, days=2))
    assert await _fired(harness) == []
    harness.clock.at = datetime(2026, 11, 24, 10, 0, 5, tzinfo=UTC)
    assert await _fired(harness) == ["before-24h"]
    harness.clock.at = datetime(2026, 11, 25, 8, 0, 5, tzinfo=UTC)
    assert await _fired(harness) == ["before-24h", "before-2h"]
    assert await _fired(harness) == ["before-24h", "before-2h"]


async def test_each_choice_plans_its_own_reminder(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(17, days=4))
    for offset in await offsets_of(harness.services, ANNA):
        await toggle_offset(harness.services, ANNA, offset)
    assert [offset // 3600 for offset in CHOICES] == [48, 24, 12, 3, 2, 1]
    for offset in CHOICES:
        assert offset % 3600 == 0
        await toggle_offset(harness.services, ANNA, offset)
    rows = await harness.rows(
        "SELECT kind FROM reminder WHERE state = 'waiting' AND subject = 'booking:1' ORDER BY due_at"
    )
    assert [row["kind"] for row in rows] == [f"before-{hours}h" for hours in (48, 24, 12, 3, 2, 1)]


async def test_an_early_visit_is_reminded_of_when_the_night_ends(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(9, days=1))
    rows = await harness.rows("SELECT due_at FROM reminder WHERE kind = 'before-2h'")
    assert datetime.fromtimestamp(rows[0]["due_at"], UTC) == datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


async def test_after_a_move_only_the_new_time_is_reminded_of(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(15, days=2))
    await harness.hold(ANNA, harness.at(15, days=4))
    await move_booking(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    harness.clock.at = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    assert await _fired(harness) == []
    harness.clock.at = datetime(2026, 11, 26, 10, 0, 5, tzinfo=UTC)
    assert await _fired(harness) == ["before-24h"]


async def test_a_reminder_of_an_older_version_finds_nothing_to_say(harness: QueueHarness) -> None:
    """Even one that escaped the withdrawal when the booking moved."""
    booking_id = await harness.books(ANNA, harness.at(15, days=2))
    await harness.services.db.run([("UPDATE booking SET version = version + 1 WHERE id = ?", (booking_id,))])
    harness.clock.at = datetime(2026, 11, 24, 10, 0, 5, tzinfo=UTC)
    assert await _fired(harness) == []


async def test_nothing_after_a_cancelling(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(15, days=2))
    await cancel_booking(harness.services, key="c", user_id=ANNA, booking_id=booking_id, reason="busy")
    harness.clock.at = datetime(2026, 11, 25, 8, 0, 5, tzinfo=UTC)
    assert await _fired(harness) == []


async def test_a_lapsed_hold_is_told_once_and_a_confirmed_one_never(harness: QueueHarness) -> None:
    await harness.hold(ANNA, harness.at(10))
    harness.clock.move(seconds=301)
    await _fired(harness)
    assert len(await harness.rows("SELECT id FROM outbox WHERE dedupe_key LIKE 'lapsed:%'")) == 1
    await harness.books(ANNA, harness.at(10))
    harness.clock.move(seconds=301)
    await _fired(harness)
    assert len(await harness.rows("SELECT id FROM outbox WHERE dedupe_key LIKE 'lapsed:%'")) == 1


async def test_the_person_chooses_when_to_be_reminded_and_plans_follow(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(15, days=2))
    planned = "SELECT kind FROM reminder WHERE subject = ? AND state = 'waiting' ORDER BY due_at"

    async def kinds() -> list[str]:
        return [row["kind"] for row in await harness.rows(planned, f"booking:{booking_id}")]

    assert await kinds() == ["before-24h", "before-2h"]
    await toggle_offset(harness.services, ANNA, 7_200)
    assert await kinds() == ["before-24h"]
    await toggle_offset(harness.services, ANNA, 10_800)
    await toggle_offset(harness.services, ANNA, 7_200)
    assert await kinds() == ["before-24h", "before-3h", "before-2h"]
    await toggle_offset(harness.services, ANNA, None)
    assert await kinds() == []
    assert await offsets_of(harness.services, ANNA) == ()
    second = await harness.books(701, harness.at(16, days=2))
    assert len(await harness.rows(planned, f"booking:{second}")) == 2
