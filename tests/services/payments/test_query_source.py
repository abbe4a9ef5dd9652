"""What the source's word does to the registry, and what people are told while it has none."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.payments.statuses import PaymentStatus
from bot.domain.people.identifiers import Iin
from bot.services.payment_source.client import open_payment_source
from bot.services.payments import query_source
from bot.services.payments.query_source import ask_about_followed, ask_source
from bot.services.payments.subscriptions import follow_payment
from bot.services.payments.view import is_source_silent
from bot.services.registry.file import import_payments
from tests.support.payments.services import (
    ALIYA,
    ALIYA_PHONE,
    NURLAN,
    REGISTRY,
    STRANGE_PHONE,
    UNKNOWN,
    Harness,
    open_harness,
    seen,
)
from tests.support.payments.source import KEY, PAYMENT, ExampleSource, example_source


@pytest.fixture
async def source() -> AsyncIterator[ExampleSource]:
    async with example_source() as running:
        running.payments[ALIYA] = [dict(PAYMENT)]
        yield running


@pytest.fixture
async def harness(tmp_path: Path, source: ExampleSource) -> AsyncIterator[Harness]:
    async with _asking_harness(tmp_path, source) as opened:
        yield opened


@asynccontextmanager
async def _asking_harness(folder: Path, source: ExampleSource) -> AsyncIterator[Harness]:
    async with open_harness(folder) as opened, open_payment_source(source.url, KEY, 0.5) as client:
        await import_payments(opened.services, REGISTRY.read_bytes())
        await opened.welcome(501)
        yield Harness(replace(opened.services, source=client), opened.clock)


async def _status(harness: Harness, key: str) -> tuple[PaymentStatus, int | None]:
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, key)
    assert payment_id is not None
    view = await seen(harness.services, payment_id)
    return view.status, view.source_silent_since


async def test_the_sources_word_is_recorded_and_used_for_five_minutes(harness: Harness, source: ExampleSource) -> None:
    assert await _status(harness, "a") == (PaymentStatus.ASSIGNED, None)
    source.payments[ALIYA] = [{**PAYMENT, "status": "sent_to_bank", "status_on": "2020-04-27"}]
    harness.clock.move(minutes=5, seconds=-1)
    assert await _status(harness, "b") == (PaymentStatus.ASSIGNED, None)
    assert len(source.asked) == 1
    harness.clock.move(seconds=1)
    assert await _status(harness, "c") == (PaymentStatus.SENT_TO_BANK, None)


async def test_an_answer_by_a_clock_since_set_back_is_asked_for_anew(harness: Harness, source: ExampleSource) -> None:
    harness.clock.move(days=2)
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    harness.clock.move(days=-2)
    await ask_about_followed(harness.services)
    assert len(source.asked) == 2


@pytest.mark.parametrize("fault", ["slow", "500", "broken json", "wrong types", "expired key"])
async def test_without_an_answer_the_known_is_told_with_its_moment(
    harness: Harness, source: ExampleSource, fault: str
) -> None:
    answered_at = harness.services.now
    await _status(harness, "a")
    source.faults = [fault]
    harness.clock.move(hours=2)
    assert await _status(harness, "b") == (PaymentStatus.ASSIGNED, answered_at)
    assert await is_source_silent(harness.services, ALIYA)
    source.faults = []
    assert await _status(harness, "c") == (PaymentStatus.ASSIGNED, None)
    assert not await is_source_silent(harness.services, ALIYA)


async def test_hours_of_outage_tell_the_moment_of_the_registry_where_the_source_never_answered(
    harness: Harness, source: ExampleSource
) -> None:
    imported_at = harness.services.now
    source.faults = ["503"]
    for hour in range(3):
        harness.clock.move(hours=1)
        assert await _status(harness, f"{hour}") == (PaymentStatus.FUND_REVIEW, imported_at)


async def test_strangers_learn_nothing_from_the_source(harness: Harness, source: ExampleSource) -> None:
    for number, iin in enumerate((ALIYA, UNKNOWN, NURLAN)):
        assert await harness.check(501, iin, STRANGE_PHONE, f"{number}") is None
    # Asked alike about the known, the unknown and another's, whatever came of it.
    assert [question["iin"] for question in source.asked] == [ALIYA, UNKNOWN, NURLAN]
    source.faults = ["500"]
    harness.clock.move(hours=1)
    silent = []
    for number, iin in enumerate((ALIYA, UNKNOWN)):
        assert await harness.check(501, iin, STRANGE_PHONE, f"silent {number}") is None
        silent.append(await is_source_silent(harness.services, iin))
    assert silent == [True, True]


async def test_a_follower_hears_of_it_once_without_looking(harness: Harness, source: ExampleSource) -> None:
    source.payments[ALIYA] = []
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    source.payments[ALIYA] = [dict(PAYMENT)]
    await ask_about_followed(harness.services)
    assert len(source.asked) == 1
    harness.clock.move(hours=6, seconds=1)
    for _ in range(3):
        await ask_about_followed(harness.services)
    assert len(source.asked) == 2
    enqueued = await harness.services.db.all("SELECT chat_id FROM outbox WHERE kind = 'notice'")
    assert enqueued == [{"chat_id": 501}]


async def test_followers_are_asked_about_again_soon_after_an_outage(harness: Harness, source: ExampleSource) -> None:
    source.payments[ALIYA] = []
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    harness.clock.move(hours=7)
    source.faults = ["503"]
    await ask_about_followed(harness.services)
    source.faults = []
    source.payments[ALIYA] = [dict(PAYMENT)]
    harness.clock.move(minutes=10)
    await ask_about_followed(harness.services)
    assert await harness.count("outbox") == 1


async def test_those_that_cannot_be_asked_about_take_nobodys_place(
    harness: Harness, source: ExampleSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_source, "_FOLLOWED_BATCH", 1)
    rows = await harness.services.db.all(
        "SELECT id FROM payment WHERE status NOT IN ('paid', 'refused') ORDER BY id LIMIT 2"
    )
    for row in rows:
        await follow_payment(harness.services, row["id"], 501)
    await harness.services.db.run([("UPDATE payment SET details = x'00' WHERE id = ?", (rows[0]["id"],))])
    with capture_logs() as logs:
        for _ in range(2):
            await ask_about_followed(harness.services)
    assert [line["row"] for line in logs if line["event"] == "a row failed"] == [str(rows[0]["id"])]
    assert len(source.asked) == 1


async def test_one_payment_that_cannot_be_recorded_does_not_keep_another_from_it(
    harness: Harness, source: ExampleSource
) -> None:
    other = {**PAYMENT, "programme": "demo-open", "status_on": "2026-11-20", "application_no": None, "iban": None}
    source.payments[ALIYA] = [other, dict(PAYMENT)]
    refuse = "CREATE TRIGGER refuse BEFORE INSERT ON payment BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
    await harness.services.db.run([(refuse, ())])
    keys = await harness.count("data_key")
    with capture_logs() as logs:
        assert await _status(harness, "a") == (PaymentStatus.ASSIGNED, None)
    assert await harness.count("data_key") == keys, "no half of it is left"
    assert "what the payments' source told was not recorded" in [line["event"] for line in logs]
    assert len(source.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "assigned", "status_on": "2020-04-21"},
        {"status": "assigned", "status_on": "2027-01-01"},
        {"status": "refused", "status_on": "2020-04-30"},
        {"programme": "another"},
    ],
)
async def test_what_cannot_be_so_changes_nothing(
    harness: Harness, source: ExampleSource, answer: dict[str, str]
) -> None:
    source.payments[ALIYA] = [{**PAYMENT, **answer}]
    assert (await _status(harness, "a"))[0] is PaymentStatus.FUND_REVIEW


async def test_what_registry_and_source_say_alike_is_one_thing(harness: Harness, source: ExampleSource) -> None:
    await _status(harness, "a")
    moved = REGISTRY.read_text(encoding="utf-8").replace("fund_review,2020-04-22", "assigned,2020-04-24")
    assert (await import_payments(harness.services, moved.encode())).changed == 0


async def test_a_person_the_registry_does_not_know_is_found_by_the_source(
    harness: Harness, source: ExampleSource
) -> None:
    source.payments[UNKNOWN] = [dict(PAYMENT)]
    assert await harness.check(501, Iin(UNKNOWN), ALIYA_PHONE, "a") is not None


async def test_the_word_that_it_takes_long_is_said_once(
    harness: Harness, source: ExampleSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_source, "SLOW_SECONDS", 0.05)
    said = 0

    async def slow() -> None:
        nonlocal said
        said += 1

    assert await ask_source(harness.services, ALIYA, slow)
    assert said == 0
    source.faults = ["slow"]
    harness.clock.move(hours=1)
    assert not await ask_source(harness.services, ALIYA, slow)
    assert said == 1


async def test_one_row_that_cannot_be_so_is_refused_and_the_others_are_told(
    harness: Harness, source: ExampleSource
) -> None:
    moved = {**PAYMENT, "status": "sent_to_bank", "status_on": "2020-04-27"}
    wrong = {**PAYMENT, "programme": "demo-open"}
    faults = (
        {"application_no": "S-1"},
        {"status_on": "2099-01-01"},
        {"amount": -1},
        {"status": "lost"},
        {"phone": "1"},
    )
    source.payments[ALIYA] = [*({**wrong, **fault} for fault in faults), moved]
    assert await _status(harness, "a") == (PaymentStatus.SENT_TO_BANK, None)
    assert not await is_source_silent(harness.services, ALIYA)
