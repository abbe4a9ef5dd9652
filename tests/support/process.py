"""The bot as a process of its own, which can be killed at any instant while Telegram lives on."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.data_files import ROOT
from simulator import Simulator
from simulator.driver import Driver
from simulator.model.calls import Call
from tests.support.forked import start_bot
from tests.support.world import ADMIN, OPERATOR, TOKEN, running_simulator

_START_SECONDS = 90
_SENDING = (
    "answerCallbackQuery",
    "copyMessage",
    "createForumTopic",
    "editMessageText",
    "sendDocument",
    "sendMediaGroup",
    "sendMessage",
    "sendPhoto",
)
"""Calls whose effect somebody sees."""


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
    process: ForkServerProcess | None = None
    demo: bool = False

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
            "DEMO_PLACES": "true",
            "OPERATOR_NAME": OPERATOR.name,
            "OPERATOR_BIN": OPERATOR.bin,
            "HTTP_PORT": "0",
            "LOG_LEVEL": "WARNING",
        }

    async def start(self, prepare: Callable[[], None] | None = None) -> None:
        """Start it, with ``prepare`` called in the new process first, and wait until it takes updates."""
        seen = len(await self.telegram.calls("getWebhookInfo"))
        self.process = await asyncio.to_thread(start_bot, self.environment, demo=self.demo, prepare=prepare)
        async with asyncio.timeout(_START_SECONDS):
            # The last call before polling begins.
            while len(await self.telegram.calls("getWebhookInfo")) <= seen:
                assert self.process.is_alive(), "the bot ended at its start"
                await asyncio.sleep(0.05)

    async def refused(self) -> list[Call]:
        """Return calls that Telegram refused, but for the dead process's poll and what a replay finds done already."""
        done_already = ("getUpdates", "answerCallbackQuery", "deleteMessage")
        as_it_is = ("message is not modified", "TOPIC_NOT_MODIFIED")
        return [
            call
            for call in await self.telegram.refused()
            if call.method not in done_already and not any(same in (call.description or "") for same in as_it_is)
        ]

    async def another(self) -> "Ended":
        """Start a second one on the same data and wait for its end."""
        return await run_bot_command("run", self.environment)

    async def kill(self) -> None:
        """Send SIGKILL: no hook runs, nothing is flushed."""
        assert self.process is not None
        self.process.kill()
        await self._ended(self.process)

    async def stop(self) -> int:
        """Send SIGTERM, and wait for the graceful end; return the exit code."""
        assert self.process is not None
        self.process.terminate()
        return await self._ended(self.process)

    async def _ended(self, process: ForkServerProcess) -> int:
        async with asyncio.timeout(_START_SECONDS):
            while process.is_alive():
                await asyncio.sleep(0.01)
        assert process.exitcode is not None
        return process.exitcode

    async def kill_when_held(self, methods: Sequence[str] = _SENDING) -> None:
        """Kill it while Telegram keeps one of these calls waiting: the call never took effect."""
        await self._until(lambda calls: any(call.held and call.method in methods for call in calls))
        await self.kill()
        await self.telegram.faults([])

    async def kill_after(self, methods: Sequence[str], since: int) -> None:
        """Kill it as soon as one of these calls took effect."""
        await self._until(lambda calls: any(call.ok and call.method in methods and call.n > since for call in calls))
        await self.kill()
        await self.telegram.faults([])

    async def hold(self, *methods: str) -> None:
        """Have Telegram keep these calls waiting from now on."""
        await self.telegram.faults([{"kind": "hold", "methods": list(methods)}])

    async def hold_all_but(self, methods: Sequence[str], words: Sequence[str]) -> None:
        """Have Telegram keep whatever somebody would see waiting, but for these calls without these words.

        What Telegram takes in the instant of the kill is sent once more, for nobody knows that it arrived.
        """
        others = [method for method in _SENDING if method not in methods]
        holds: list[dict[str, object]] = [{"kind": "hold", "methods": others}]
        await self.telegram.faults([*holds, *({"kind": "hold", "methods": [], "containing": each} for each in words)])

    async def _until(self, reached: Callable[[list[Call]], bool]) -> None:
        async with asyncio.timeout(60):
            while not reached(await self.telegram.calls()):
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running_process(folder: Path) -> AsyncIterator[BotProcess]:
    """Run a simulator here and the bot beside it."""
    async with (
        running_simulator(folder) as simulator,
        Driver(simulator.url) as telegram,
        started(BotProcess(simulator, telegram, folder)) as bot,
    ):
        yield bot


@asynccontextmanager
async def started(bot: BotProcess, prepare: Callable[[], None] | None = None) -> AsyncIterator[BotProcess]:
    """Start it for the block, with ``prepare`` called in the new process first; it may be killed and started again."""
    await bot.start(prepare)
    try:
        yield bot
    finally:
        if bot.process is not None and bot.process.is_alive():
            await bot.stop()
