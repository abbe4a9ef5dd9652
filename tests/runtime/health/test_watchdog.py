"""The watchdog: what it misses, what it says and to whom; tasks that end are started again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import jobs
from bot.jobs import EVERY_TEN_MINUTES, NIGHTLY, SWEEPS, running_jobs
from bot.runtime.background import BackgroundTasks
from bot.runtime.health import pages
from bot.runtime.health import vital as vital_module
from bot.runtime.health.vital import ExitCode, UnhealableError, VitalTasks
from bot.runtime.health.watch import Problem, Watch
from bot.services.alerts import watchdog
from storage.engine.dialog_state import DialogStorage
from tests.runtime.updates.test_webhook import free_port, is_ready
from tests.support.hurry import HURRY
from tests.support.world import ADMIN, World, running_world


class Time:
    """Monotonic seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.mark.parametrize(("seconds", "missed"), [(89, False), (90, True), (91, True)])
def test_a_sign_is_missed_from_its_time_on(time: Time, seconds: int, missed: bool) -> None:
    watch = Watch(time)
    watch.expect("telegram", 90)
    time.now += 50
    watch.beat("telegram")
    time.now += seconds
    assert watch.problems() == ([Problem("telegram", seconds)] if missed else [])
    watch.beat("telegram")
    assert watch.problems() == []


def test_a_sign_expected_at_once_is_missed_until_it_comes(time: Time) -> None:
    watch = Watch(time)
    watch.expect("telegram", 90, at_once=True)
    watch.trouble("telegram", "TelegramNetworkError")
    assert watch.problems() == [Problem("telegram", 90, "TelegramNetworkError")]
    watch.beat("telegram")
    assert watch.problems() == []


def test_a_failure_of_what_is_not_expected_is_a_problem_until_it_goes_well(time: Time) -> None:
    watch = Watch(time)
    watch.trouble("recording", "SQLITE_FULL")
    time.now += 7
    watch.trouble("recording", "SQLITE_IOERR")
    assert watch.problems() == [Problem("recording", 7, "SQLITE_IOERR")]
    watch.beat("recording")
    assert watch.problems() == []


def test_what_lasts_is_measured(time: Time) -> None:
    watch, lasts = Watch(time), [0.0]
    watch.measure("updates", lambda: lasts[0], 300)
    assert watch.problems() == []
    lasts[0] = 300
    assert watch.problems() == [Problem("updates", 300)]


@asynccontextmanager
async def watched(folder: Path, **changes: Any) -> AsyncIterator[tuple[World, aiohttp.ClientSession]]:
    """A running bot and its health pages."""
    port = free_port()
    async with (
        running_world(folder, http_port=port, **{"patience": HURRY, **changes}) as world,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http,
    ):
        yield world, http


async def problem(http: aiohttp.ClientSession, what: str) -> dict[str, Any]:
    """Wait until `/readyz` tells of it."""
    async with asyncio.timeout(20):
        while True:
            async with http.get("/readyz") as answer:
                told = await answer.json()
            for each in told["problems"]:
                if each["what"] == what:
                    assert (answer.status, told["ready"]) == (503, False)
                    return dict(each)
            await asyncio.sleep(0.02)


async def test_telegram_out_of_reach_is_told_from_the_start_and_when_it_is_back(tmp_path: Path) -> None:
    away = [{"kind": "reset", "methods": []}]
    async with watched(tmp_path, faults=away) as (world, http):
        async with asyncio.timeout(20):
            while (await problem(http, "telegram"))["why"] != "TelegramNetworkError":
                await asyncio.sleep(0.02)
        async with http.get("/healthz") as answer:
            assert answer.status == 200, "a restart does not bring Telegram back"
        await world.telegram.faults([])
        await is_ready(http)


async def test_administrators_are_told_once_and_when_all_is_well(tmp_path: Path) -> None:
    async with watched(tmp_path, patience=replace(HURRY, long_poll=1, contact=4)) as (world, http):
        admin = await world.citizen(ADMIN, "ru")
        await is_ready(http)
        await world.telegram.faults([{"kind": "reset", "methods": ["getUpdates"]}])
        await world.telegram.person(501).sends("wakes the poll")
        await admin.actor.sees("Telegram не отвечает боту")
        await problem(http, "telegram")
        await world.telegram.faults([])
        await admin.actor.sees("Сбои прошли")
        await is_ready(http)
        messages = await world.app.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE 'watch:%'")
        assert len(messages) == 2


