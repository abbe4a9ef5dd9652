"""A clock that is set back: nobody waits for the time it showed to come again, and nobody gets fewer minutes."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.domain.sweeps import PAUSES, Sweep
from bot.jobs import NIGHTLY, scheduled_jobs
from bot.runtime.clock import ClockJump
from bot.services.clock_steps import cut_overlong_waits
from bot.services.queue.booking import cancel_booking
from bot.services.queue.offers import offer_freed_seats
from bot.services.reminders import fire_due_reminders
from bot.services.staff_chats.digest import plan_missing_digests
from storage import failures
from storage.engine import outbox, rate_limits
from storage.engine.dialog_state import DialogStorage
from storage.engine.outbox import OutboxMessage
from tests.support.cases.services import forwarded, open_case_harness
from tests.support.payments.services import Harness, open_harness
from tests.support.queue.services import QueueHarness, joins, open_queue_harness

ANNA, BOLAT, DARA, EVA = 700, 701, 702, 703
TUESDAY = date(2026, 11, 24)
_SHORT_DAY = (
    "INSERT INTO special_day (branch_id, day, opens, closes, reason, made_at)"
    " VALUES (?, '2026-11-24', '10:00', '10:45', '', 0)"
)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        yield opened


@pytest.fixture
async def queue(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    """One counter, open on Tuesday for two bookings only."""
    async with open_queue_harness(tmp_path, people=range(700, 710)) as opened:
        await opened.services.db.run([(_SHORT_DAY, (opened.place.id,))])
        yield opened


async def test_a_hold_lasts_its_minutes_by_the_clock_that_goes_now(queue: QueueHarness) -> None:
    queue.clock.move(hours=5)
    await queue.hold(ANNA, queue.at(10))
    queue.clock.move(hours=-5)
    await cut_overlong_waits(queue.services)
    minutes = queue.services.settings.hold_seconds
    queue.clock.move(seconds=minutes - 1)
    with pytest.raises(Refusal, match="seat-taken"):
        await queue.hold(BOLAT, queue.at(10))
    queue.clock.move(seconds=1)
    await cut_overlong_waits(queue.services)
    await fire_due_reminders(queue.services)
    assert len(await queue.rows("SELECT id FROM outbox WHERE dedupe_key LIKE 'lapsed:%'")) == 1
    await queue.hold(BOLAT, queue.at(10))


async def test_offers_and_freed_seats_move_on_by_the_clock_that_goes_now(queue: QueueHarness) -> None:
    await queue.books(ANNA, queue.at(10))
    await queue.books(BOLAT, queue.at(10, 15))
    await joins(queue, DARA, TUESDAY)
    queue.clock.move(hours=5)
    await cancel_booking(queue.services, key="c", user_id=ANNA, booking_id=1, reason="busy")
    assert await offer_freed_seats(queue.services) == 1
    await cancel_booking(queue.services, key="d", user_id=BOLAT, booking_id=2, reason="busy")
    queue.clock.move(hours=-5)
    await cut_overlong_waits(queue.services)
    queue.clock.move(minutes=5)
    await queue.hold(EVA, queue.at(10, 15))
    queue.clock.move(minutes=10)
    await offer_freed_seats(queue.services)
    assert (await queue.rows("SELECT state FROM offer WHERE id = 1"))[0]["state"] == "expired"


async def test_what_failed_is_tried_again_within_its_own_pause(harness: Harness) -> None:
    services = harness.services
    await services.db.run([outbox.enqueued(services.encryption, OutboxMessage("m", 501, "notice"), services.now)])
    harness.clock.move(hours=2)
    (leased,) = await outbox.lease(services.db, services.encryption, services.now, 1)
    # Failing for longer than the clock goes back, so its row alone does not tell.
    await services.db.run([outbox.postponed(leased.id, services.now - 7000, services.now + 600, "why")])
    await services.db.write(lambda tx: failures.note(tx, Sweep.PERSONS, "1", "why", services.now))
    harness.clock.move(hours=-1)
    await cut_overlong_waits(services)
    assert len(await outbox.lease(services.db, services.encryption, services.now, 1)) == 1
    harness.clock.move(seconds=PAUSES[0])
    async with services.db.read() as reader:
        assert [each.row_key for each in await failures.due(reader, services.now)] == ["1"]


async def test_nobody_is_locked_out_for_longer_than_a_limit_says(harness: Harness) -> None:
    async def attempt() -> int | None:
        limit = {"now": harness.services.now, "limit": 1, "seconds": 900}
        return await harness.services.db.write(lambda tx: rate_limits.take(tx, "bind", ["7"], **limit))

    harness.clock.move(days=2)
    assert await attempt() is None
    harness.clock.move(days=-2)
    assert await attempt() == harness.services.now + 900, "as if it were made now: nobody guesses more by that"
    harness.clock.move(seconds=900)
    assert await attempt() is None


async def test_mornings_follow_one_another_after_a_morning_that_is_yet_to_come(tmp_path: Path) -> None:
    async with open_case_harness(tmp_path) as harness:
        await forwarded(harness)
        await plan_missing_digests(harness.services)
        told = []
        for day in (27, 24, 25, 26, 27, 30):
            harness.clock.at = datetime(2026, 11, day, 4, 1, tzinfo=UTC)
            await cut_overlong_waits(harness.services)
            await fire_due_reminders(harness.services)
            rows = await harness.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE 'digest:%'")
            told.append(len(rows))
    assert told == [1, 1, 2, 3, 3, 4], "each morning once; the first after the step was planned anew"


async def test_a_leap_ahead_that_is_taken_back_ends_nothing(harness: Harness) -> None:
    wall, passed = 1_000.0, 0.0
    jump = ClockJump(lambda: wall, lambda: passed)
    storage = DialogStorage(harness.services.db, harness.services.encryption, harness.clock)
    forget = scheduled_jobs(harness.services, storage, jump=jump).get_jobs()[-len(NIGHTLY) - 1]
    ran = []
    for seconds, leap in ((5, 0), (5, 90_000), (5, -90_000), (5, 90_000), (59, 0), (1, 0), (5, 0)):
        await harness.services.db.run([("INSERT INTO attempt (kind, subject, at) VALUES ('k', '1', 0)", ())])
        passed, wall = passed + seconds, wall + seconds + leap
        await forget.func(*forget.args)
        ran.append(not await harness.count("attempt"))
    assert ran == [True, False, True, False, False, True, True], "one that has lasted a minute is believed"
