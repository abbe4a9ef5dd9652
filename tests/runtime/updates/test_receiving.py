"""Receiving outlives whatever Telegram, a proxy, the network and the disk do; where only a person helps, it ends."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.runtime.health.vital import UnhealableError
from simulator.model.webhook import Webhook
from tests.runtime.calls.bad_answers import NO_ANSWERS, REFUSALS, told_apart
from tests.runtime.updates.test_webhook import free_port, is_ready
from tests.support.hurry import HURRY
from tests.support.world import World, running_world

GREETING = "Сәлеметсіз бе"
EVERYTHING = {**NO_ANSWERS, **REFUSALS}
PATIENT = replace(HURRY, replaying=(0.02,) * 1000, second_poller=60, webhook_refused=60)
"""In no hurry to give anything up."""


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running_world(tmp_path, patience=PATIENT) as running:
        yield running


async def failed_calls(world: World, method: str, since: int, at_least: int = 1) -> None:
    """Wait until so many calls have met the fault."""
    async with asyncio.timeout(20):
        while len([call for call in await world.telegram.calls(method, since=since) if call.injected]) < at_least:
            await asyncio.sleep(0.01)


async def last_call(world: World) -> int:
    return max((call.n for call in await world.telegram.calls()), default=0)


async def is_answered(world: World, why: str) -> None:
    """Say something, and see that it is answered."""
    person = world.telegram.person(501)
    try:
        await person.sends("/start")
        await person.sees(GREETING)
    except AssertionError as error:
        raise AssertionError(f"mute after {why}") from error


async def test_polling_goes_on_after_every_answer(world: World) -> None:
    await is_answered(world, "the start")
    for name, fault in EVERYTHING.items():
        since = await last_call(world)
        await world.telegram.faults([{**fault, "methods": ["getUpdates"]}])
        await world.telegram.person(501).sends("wakes the poll")
        await failed_calls(world, "getUpdates", since, at_least=3)
        await world.telegram.faults([])
        await is_answered(world, name)
    assert not world.app.vital.failing()


async def test_a_reply_is_sent_once_there_is_an_answer(world: World) -> None:
    await is_answered(world, "the start")
    for name, fault in NO_ANSWERS.items():
        since = await last_call(world)
        await world.telegram.faults([{**fault, "methods": ["sendMessage"]}])
        person = world.telegram.person(501)
        await person.sends("/start")
        await failed_calls(world, "sendMessage", since)
        await world.telegram.faults([])
        try:
            await person.sees(GREETING)
        except AssertionError as error:
            raise AssertionError(f"no reply after {name}") from error


async def test_a_reply_telegram_refuses_does_not_mute_the_person(world: World) -> None:
    await is_answered(world, "the start")
    for name, fault in REFUSALS.items():
        since = await last_call(world)
        await world.telegram.faults([{**fault, "methods": ["sendMessage"], "times": 1}])
        await world.telegram.person(501).sends("/start")
        await failed_calls(world, "sendMessage", since)
        await is_answered(world, name)


STARTING = ("getWebhookInfo", "deleteWebhook", "getMyName", "setMyCommands")


@pytest.mark.parametrize("method", STARTING)
@pytest.mark.parametrize("fault", told_apart(EVERYTHING))
async def test_the_start_waits_for_its_answer(tmp_path: Path, fault: dict[str, Any], method: str) -> None:
    # More often than a single call is tried again by itself.
    faults = [{**fault, "methods": [method], "times": 5}]
    elsewhere = Webhook(url="https://elsewhere.example.kz")
    async with running_world(tmp_path, patience=PATIENT, faults=faults, webhook=elsewhere) as world:
        await failed_calls(world, method, 0, at_least=5)
        await is_answered(world, f"{method} at the start")
        async with asyncio.timeout(20):
            while not (await world.telegram.state())["bot"]["commands"]:
                await asyncio.sleep(0.02)


@pytest.mark.parametrize("fault", told_apart(EVERYTHING))
async def test_the_webhook_is_set_once_there_is_an_answer(tmp_path: Path, fault: dict[str, Any]) -> None:
    async with webhook_world(tmp_path, [{**fault, "methods": ["setWebhook"], "times": 5}]) as world:
        await failed_calls(world, "setWebhook", 0, at_least=5)
        await is_answered(world, "setWebhook")


async def test_a_webhook_somebody_took_away_is_set_again(tmp_path: Path) -> None:
    async with webhook_world(tmp_path) as world:
        await is_answered(world, "the start")
        world.simulator.world.webhook = Webhook()
        await is_answered(world, "the loss of the webhook")


def webhook_world(folder: Path, faults: Any = (), **changes: Any) -> Any:
    port = free_port()
    given: dict[str, Any] = {
        "http_port": port,
        "webhook_url": f"http://127.0.0.1:{port}",
        "webhook_secret": SecretStr("s"),
    }
    return running_world(folder, patience=changes.pop("patience", PATIENT), faults=faults, **given, **changes)


UNAUTHORIZED = {
    "kind": "answer",
    "status": 401,
    "text": '{"ok":false,"error_code":401,"description":"Unauthorized"}',
}
CONFLICT = {**REFUSALS["409"], "methods": ["getUpdates"]}


@pytest.mark.parametrize(
    ("faults", "code", "words"),
    [
        ([UNAUTHORIZED], 3, "BOT_TOKEN was refused"),
        ([CONFLICT], 4, "another program"),
    ],
)
async def test_what_only_a_person_mends_ends_the_program(tmp_path: Path, faults: Any, code: int, words: str) -> None:
    async with running_world(tmp_path, patience=HURRY) as world:
        await is_answered(world, "the start")
        await world.telegram.faults(faults)
        await world.telegram.person(501).sends("wakes the poll")
        await _ends(world, code, words)


@pytest.mark.parametrize("method", ["getWebhookInfo", "getMe"])
async def test_a_refused_token_is_refused_at_the_start_too(tmp_path: Path, method: str) -> None:
    async with running_world(tmp_path, patience=HURRY, faults=[UNAUTHORIZED]) as world:
        await failed_calls(world, method, 0)
        await _ends(world, 3, "BOT_TOKEN was refused")


async def test_a_webhook_that_is_never_taken_ends_the_program(tmp_path: Path) -> None:
    refused = {"kind": "refusal", "text": "Bad Request: bad webhook: HTTPS url must be provided for webhook"}
    async with webhook_world(tmp_path, [{**refused, "methods": ["setWebhook"]}], patience=HURRY) as world:
        await _ends(world, 5, "WEBHOOK_URL is refused")


async def _ends(world: World, code: int, words: str) -> None:
    with pytest.raises(UnhealableError, match=words) as ended:
        async with asyncio.timeout(20):
            await world.app.until(asyncio.Event())
    assert ended.value.code == code
    assert "\n" not in str(ended.value)


async def test_one_refusal_of_the_token_is_a_slip(world: World) -> None:
    await is_answered(world, "the start")
    since = await last_call(world)
    await world.telegram.faults([{**UNAUTHORIZED, "methods": ["getUpdates"], "times": 3}])
    await world.telegram.person(501).sends("wakes the poll")
    await failed_calls(world, "getUpdates", since, at_least=3)
    await is_answered(world, "one 401")
    assert not world.app.vital.failing()


async def test_a_webhook_set_by_another_program_is_taken_away_again(world: World) -> None:
    await is_answered(world, "the start")
    world.simulator.world.webhook = Webhook(url="https://elsewhere.example.kz")
    world.simulator.world.updates.arrived.set()
    await world.telegram.person(502).sends("wakes the poll")
    await is_answered(world, "a foreign webhook")


async def test_an_empty_answer_that_does_not_wait_is_not_asked_without_end(tmp_path: Path) -> None:
    async with running_world(tmp_path, patience=replace(PATIENT, receiving=(0.5,))) as world:
        await is_answered(world, "the start")
        empty = {"kind": "answer", "status": 200, "text": '{"ok":true,"result":[]}', "methods": ["getUpdates"]}
        since = await last_call(world)
        await world.telegram.faults([empty])
        await world.telegram.person(501).sends("wakes the poll")
        await failed_calls(world, "getUpdates", since, at_least=2)
        first, second, *_ = await world.telegram.calls("getUpdates", since=since)
        assert second.at - first.at > 0.4


async def fill_disk(world: World) -> None:
    """Let the database grow no more, and use up the room it has."""
    db = world.app.services.db

    def fill(connection: Any) -> None:
        connection.execute("CREATE TABLE IF NOT EXISTS filler (x)")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    await db._writer.run(fill)
    for size in (2000, 1):
        with suppress(sqlite3.OperationalError):
            while True:
                await db.run([("INSERT INTO filler VALUES (zeroblob(?))", (size,))])


async def free_disk(world: World) -> None:
    await world.app.services.db._writer.run(lambda raw: raw.execute("PRAGMA max_page_count = 1000000").fetchone())


async def test_a_full_disk_acknowledges_nothing_and_loses_nobody(tmp_path: Path) -> None:
    port = free_port()
    async with (
        running_world(tmp_path, patience=PATIENT, http_port=port) as world,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http,
    ):
        people = [world.telegram.person(number) for number in (501, 502, 503, 504)]
        await world.citizen(900, "ru")
        await is_ready(http)
        await world.settles()
        await fill_disk(world)
        for person in people:
            await person.sends("/start " + "x" * 3000)
        async with asyncio.timeout(20):
            while True:
                async with http.get("/readyz") as answer:
                    told = await answer.json()
                if any(problem["what"] == "recording" and problem["seconds"] for problem in told["problems"]):
                    break
                await asyncio.sleep(0.02)
        assert (answer.status, told["ready"]) == (503, False)
        assert (await world.telegram.wire.get("/api/calls", since="0"))["pending_updates"] > 0, "it was acknowledged"
        async with http.get("/healthz") as answer:
            assert answer.status == 200, "a restart makes no room"
        await free_disk(world)
        for person in people:
            await person.sees(GREETING, timeout=20)
        await is_ready(http)
        admin = world.telegram.person(900)
        await admin.sees("Сбои прошли", timeout=20)
        assert any("входящие сообщения не записываются" in (told.text or "") for told in admin.from_bot())
