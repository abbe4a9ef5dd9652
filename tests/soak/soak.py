"""A soak: people write in bursts for some time, beside a flooder; what came of it, as figures."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.scenes import rows
from tests.soak.people import Crowd
from tests.support.process import BotProcess, running_process

_FLOOD, _FLOOD_PAUSE = 100, 60.0
_KB = 1024
FLAT = 1.1
"""Memory at the end is at most so many times what it was after warm-up."""
BACKLOG = 2000
"""So many updates wait at most before no more are asked for (``bot/runtime/updates/update_processor.py``)."""


@dataclass(slots=True)
class Figures:
    """What a soak came to."""

    people: int
    seconds: float
    bursts: int = 0
    messages: int = 0
    lost: int = 0
    twice: int = 0
    out_of_order: int = 0
    waits: list[float] = field(default_factory=list)
    flooded: int = 0
    flooder_answered: int = 0
    most_waiting: int = 0
    """Updates recorded and not done, at most at any look."""
    left_over: int = 0
    warm_mb: float = 0.0
    half_mb: float = 0.0
    end_mb: float = 0.0

    @property
    def growth(self) -> float:
        """Return memory at the end against that after everybody has come in."""
        return self.end_mb / self.warm_mb

    @property
    def is_well(self) -> bool:
        """Return whether everybody was answered, once and in order, and no more waited than may."""
        return not (self.lost or self.twice or self.out_of_order or self.left_over) and self.most_waiting <= BACKLOG

    def wait(self, share: float) -> float:
        """Return within how many seconds that share of the bursts was answered."""
        return sorted(self.waits)[min(len(self.waits) - 1, int(share * len(self.waits)))] if self.waits else 0.0

    def table(self) -> list[tuple[str, str]]:
        """Return what is printed."""
        return [
            ("people, and a flooder beside them", str(self.people)),
            ("seconds", f"{self.seconds:.0f}"),
            ("messages, in bursts", f"{self.messages} in {self.bursts}"),
            ("answers lost", str(self.lost)),
            ("answers twice", str(self.twice)),
            ("people answered out of order", str(self.out_of_order)),
            ("a burst answered, median and p95", f"{self.wait(0.5):.2f} s, {self.wait(0.95):.2f} s"),
            ("flooder: sent, answered", f"{self.flooded}, {self.flooder_answered}"),
            ("updates waiting, at most and at the end", f"{self.most_waiting}, {self.left_over}"),
            (
                "memory after warm-up, at half time, at the end",
                f"{self.warm_mb:.0f} MB, {self.half_mb:.0f} MB, {self.end_mb:.0f} MB",
            ),
            ("growth", f"{self.growth:.3f}"),
        ]


async def soak(
    folder: Path, *, people: int, seconds: float, rate: float = 6.0, seed: int = 1, limits: bool = False
) -> Figures:
    """Have ``people`` write ``rate`` messages a second in all, for ``seconds``, beside a flooder.

    With ``limits`` the local Telegram refuses what is over Telegram's own limits of sending.
    """
    figures = Figures(people, seconds)
    async with running_process(folder) as bot:
        crowd = Crowd(bot.telegram, random.Random(seed))
        came = await crowd.come_in(people + 1)
        flooder = came.pop().actor
        await crowd.learn(came[0])
        await _warm_up(crowd, bot)
        await bot.telegram.faults([], limits=limits)
        figures.warm_mb = _memory_mb(bot)
        began = time.monotonic()
        until = began + seconds
        async with asyncio.TaskGroup() as everybody:
            looking = everybody.create_task(_look(crowd, bot, flooder.user_id, figures))
            halfway = everybody.create_task(_weigh(bot, began + seconds / 2, figures))
            async with asyncio.TaskGroup() as writing:
                for reader in came:
                    writing.create_task(crowd.write(reader, until, 2 * people / rate))
                writing.create_task(crowd.flood(flooder, until, _FLOOD, _FLOOD_PAUSE))
            await bot.telegram.idle(quiet=0.5, timeout=600)
            looking.cancel()
            halfway.cancel()
        figures.flooder_answered += await crowd.look(flooder.user_id)
        figures.left_over = _waiting(bot)
        figures.end_mb = _memory_mb(bot)
    figures.bursts, figures.waits, figures.flooded = len(crowd.waits), crowd.waits, crowd.flooded
    figures.messages = sum(map(len, crowd.asked.values()))
    figures.lost, figures.twice, figures.out_of_order = crowd.lost(), crowd.twice(), crowd.out_of_order()
    return figures


async def _look(crowd: Crowd, bot: BotProcess, flooder: int, figures: Figures) -> None:
    while True:
        figures.flooder_answered += await crowd.look(flooder)
        figures.most_waiting = max(figures.most_waiting, _waiting(bot))
        await asyncio.sleep(0.1)


async def _weigh(bot: BotProcess, at: float, figures: Figures) -> None:
    await asyncio.sleep(at - time.monotonic())
    figures.half_mb = _memory_mb(bot)


async def _warm_up(crowd: Crowd, bot: BotProcess) -> None:
    """Have everything been used once that is made when first needed."""
    await bot.telegram.idle(quiet=0.5, timeout=120)
    await crowd.look(0)
    crowd.shown.clear()


def _waiting(bot: BotProcess) -> int:
    ((count,),) = rows(bot.folder, "SELECT COUNT(*) FROM inbox WHERE done_at IS NULL")
    assert isinstance(count, int)
    return count


def _memory_mb(bot: BotProcess) -> float:
    assert bot.process is not None
    status = Path(f"/proc/{bot.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / _KB
