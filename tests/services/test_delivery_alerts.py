"""Letters that fail for an hour: administrators are told once a day, and the group in its own chat."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.services.delivery_alerts import alert_of_undelivered
from storage.engine import outbox
from storage.engine.outbox import OutboxMessage
from tests.support.cases.services import CHAT, CITIZEN, letters, open_case_desk
from tests.support.payments.services import Desk
from tests.support.world import ADMIN, TEXTS


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_case_desk(tmp_path) as opened:
        rules = replace(opened.services.settings, admin_ids=frozenset({ADMIN}))
        yield replace(opened, services=replace(opened.services, settings=rules))


async def _failing(desk: Desk, name: str, chat_id: int) -> None:
    services = desk.services
    await services.db.write(lambda tx: services.enqueue(tx, OutboxMessage(name, chat_id, "test")))
    row = await services.db.one("SELECT id FROM outbox WHERE dedupe_key = ?", name)
    assert row is not None
    refused = "Bad Request: not enough rights <b>"
    await services.db.run([outbox.postponed(row["id"], services.now, services.now, refused, out_of_order=True)])


async def test_an_hour_after_the_first_failure_it_is_told_once_a_day(desk: Desk) -> None:
    await _failing(desk, "card", CHAT)
    await _failing(desk, "answer", CHAT)
    await _failing(desk, "notice", CITIZEN)
    desk.clock.move(minutes=59)
    await alert_of_undelivered(desk.services)
    assert await letters(desk) == []
    desk.clock.move(minutes=1)
    for _ in range(3):
        await alert_of_undelivered(desk.services)
    told = [(ADMIN, "stuck-group"), (CHAT, "staff-stuck"), (ADMIN, "stuck-persons")]
    assert await letters(desk) == told
    desk.clock.move(days=1)
    await alert_of_undelivered(desk.services)
    assert await letters(desk) == told * 2


async def test_an_alarm_is_no_reason_for_another(desk: Desk) -> None:
    await _failing(desk, "card", CHAT)
    desk.clock.move(hours=1)
    await alert_of_undelivered(desk.services)
    refused = "Bad Request: not enough rights"
    rows = await desk.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE 'stuck:%' AND chat_id = ?", CHAT)
    now = desk.services.now
    await desk.services.db.run([outbox.postponed(row["id"], now, now, refused, out_of_order=True) for row in rows])
    await desk.services.db.write(lambda tx: outbox.cancel(tx, "card"))
    desk.clock.move(days=1)
    before = await letters(desk)
    await alert_of_undelivered(desk.services)
    assert await letters(desk) == before


async def test_a_chat_that_is_bound_no_more_is_not_told_of(desk: Desk) -> None:
    await _failing(desk, "card", CHAT)
    await desk.services.db.run([("UPDATE staff_chat SET unbound_at = 1", ())])
    desk.clock.move(hours=2)
    await alert_of_undelivered(desk.services)
    assert await letters(desk) == []


async def test_what_came_through_is_not_told(desk: Desk) -> None:
    await _failing(desk, "card", CHAT)
    desk.clock.move(hours=2)
    await desk.services.db.run([outbox.sent(1, 5, desk.services.now)])
    await alert_of_undelivered(desk.services)
    assert await letters(desk) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_words_of_telegram_are_no_markup(desk: Desk, language: str) -> None:
    told: dict[str, Any] = {"letters": 2, "persons": 1, "chat": "АСП", "since": 1, "error": "<b>"}
    for key in ("stuck-group", "stuck-persons", "staff-stuck"):
        assert "&lt;b&gt;" in TEXTS.get(language, key, **told)
