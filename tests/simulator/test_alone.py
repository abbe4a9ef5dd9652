"""`python -m simulator`: the local Telegram as a process of its own."""

import asyncio
import signal
import sys
import time
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from simulator import Simulator
from tests.simulator.conftest import PEOPLE, TOKEN, bot_of, polled

ROOT = Path(__file__).parents[2]


@pytest.mark.kill
async def test_runs_until_it_is_told_to_stop(tmp_path: Path) -> None:
    """It prints its address, answers there, and writes its world down at SIGTERM."""
    command = [sys.executable, "-m", "simulator", "--port", "0", "--token", "77:t", "--state", str(tmp_path)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    async with asyncio.timeout(150):
        url = (await process.stdout.readline()).decode().split("/  ")[0]
    async with aiohttp.ClientSession() as http, http.get(f"{url}/bot77:t/getMe") as response:
        assert (await response.json())["result"]["id"] == 77
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(60):
        assert await process.wait() == 0
    assert '"people"' in (tmp_path / "world.json").read_text("utf-8")


async def test_a_stopped_simulator_starts_again() -> None:
    """The same world listens at the same port; a poller that waited meanwhile was let go at once."""
    simulator = Simulator(token=TOKEN, people=PEOPLE)
    await simulator.start()
    port = int(simulator.url.rsplit(":", 1)[1])
    bot = bot_of(simulator.url)
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(bot.get_updates(timeout=60))
        await polled(simulator, 1)
        async with asyncio.timeout(30):
            await simulator.stop()
            assert await polling == []
    await simulator.start(port=port)
    with pytest.raises(OSError, match="address already in use"):
        await Simulator(token=TOKEN).start(port=port)
    started = time.monotonic()
    assert await bot.get_updates(timeout=1) == []
    assert time.monotonic() - started > 0.9
    await bot.session.close()
    await simulator.stop()


async def test_the_page_is_served(tmp_path: Path) -> None:
    """The address itself shows the page."""
    simulator = Simulator(token="77:t", state_dir=tmp_path)
    await simulator.start()
    async with aiohttp.ClientSession() as http, http.get(simulator.url) as response:
        assert response.status == web.HTTPOk.status_code
        assert "<html" in await response.text()
    await simulator.stop()
