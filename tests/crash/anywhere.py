"""A press in a process that dies at the n-th point after it, and what is there once another process has gone on."""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import select

from bot.app import running_app
from bot.runtime.clock import FileClock
from simulator import Simulator
from simulator.driver import Driver
from storage.engine.schema import metadata
from tests.crash.points import ARMED, MET, watch
from tests.crash.scenes import Scene, rows
from tests.support.database import lay_database
from tests.support.process import BotProcess, started
from tests.support.world import World, make_settings, running_simulator

Prepare = Callable[[World, str], Awaitable[Scene]]

_PASSING = frozenset({"attempt", "fsm"})
"""Tables of which a repeat may leave other rows: what a person tried, and where their conversation stands."""
_OF_SENDS = frozenset({"inbox", "staff_message"})
"""Tables in which what is sent once more has a row more: a topic made anew is told to the bot, a message has its id."""
_STATES = ("state", "type", "kind")


@dataclass(frozen=True, slots=True)
class End:
    """What was there at the end, without times, numbers and codes."""

    rows: Counter[tuple[str, ...]]
    """How many rows of each table, by their state, type and kind."""
    messages: Counter[tuple[int, str]]
    """How often each text stands in each chat."""
    points: tuple[str, ...]
    """What was changed before the end of the process, one after the other."""
    unrecorded: frozenset[int] = field(default_factory=frozenset)
    """Chats to which something was under way when the process died: Telegram may have taken it."""

    def lost(self, whole: "End") -> list[str]:
        """Return what the uninterrupted run has and this one lacks, and rows that this one has beyond it."""
        missing = [f"no {text!r} in chat {chat}" for chat, text in (whole.messages - self.messages)]
        fewer, more = whole.rows - self.rows, self.rows - whole.rows
        beyond = [row for row in more if row[0] not in _OF_SENDS or not self.unrecorded]
        return [*missing, *(f"no row {row}" for row in fewer), *(f"a row more: {row}" for row in beyond)]

    def doubled(self, whole: "End") -> list[tuple[int, str]]:
        """Return what stands in a chat more often than after the uninterrupted run."""
        return sorted((self.messages - whole.messages).elements())


@dataclass(slots=True)
class Tally:
    """What all deaths of one scene came to."""

    points: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    """Taken by Telegram in the instant of the death, so that nobody could record it: sent once more (decision 0014)."""
    twice: list[str] = field(default_factory=list)
    """Doubled though nothing was under way there, or more than once."""


async def deaths(folder: Path, prepare: Prepare, language: str, *, demo: bool = False, step: int = 1) -> Tally:
    """Kill the scene at every ``step``-th point and compare each end with the uninterrupted run's."""
    whole = await end_of(folder / "whole", prepare, language, demo=demo, kill_at=None)
    tally = Tally()
    kill_at = 1
    while True:
        end = await end_of(folder / str(kill_at), prepare, language, demo=demo, kill_at=kill_at)
        if len(end.points) != kill_at:
            return tally
        where = f"{prepare.__name__} {kill_at} ({end.points[-1]})"
        tally.points += 1
        tally.lost += [f"{where}: {each}" for each in end.lost(whole)]
        doubled = end.doubled(whole)
        allowed = [each for each in dict.fromkeys(doubled) if each[0] in end.unrecorded]
        tally.doubled += [f"{where}: {text!r} in chat {chat}" for chat, text in allowed]
        tally.twice += [f"{where}: {text!r} in chat {chat}" for chat, text in Counter(doubled) - Counter(allowed)]
        kill_at += step


async def end_of(folder: Path, prepare: Prepare, language: str, *, demo: bool, kill_at: int | None) -> End:
    """Lead the scene to its press, press, kill the process at point ``kill_at``, start another, wait until all is done.

    Without ``kill_at`` nothing is killed; ``points`` says which there are.
    """
    lay_database(folder / "bot.sqlite")
    async with running_simulator(folder) as simulator, Driver(simulator.url) as telegram:
        settings = make_settings(folder, simulator.url)
        async with running_app(settings, FileClock(folder / "clock"), demo=demo) as app:
            world = World(app, telegram, simulator, settings)
            scene = await prepare(world, language)
            await world.settles()
        async with started(BotProcess(simulator, telegram, folder, demo=demo), partial(watch, folder, kill_at)) as bot:
            (folder / ARMED).touch()
            await scene.press()
            killed = kill_at is not None and await _died(bot, telegram)
            if kill_at is not None:
                (folder / ARMED).unlink()
            unrecorded = frozenset(_under_way(folder)) if killed else frozenset[int]()
            if killed:
                await bot.start()
            await scene.arrives()
            await telegram.idle(quiet=0.5, timeout=60)
            assert await bot.stop() == 0
        points = (folder / MET).read_text().split()
        return End(_rows(folder), _messages(simulator), tuple(points), unrecorded)


async def _died(bot: BotProcess, telegram: Driver) -> bool:
    assert bot.process is not None
    while bot.process.is_alive():
        await asyncio.sleep(0.01)
        if await _idle(telegram):
            return False
    return True


async def _idle(telegram: Driver) -> bool:
    try:
        await telegram.idle(quiet=2.0, timeout=0.05)
    except (TimeoutError, AssertionError):
        return False
    return True


def _under_way(folder: Path) -> list[int]:
    sent = rows(folder, "SELECT chat_id FROM outbox WHERE state = 'leased'")
    answered = rows(folder, "SELECT lane FROM inbox WHERE done_at IS NULL")
    return [int(str(place).partition(":")[0]) for (place,) in (*sent, *answered)]


def _rows(folder: Path) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for table in metadata.sorted_tables:
        if table.name not in _PASSING:
            picked = [column.name for column in table.c if column.name in _STATES]
            for row in rows(folder, str(select(table))):
                named = dict(zip(table.c.keys(), row, strict=True))
                found[table.name, *(str(named[each]) for each in picked)] += 1
    return found


def _messages(simulator: Simulator) -> Counter[tuple[int, str]]:
    return Counter(
        (chat_id, re.sub(r"\w*\d\w*", "#", message.text or message.caption or str(message.content_type)))
        for chat_id, room in simulator.world.rooms.items()
        for message in room.messages.values()
        if message.from_user is not None and message.from_user.is_bot
    )
