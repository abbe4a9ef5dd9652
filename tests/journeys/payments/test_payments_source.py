"""Looking a payment up where a source answers, takes its time, fails, or is gone for hours; both languages."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.cli.demo_data import load_demo_data
from bot.texts import LocalDate, LocalDateTime, TextRef
from tests.support.payments.source import KEY, PAYMENT, ExampleSource, example_source
from tests.support.world import MORNING, Reader, World, running_world

ALIYA, MASKED, UNKNOWN = "900312600102", "9003••••0102", "850615100017"
AT_MOST = 4
_REVIEWED: dict[str, Any] = {"day": LocalDate("2020-04-22", "digits"), "status": TextRef("payment-status-fund_review")}


@pytest.fixture
async def source() -> AsyncIterator[ExampleSource]:
    async with example_source() as running:
        running.payments[ALIYA] = [dict(PAYMENT)]
        yield running


@pytest.fixture
async def town(tmp_path: Path, source: ExampleSource) -> AsyncIterator[World]:
    settings: dict[str, Any] = {
        "payments_api_url": source.url,
        "payments_api_key": SecretStr(KEY),
        "payments_api_timeout": 2.5,
    }
    async with running_world(tmp_path, **settings) as running:
        await load_demo_data(running.app.services)
        yield running
        assert not await running.telegram.refused()


async def _asks(world: World, language: str, iin: str) -> Reader:
    person = await world.citizen(501, language)
    await person.presses("button-payment")
    await person.presses("payment-check")
    await person.says(iin)
    await person.sees("payment-proof", iin=f"{iin[:4]}••••{iin[-4:]}")
    await person.presses("payment-share-contact")
    return person


async def test_the_source_knows_more_than_the_registry(town: World, language: str) -> None:
    person = await _asks(town, language, ALIYA)
    shown = await person.sees("payment-means-assigned")
    assert person.words("payment-step-done", **_REVIEWED) in (shown.text or "")
    assert "⚠️" not in (shown.text or "")


@pytest.mark.parametrize("fault", ["500", "broken json", "wrong types", "expired key", "slow"])
async def test_without_the_source_the_known_is_shown_with_its_moment(
    town: World, source: ExampleSource, fault: str
) -> None:
    source.faults = [fault]
    person = await _asks(town, "ru", ALIYA)
    if fault == "slow":
        await person.sees("payment-asking")
    shown = await person.actor.sees(person.words("payment-means-fund_review"), timeout=AT_MOST)
    assert person.words("payment-source-silent", known=LocalDateTime(int(MORNING))).split(":")[0] in (shown.text or "")


async def test_after_hours_of_outage_the_day_of_the_last_word_is_told(
    town: World, source: ExampleSource, language: str
) -> None:
    person = await _asks(town, language, ALIYA)
    await person.sees("payment-means-assigned")
    answered = town.app.services.now
    source.faults = ["503"]
    await town.telegram.advance(hours=30)
    await person.says("/payment")
    await person.presses("payment-check")
    await person.presses("payment-iin-known", iin=MASKED)
    await person.presses("payment-share-contact")
    shown = await person.actor.sees(person.words("payment-means-assigned"), timeout=AT_MOST)
    told = [person.words("payment-source-silent", known=LocalDateTime(answered - back)) for back in range(60)]
    assert any(words in (shown.text or "") for words in told)


async def test_a_stranger_is_told_the_same_about_every_number(
    town: World, source: ExampleSource, language: str
) -> None:
    source.faults = ["500"]
    person = await town.citizen(502, language)
    told = []
    for iin in (ALIYA, UNKNOWN):
        await person.says("/payment")
        await person.presses("payment-check")
        await person.says(iin)
        await person.sees("payment-proof", iin=f"{iin[:4]}••••{iin[-4:]}")
        await person.presses("payment-share-contact")
        masked = f"{iin[:4]}••••{iin[-4:]}"
        shown = await person.sees("payment-missing", iin=masked)
        assert person.words("payment-missing-silent").strip() in (shown.text or "")
        told.append((shown.text or "").replace(masked, ""))
    assert told[0] == told[1]