async def test_a_database_that_refuses_is_told(tmp_path: Path) -> None:
    async with watched(tmp_path, patience=replace(HURRY, contact=0.3)) as (world, http):
        await is_ready(http)
        refusal = "CREATE TRIGGER refuse BEFORE UPDATE ON watch BEGIN SELECT RAISE(ABORT, 'no'); END"
        await world.app.services.db.run([(refusal, ())])
        assert (await problem(http, "write"))["why"] == "SQLITE_CONSTRAINT_TRIGGER"
        await world.app.services.db.run([("DROP TRIGGER refuse", ())])
        async with asyncio.timeout(20):
            while any(each["what"] == "write" for each in await _problems(http)):
                await asyncio.sleep(0.02)


async def _problems(http: aiohttp.ClientSession) -> list[dict[str, Any]]:
    async with http.get("/readyz") as answer:
        return list((await answer.json())["problems"])


async def test_a_writer_that_hangs_needs_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "_WRITE_SECONDS", 0.05)
    monkeypatch.setattr(pages, "_HANGS_SECONDS", 0)
    async with watched(tmp_path, patience=replace(HURRY, contact=1)) as (world, http):
        await is_ready(http)
        gate = asyncio.Event()

        async def hang(_tx: object) -> None:
            await gate.wait()

        hanging = asyncio.gather(world.app.services.db.write(hang))
        assert (await problem(http, "write"))["why"] == "hangs"
        async with http.get("/healthz") as answer:
            assert (answer.status, (await answer.json())["dead"]) == (503, ["write"])
        gate.set()
        await hanging


async def test_little_room_on_the_disk_is_told(tmp_path: Path) -> None:
    async with watched(tmp_path, patience=replace(HURRY, free_bytes=2**62)) as (_world, http):
        assert (await problem(http, "disk"))["why"].endswith(" MB free")


async def test_an_update_that_waits_too_long_is_told(tmp_path: Path) -> None:
    async with watched(tmp_path, patience=replace(HURRY, waiting=0.2)) as (world, http):
        await world.telegram.faults([{"kind": "hold", "methods": ["sendMessage"]}])
        await world.telegram.person(501).sends("/start")
        await problem(http, "updates")
        await world.telegram.faults([])
        await is_ready(http)


async def test_every_job_is_missed_that_does_not_run(tmp_path: Path, time: Time) -> None:
    async with running_world(tmp_path) as world:
        services = world.app.services
        watch = Watch(time)
        storage = DialogStorage(services.db, services.encryption, services.clock)
        async with running_jobs(services, storage, 3600, watch):
            assert watch.problems() == []
            time.now += 27 * 3600
            missed = {each.what for each in watch.problems()}
    every = {f"sweep {job.__name__}" for job in (*SWEEPS, *EVERY_TEN_MINUTES, *NIGHTLY)}
    assert missed == every | {"sweep forget"}


async def test_a_job_that_fails_is_told_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_SWEEP_MISSED", 1)
    async with watched(tmp_path) as (world, http):
        await is_ready(http)
        await world.app.services.db.run([("ALTER TABLE reminder RENAME TO broken", ())])
        failing = await problem(http, "sweep fire_due_reminders")
        assert failing["why"] == "OperationalError"


async def test_a_vital_task_is_started_again_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async with BackgroundTasks() as background:
        vital = VitalTasks(background, HURRY)
        begun, gate = [], asyncio.Event()

        async def work() -> None:
            begun.append(1)
            if len(begun) == 1:
                raise ValueError("a fault in the code")
            if len(begun) == 2:
                return
            if len(begun) > 9:
                await gate.wait()

        vital.start(work, "work")
        async with asyncio.timeout(5):
            while len(begun) < 10:
                await asyncio.sleep(0.01)
        assert vital.failing() == ["work"]
        assert vital.hopeless() == ["work"]
        monkeypatch.setattr(vital_module, "_STEADY_SECONDS", 0)
        assert vital.failing() == vital.hopeless() == []
    assert len(begun) == 10


async def test_what_cannot_heal_is_told_to_whoever_waits() -> None:
    async with BackgroundTasks() as background:
        vital, told = VitalTasks(background, HURRY), asyncio.Event()

        async def work() -> None:
            raise UnhealableError(ExitCode.TOKEN_REFUSED, "words")

        vital.start(work, "work")
        await asyncio.sleep(0)
        vital.when_unhealable(told.set)
        async with asyncio.timeout(5):
            await told.wait()
        with pytest.raises(UnhealableError, match="words"):
            vital.check()
