"""The morning digest: on working days, once, only when there is something to tell, to every bound chat."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.services.reminders import fire_due_reminders
from bot.services.staff_chats.chat_migration import migrate_chat
from bot.services.staff_chats.digest import plan_missing_digests
from tests.support.cases.services import CHAT, ask, forwarded, letters, open_case_desk, take
from tests.support.payments.services import Desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_case_desk(tmp_path) as desk:
        await plan_missing_digests(desk.services)
        await plan_missing_digests(desk.services)
        yield desk


async def _digest_on(desk: Desk, day: date) -> list[dict[str, int]]:
    before = await desk.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE 'digest:%'")
    desk.clock.at = datetime(day.year, day.month, day.day, 4, 1, tzinfo=UTC)
    await fire_due_reminders(desk.services)
    rows = await desk.services.db.all("SELECT payload FROM outbox WHERE dedupe_key LIKE 'digest:%' ORDER BY id")
    told = [desk.services.encryption.open_transit("outbox", row["payload"])["args"] for row in rows[len(before) :]]
    return [{name: args[name] for name in ("untaken", "due", "late", "waiting")} for args in told]


async def test_it_counts_and_comes_once_on_working_days(desk: Desk) -> None:
    await forwarded(desk)
    tuesday = date(2026, 11, 24)
    assert await _digest_on(desk, tuesday) == [{"untaken": 1, "due": 0, "late": 0, "waiting": 0}]
    assert await _digest_on(desk, tuesday) == []
    assert await _digest_on(desk, date(2026, 11, 27)) == [{"untaken": 1, "due": 1, "late": 0, "waiting": 0}]
    assert await _digest_on(desk, date(2026, 11, 28)) == []
    assert await _digest_on(desk, date(2026, 11, 30)) == [{"untaken": 1, "due": 0, "late": 1, "waiting": 0}]


async def test_a_quiet_morning_stays_quiet_and_the_next_is_planned(desk: Desk) -> None:
    assert await _digest_on(desk, date(2026, 11, 24)) == []
    case = await forwarded(desk)
    await take(desk, case)
    await ask(desk, case)
    assert await _digest_on(desk, date(2026, 11, 25)) == [{"untaken": 0, "due": 0, "late": 0, "waiting": 1}]


async def test_it_follows_a_group_that_became_a_supergroup(desk: Desk) -> None:
    await forwarded(desk)
    await migrate_chat(desk.services, CHAT, -100_77)
    assert len(await _digest_on(desk, date(2026, 11, 24))) == 1
    assert (-100_77, "staff-digest") in await letters(desk)
