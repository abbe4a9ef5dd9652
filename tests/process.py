"""The bot as a process of its own, which can be killed at any instant while Telegram lives on."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from simulator import Simulator
from simulator.driver import Driver
from simulator.model.calls import Call
from tests.world import ADMIN, TOKEN, Reader, running_simulator

ROOT = Path(__file__).parent.parent
_START_SECONDS = 40


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    output: str
    errors: str


async def run_bot_command(command: str, environment: dict[str, str], *arguments: str) -> Ended:
    """Run ``python -m bot …`` to its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        command,
        *arguments,
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await asyncio.wait_for(process.communicate(), _START_SECONDS)
    assert process.returncode is not None
    return Ended(process.returncode, output.decode(), errors.decode())


@dataclass(slots=True)
class BotProcess:
    """``python -m bot run`` against a simulator."""

    simulator: Simulator
    telegram: Driver
    folder: Path
    process: asyncio.subprocess.Process | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the process is started with."""
        return {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.simulator.url,
            "DATA_DIR": str(self.folder),
            "CLOCK_FILE": str(self.folder / "clock"),
            "ADMIN_IDS": str(ADMIN),
            "HTTP_PORT": "0",
            "LOG_LEVEL": "WARNING",
        }

    async def start(self) -> None:
        """Start it and wait until it takes updates."""
        seen = len(await self.telegram.calls("getWebhookInfo"))
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=ROOT, env=self.environment
        )
        async with asyncio.timeout(_START_SECONDS):
            # The last call before polling begins.
            while len(await self.telegram.calls("getWebhookInfo")) <= seen:
                assert self.process.returncode is None, "the bot ended at its start"
                await asyncio.sleep(0.05)

    async def refused(self) -> list[Call]:
        """Calls that Telegram refused, but for the dead process's long poll."""
        return [call for call in await self.telegram.refused() if call.method != "getUpdates"]

    async def another(self) -> "Ended":
        """Start a second one on the same data and wait for its end."""
        return await run_bot_command("run", self.environment)

    async def kill(self) -> None:
        """SIGKILL: no hook runs, nothing is flushed."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM, and wait for the graceful end; return the exit code."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()

    async def kill_at(self, method: str, *, after_effect: bool = False) -> None:
        """Kill it at its next call of ``method``: before Telegram has seen the call, or after it has."""
        if after_effect:
            seen = len(await self.telegram.calls(method))
            await self._until(lambda calls: len(calls) > seen, method)
        else:
            await self._until(lambda calls: any(call.held for call in calls), method)
        await self.kill()
        await self.telegram.faults([])

    async def hold(self, *methods: str) -> None:
        """Have Telegram keep these calls waiting from now on."""
        await self.telegram.faults([{"kind": "hold", "methods": list(methods), "times": None}])

    async def _until(self, reached: Callable[[list[Call]], bool], method: str) -> None:
        async with asyncio.timeout(15):
            while not reached(await self.telegram.calls(method)):
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running_process(folder: Path) -> AsyncIterator[BotProcess]:
    """Run a simulator here and the bot beside it."""
    async with running_simulator(folder) as simulator, Driver(simulator.url) as telegram:
        bot = BotProcess(simulator, telegram, folder)
        await bot.start()
        try:
            yield bot
        finally:
            if bot.process is not None and bot.process.returncode is None:
                await bot.stop()


async def newcomer(bot: BotProcess, user_id: int, language: str) -> Reader:
    """A person who has chosen the language and given consent."""
    reader = Reader(bot.telegram.person(user_id), language)
    await reader.says("/start")
    await reader.sees("start-language", timeout=20)
    await reader.presses(f"language-{language}")
    await reader.sees("start-consent")
    await reader.presses("consent-agree")
    await reader.sees("menu-home")
    return reader
