"""Killed at the journeys' decisive presses: after the restart nothing is lost and nothing is done twice."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.app import running_app
from bot.runtime.calls.rate_limit import RateLimiter
from bot.runtime.clock import FileClock
from simulator.driver import Driver
from tests.crash.case_scenes import decision, page_again, submission, takeover
from tests.crash.scenes import Scene, booking, call, intake, payment_status, rows
from tests.support.database import lay_database
from tests.support.process import BotProcess, started
from tests.support.selection import long
from tests.support.world import World, make_settings, running_simulator

pytestmark = [pytest.mark.kill, pytest.mark.timeout(400)]

Prepare = Callable[[World, str], Awaitable[Scene]]


@pytest.fixture(autouse=True)
def _prepared_without_rhythm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty messages a minute in a group are kept by the killed process; here they would only make everybody wait."""
    monkeypatch.setattr(RateLimiter, "reserve", lambda *_: 0.0)


@pytest.mark.parametrize(
    ("prepare", "language", "moment"),
    [
        (payment_status, "kk", "before the reply"),
        long(payment_status, "ru", "after the reply"),
        long(booking, "ru", "before the reply"),
        (booking, "kk", "after the reply"),
        long(booking, "ru", "before the message"),
        long(submission, "kk", "before the reply"),
        long(submission, "ru", "after the reply"),
        (submission, "kk", "before the message"),
        (decision, "ru", "before the reply"),
        long(decision, "kk", "after the reply"),
        long(decision, "ru", "before the message"),
        long(takeover, "kk", "before the reply"),
        long(takeover, "ru", "after the reply"),
        long(takeover, "kk", "before the message"),
        long(page_again, "ru", "before the reply"),
        long(page_again, "kk", "after the reply"),
        long(page_again, "ru", "before the message"),
        long(intake, "ru", "before the reply"),
        (intake, "kk", "after the reply"),
        long(intake, "ru", "before the message"),
        long(call, "kk", "before the reply"),
        long(call, "ru", "after the reply"),
        (call, "kk", "before the message"),
    ],
)
async def test_killed_and_started_again(tmp_path: Path, prepare: Prepare, language: str, moment: str) -> None:
    lay_database(tmp_path / "bot.sqlite")
    async with running_simulator(tmp_path) as simulator, Driver(simulator.url) as telegram:
        settings = make_settings(tmp_path, simulator.url)
        # The way to the decisive press is gone in this process; another one takes over its data and is killed.
        demo = prepare is intake
        async with running_app(settings, FileClock(tmp_path / "clock"), demo=demo) as app:
            world = World(app, telegram, simulator, settings)
            scene = await prepare(world, language)
            await world.settles()
        async with started(BotProcess(simulator, telegram, tmp_path, demo=demo)) as bot:
            await _press_and_kill(bot, scene, moment)
            await bot.start()
            await scene.arrives()
            await telegram.idle(quiet=1.0, timeout=60)
            assert not await bot.refused()
            assert await bot.stop() == 0
    scene.holds(tmp_path)
    assert rows(tmp_path, "SELECT COUNT(*) FROM inbox WHERE done_at IS NULL") == [(0,)]
    assert rows(tmp_path, "SELECT COUNT(*) FROM outbox WHERE state NOT IN ('sent', 'cancelled')") == [(0,)]


async def test_a_card_that_three_processes_died_with_is_shown_once(tmp_path: Path) -> None:
    """Its topic is kept by its id as soon as it is there, and the card comes into that one."""
    lay_database(tmp_path / "bot.sqlite")
    async with running_simulator(tmp_path) as simulator, Driver(simulator.url) as telegram:
        async with running_app(make_settings(tmp_path, simulator.url), FileClock(tmp_path / "clock")) as app:
            world = World(app, telegram, simulator, make_settings(tmp_path, simulator.url))
            scene = await submission(world, "kk")
            await world.settles()
        [(chat_id,)] = rows(tmp_path, "SELECT chat_id FROM staff_chat")
        in_group = [{"kind": "hold", "methods": ["sendMessage"], "chat_id": chat_id}]
        async with started(BotProcess(simulator, telegram, tmp_path)) as bot:
            await telegram.faults(in_group)
            await scene.press()
            await _is_sent(tmp_path, "case_receipt")
            for death in range(1, 4):
                await _are_held(telegram, death)
                await bot.kill()
                await telegram.faults(in_group if death < 3 else [])
                await bot.start()
            await scene.arrives()
            await telegram.idle(quiet=1.0, timeout=60)
            assert await bot.stop() == 0
        topics = [chat["topics"] for chat in (await telegram.state())["chats"] if chat["id"] == chat_id]
        assert len(topics[0]) == 1
    scene.holds(tmp_path)
    assert rows(tmp_path, "SELECT COUNT(*) FROM outbox WHERE state NOT IN ('sent', 'cancelled')") == [(0,)]


async def _is_sent(folder: Path, kind: str) -> None:
    async with asyncio.timeout(60):
        while ("sent", kind) not in rows(folder, "SELECT state, kind FROM outbox"):
            await asyncio.sleep(0.02)


async def _are_held(telegram: Driver, calls: int) -> None:
    async with asyncio.timeout(60):
        while len([call for call in await telegram.calls("sendMessage") if call.held]) < calls:
            await asyncio.sleep(0.02)


async def _press_and_kill(bot: BotProcess, scene: Scene, moment: str) -> None:
    since = max((call.n for call in await bot.telegram.calls()), default=0)
    await bot.hold_all_but(() if moment == "before the reply" else scene.replies, scene.words)
    await scene.press()
    if moment == "after the reply":
        await bot.kill_after(scene.replies, since)
    else:
        await bot.kill_when_held(scene.replies if moment == "before the reply" else scene.messages)
