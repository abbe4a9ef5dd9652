"""The morning digest: on working days, once, only when there is something to tell, to every bound chat."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.services.cases.owner.assignment import release_case
from bot.services.reminders import fire_due_reminders
from bot.services.staff_chats.chat_migration import migrate_chat
from bot.services.staff_chats.digest import plan_missing_digests
from tests.support.cases.journeys import OWNER
from tests.support.cases.services import CHAT, ask, enqueued, forwarded, open_case_harness, take
from tests.support.payments.services import Harness


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        await plan_missing_digests(harness.services)
        await plan_missing_digests(harness.services)
        yield harness


async def _digest_on(harness: Harness, day: date) -> list[dict[str, int]]:
    before = await harness.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE 'digest:%'")
    harness.clock.at = datetime(day.year, day.month, day.day, 4, 1, tzinfo=UTC)
    await fire_due_reminders(harness.services)
    rows = await harness.services.db.all("SELECT payload FROM outbox WHERE dedupe_key LIKE 'digest:%' ORDER BY id")
    told = [harness.services.encryption.open_transit("outbox", row["payload"])["args"] for row in rows[len(before) :]]
    return [{name: args[name] for name in ("untaken", "due", "late", "waiting")} for args in told]


async def test_it_counts_and_comes_once_on_working_days(harness: Harness) -> None:
    await forwarded(harness)
    tuesday = date(2026, 11, 24)
    assert await _digest_on(harness, tuesday) == [{"untaken": 1, "due": 0, "late": 0, "waiting": 0}]
    assert await _digest_on(harness, tuesday) == []
    assert await _digest_on(harness, date(2026, 11, 27)) == [{"untaken": 1, "due": 1, "late": 0, "waiting": 0}]
    assert await _digest_on(harness, date(2026, 11, 28)) == []
    assert await _digest_on(harness, date(2026, 11, 30)) == [{"untaken": 1, "due": 0, "late": 1, "waiting": 0}]


async def test_a_quiet_morning_stays_quiet_and_the_next_is_planned(harness: Harness) -> None:
    assert await _digest_on(harness, date(2026, 11, 24)) == []
    case = await forwarded(harness)
    await take(harness, case)
    await ask(harness, case)
    assert await _digest_on(harness, date(2026, 11, 25)) == [{"untaken": 0, "due": 0, "late": 0, "waiting": 1}]
    await release_case(harness.services, key="r", application_id=case.id, actor=OWNER, name="Клерк", is_chief=False)
    assert await _digest_on(harness, date(2026, 11, 26)) == [{"untaken": 1, "due": 0, "late": 0, "waiting": 1}]


async def test_it_follows_a_group_that_became_a_supergroup(harness: Harness) -> None:
    await forwarded(harness)
    await migrate_chat(harness.services, CHAT, -100_77)
    assert len(await _digest_on(harness, date(2026, 11, 24))) == 1
    assert (-100_77, "staff-digest") in await enqueued(harness)
