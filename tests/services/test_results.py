"""What an action returned is stored under its key: the same to who asks again, also after an upgrade."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from storage.engine.database import Transaction
from storage.engine.idempotency import run_once
from tests.support.payments.services import Desk, open_desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_desk(tmp_path) as opened:
        yield opened


class Colour(StrEnum):
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Part:
    day: date


@dataclass(frozen=True, slots=True)
class Made:
    number: int
    colour: Colour
    parts: tuple[Part, ...]
    note: str | None = None


MADE = Made(7, Colour.GREEN, (Part(date(2026, 11, 30)), Part(date(2026, 12, 1))))


async def store(desk: Desk, key: str, stored: dict[str, object]) -> None:
    """Store a result as releases did that knew no dataclasses."""

    async def action() -> dict[str, object]:
        return stored

    services = desk.services
    await services.db.write(lambda tx: run_once(tx, services.encryption, key, services.now, action))


async def test_a_repeat_gets_the_first_result_as_what_it_was(desk: Desk) -> None:
    made = [MADE, Made(8, Colour.GREEN, ())]

    async def make(_tx: Transaction) -> Made:
        return made.pop(0)

    assert [await desk.services.run_once("7:1:make", make) for _ in range(2)] == [MADE, MADE]
    assert made, "the second time nothing was done"


async def test_what_returns_nothing_is_done_once_too(desk: Desk) -> None:
    done = []

    async def note(_tx: Transaction) -> None:
        done.append(1)

    for _ in range(2):
        await desk.services.run_once("7:1:note", note)
    assert done == [1]


async def test_a_refusal_is_not_kept(desk: Desk) -> None:
    tries = []

    async def make(_tx: Transaction) -> Made:
        tries.append(1)
        if len(tries) == 1:
            raise Refusal("not-yet")
        return MADE

    with pytest.raises(Refusal):
        await desk.services.run_once("7:1:make", make)
    assert await desk.services.run_once("7:1:make", make) == MADE


async def test_what_cannot_be_read_back_as_what_it_was_is_not_done(desk: Desk) -> None:
    async def make(_tx: Transaction) -> dict[str, object]:
        raise AssertionError("done")

    with pytest.raises(TypeError):
        await desk.services.run_once("7:1:make", make)


async def test_an_earlier_release_stored_fewer_fields_or_others(desk: Desk) -> None:
    async def make(_tx: Transaction) -> Made:
        raise AssertionError("done again")

    stored = {"number": 7, "colour": "green", "parts": [{"day": "2026-11-30"}, {"day": "2026-12-01"}], "gone": [1]}
    await store(desk, "7:1:make", stored)
    assert await desk.services.run_once("7:1:make", make) == MADE


async def test_an_earlier_release_stored_a_result_where_there_is_none_now(desk: Desk) -> None:
    async def note(_tx: Transaction) -> None:
        raise AssertionError("done again")

    await store(desk, "7:1:note", {"code": "AB2CD3EF"})
    await desk.services.run_once("7:1:note", note)
