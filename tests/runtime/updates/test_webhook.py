"""Health pages and the webhook, over HTTP; what the bot tells Telegram of itself."""

import asyncio
import socket
import time
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.texts import LANGUAGES
from handlers.citizen.commands import MENU_COMMANDS
from tests.support.world import MORNING, TEXTS, Reader, World, running_world


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


async def is_ready(http: aiohttp.ClientSession) -> None:
    """Wait for the first contact with Telegram."""
    async with asyncio.timeout(20):
        while True:
            async with http.get("/readyz") as answer:
                if answer.status == 200:
                    return
            await asyncio.sleep(0.02)


async def test_the_health_pages_answer_and_tell_no_one_anything(tmp_path: Path) -> None:
    port = free_port()
    async with running_world(tmp_path, http_port=port), aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http:
        async with http.get("/healthz") as answer:
            assert (answer.status, await answer.json()) == (200, {"alive": True})
        await is_ready(http)
        async with http.get("/readyz") as answer:
            assert answer.status == 200
            told = await answer.json()
            # The tests' clock is moved to a Tuesday.
            assert abs(told.pop("clock_moved") - (MORNING - time.time())) < 60
            nothing = ("updates", "quarantined", "letters", "failing", "unknown", "failed_rows", "set_aside")
            assert told == {"ready": True, "problems": [], **dict.fromkeys(nothing, 0)}


async def test_rows_that_fail_are_counted(tmp_path: Path) -> None:
    port = free_port()
    async with (
        running_world(tmp_path, http_port=port) as world,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http,
    ):
        row = (
            "INSERT INTO sweep_failure (sweep, row_key, attempts, next_at, error, failed_at) VALUES (?, ?, 1, ?, '', 0)"
        )
        now = world.app.services.now
        rests, aside = ("person", "1", now + 600), ("person", "2", None)
        await world.app.services.db.run([(row, rests), (row, aside)])
        async with http.get("/readyz") as answer:
            told = await answer.json()
        assert (told["failed_rows"], told["set_aside"]) == (2, 1)


async def test_updates_come_by_webhook_and_only_with_the_secret(tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    webhook: dict[str, Any] = {"http_port": port, "webhook_url": address, "webhook_secret": SecretStr("s3cret")}
    async with running_world(tmp_path, **webhook) as world, aiohttp.ClientSession(address) as http:
        person = Reader(world.telegram.person(501), "kk")
        await person.says("/start")
        await person.sees("start-language")
        async with http.post("/webhook", json={"update_id": 1}) as answer:
            assert answer.status == 401
        forged = {"X-Telegram-Bot-Api-Secret-Token": "wrong"}
        async with http.post("/webhook", json={"update_id": 1}, headers=forged) as answer:
            assert answer.status == 401


async def test_the_bot_introduces_itself_in_both_languages(world: World) -> None:
    await world.telegram.idle()
    bot = (await world.telegram.state())["bot"]
    for language in LANGUAGES:
        code = "" if language == "kk" else language
        assert bot["names"][code] == TEXTS.plain(language, "bot-name")
        assert bot["descriptions"][code] == TEXTS.plain(language, "bot-description")
        assert bot["short_descriptions"][code] == TEXTS.plain(language, "bot-short")
        listed = next(entry for entry in bot["commands"] if (entry["language_code"] or "") == code)
        assert [command["command"] for command in listed["commands"]] == list(MENU_COMMANDS)


SECRET = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}


async def test_whatever_is_no_update_is_refused_with_a_line(tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    webhook: dict[str, Any] = {"http_port": port, "webhook_url": address, "webhook_secret": SecretStr("s3cret")}
    bodies = [
        b"", b"{", b"[]", b"null", b"{}", b'"x"', b'{"update_id": "1"}', b'{"update_id": true}', b'{"update_id": -1}',
        b'{"update_id": 100000000000000000000}', b"[" * 3000 + b"]" * 3000, b'{"update_id": 1, "message": "\xff"}',
        b'{"update_id": 1, "message": {"chat": "x"}}', b'{"update_id": 1, "message": {"from": [1]}}',
        b'{"a":' * 3000 + b"1" + b"}" * 3000,
    ]  # fmt: skip
    async with running_world(tmp_path, **webhook), aiohttp.ClientSession(address) as http:
        with capture_logs() as told:
            for body in bodies:
                async with http.post("/webhook", data=body, headers=SECRET) as answer:
                    assert answer.status == 400, body[:40]
            strange = {**SECRET, "Content-Type": "application/json; charset=nothing"}
            async with http.post("/webhook", data=b'{"update_id": 1}', headers=strange) as answer:
                assert answer.status == 200
        lines = [each["log_level"] for each in told if each["event"].startswith("a webhook call")]
        assert lines == ["warning"] * len(bodies)
        assert await _answer_to(port, "X-Telegram-Bot-Api-Secret-Token: \u00e9".encode()) == 401
        assert await _answer_to(port, b"X-Telegram-Bot-Api-Secret-Token: \xff\xfe") == 401


async def _answer_to(port: int, header: bytes) -> int:
    """Post with a header no client would send; return the status."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /webhook HTTP/1.1\r\nHost: x\r\n" + header + b"\r\nContent-Length: 2\r\n\r\n{}")
    status = int((await reader.readline()).split()[1])
    writer.close()
    return status
