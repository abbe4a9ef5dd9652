"""Messages that fail for an hour: administrators are told once a day, and the group in its own chat."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.services.alerts.undelivered import alert_of_undelivered
from storage.engine import outbox
from storage.engine.outbox import OutboxMessage
from tests.support.cases.services import CHAT, CITIZEN, enqueued, open_case_harness
from tests.support.payments.services import Harness
from tests.support.world import ADMIN, TEXTS


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as opened:
        rules = replace(opened.services.settings, admin_ids=frozenset({ADMIN}))
        yield replace(opened, services=replace(opened.services, settings=rules))


async def _failing(harness: Harness, name: str, chat_id: int) -> None:
    services = harness.services
    await services.db.write(lambda tx: services.enqueue(tx, OutboxMessage(name, chat_id, "test")))
    row = await services.db.one("SELECT id FROM outbox WHERE dedupe_key = ?", name)
    assert row is not None
    refused = "Bad Request: not enough rights <b>"
    await services.db.run([outbox.postponed(row["id"], services.now, services.now, refused, out_of_order=True)])


async def test_an_hour_after_the_first_failure_it_is_told_once_a_day(harness: Harness) -> None:
    await _failing(harness, "card", CHAT)
    await _failing(harness, "answer", CHAT)
    await _failing(harness, "notice", CITIZEN)
    harness.clock.move(minutes=59)
    await alert_of_undelivered(harness.services)
    assert await enqueued(harness) == []
    harness.clock.move(minutes=1)
    for _ in range(3):
        await alert_of_undelivered(harness.services)
    told = [(ADMIN, "stuck-group"), (CHAT, "staff-stuck"), (ADMIN, "stuck-persons")]
    assert await enqueued(harness) == told
    harness.clock.move(days=1)
    await alert_of_undelivered(harness.services)
    assert await enqueued(harness) == told * 2


async def test_an_alarm_is_no_reason_for_another(harness: Harness) -> None:
    await _failing(harness, "card", CHAT)
    harness.clock.move(hours=1)
    await alert_of_undelivered(harness.services)
    refused = "Bad Request: not enough rights"
    rows = await harness.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE 'stuck:%' AND chat_id = ?", CHAT)
    now = harness.services.now
    await harness.services.db.run([outbox.postponed(row["id"], now, now, refused, out_of_order=True) for row in rows])
    await harness.services.db.write(lambda tx: outbox.cancel(tx, "card"))
    harness.clock.move(days=1)
    before = await enqueued(harness)
    await alert_of_undelivered(harness.services)
    assert await enqueued(harness) == before


async def test_a_chat_that_is_bound_no_more_is_not_told_of(harness: Harness) -> None:
    await _failing(harness, "card", CHAT)
    await harness.services.db.run([("UPDATE staff_chat SET unbound_at = 1", ())])
    harness.clock.move(hours=2)
    await alert_of_undelivered(harness.services)
    assert await enqueued(harness) == []


async def test_what_came_through_is_not_told(harness: Harness) -> None:
    await _failing(harness, "card", CHAT)
    harness.clock.move(hours=2)
    await harness.services.db.run([outbox.sent(1, 5, harness.services.now)])
    await alert_of_undelivered(harness.services)
    assert await enqueued(harness) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_words_of_telegram_are_no_markup(harness: Harness, language: str) -> None:
    told: dict[str, Any] = {"letters": 2, "persons": 1, "chat": "АСП", "since": 1, "error": "<b>"}
    for key in ("stuck-group", "stuck-persons", "staff-stuck"):
        assert "&lt;b&gt;" in TEXTS.get(language, key, **told)
