"""Fifty operators call at once: fifty different people; without the guard of the statement one person for all."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.reception import Operator, StoredVisit
from bot.services.reception import calling
from bot.services.reception.check_in import join_line
from storage.reception import visits
from tests.support.reception.services import CHAT, CLERK, ReceptionDay, open_reception_day

FIFTY = range(1, 51)


@pytest.fixture
async def reception(tmp_path: Path) -> AsyncIterator[ReceptionDay]:
    async with open_reception_day(tmp_path) as opened:
        await opened.take_walk_ins(100)
        opened.queue.clock.move(hours=23)
        for _ in FIFTY:
            await opened.walks_in()
        yield opened


async def _all_call(reception: ReceptionDay) -> list[Any]:
    services, place = reception.queue.services, reception.queue.place
    calls = [
        calling.call_next(
            services, key=f"call:{number}", branch_id=place.id, operator=Operator(CHAT, CLERK + number, number, "")
        )
        for number in FIFTY
    ]
    return [outcome.ticket for outcome in await asyncio.gather(*calls)]


async def test_fifty_calls_at_once_fifty_people(reception: ReceptionDay) -> None:
    assert len(set(await _all_call(reception))) == len(FIFTY)
    called = await reception.queue.rows("SELECT operator, calls FROM visit WHERE state = 'called'")
    assert len({row["operator"] for row in called}) == len(FIFTY)
    assert {row["calls"] for row in called} == {1}


@pytest.mark.parametrize("guarded", [True, False])
async def test_what_was_read_before_decides_nothing(
    reception: ReceptionDay, monkeypatch: pytest.MonkeyPatch, *, guarded: bool
) -> None:
    """Everybody looks at the line as it was at the beginning: the statement's condition alone keeps them apart."""
    async with reception.queue.services.db.read() as reader:
        before = await visits.of_day(reader, reception.queue.place.id, "2026-11-24")

    async def as_it_was(*_args: object) -> list[StoredVisit]:
        return before

    monkeypatch.setattr(visits, "of_day", as_it_was)
    if not guarded:
        monkeypatch.setattr(visits, "_CALL", visits._CALL.replace(" AND state IN ('waiting', 'parked')", ""))
    assert len(set(await _all_call(reception))) == (len(FIFTY) if guarded else 1)


async def test_a_person_who_scans_many_times_at_once_stands_in_the_line_once(reception: ReceptionDay) -> None:
    services, place = reception.queue.services, reception.queue.place
    joined = await asyncio.gather(
        *(join_line(services, key=f"join:{number}", branch_id=place.id, user_id=700, actor=700) for number in FIFTY)
    )
    assert len(set(joined)) == 1
