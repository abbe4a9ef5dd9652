"""An import that moves ten thousand followed payments: how fast everybody is told, and who has to wait for it.

``python -m bench.bulk [FOLLOWERS]`` runs the bot in a process of its own on a local Telegram with Telegram's limits on,
imports a registry from the command line, kills the bot half way and starts it again. It prints how many were told, how
often, and how long people who press meanwhile wait for their answer, against the quiet before.
"""

import asyncio
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from simulator import Person
from tests.support.bulk import FIRST_ID, following_town, take_over
from tests.support.payments.registry_rows import numbers, registry
from tests.support.process import BotProcess, started
from tests.support.world import Reader

FOLLOWERS = 10_000
QUIET = 100
PAUSE_SECONDS = 0.3
# Different people press in turn: one chat takes a message a second.
_ASKING = [Person(id=501 + number, first_name="A") for number in range(10)]


async def main(followers: int) -> None:
    """Prepare, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with following_town(folder, followers, _ASKING) as bot, started(bot):
            readers = [await _welcomed(bot, person.id) for person in _ASKING]
            quiet = [await _answer(readers[number % len(readers)]) for number in range(QUIET)]
            iins = await asyncio.to_thread(lambda: list(numbers(followers)))
            began = time.monotonic()
            changed = await take_over(folder, bot.simulator.url, registry(iins, "assigned", "2020-04-24"))
            print(f"{changed:,} payments changed and their messages stored in {time.monotonic() - began:.1f} s")
            busy = await _until(bot, readers, folder, followers // 2)
            await bot.kill()
            killed = _sent(folder)
            await bot.start()
            busy += await _until(bot, readers, folder, followers)
            took = time.monotonic() - began
            _tell(await _heard(bot, followers), killed, took)
            refused = [call for call in await bot.telegram.calls() if call.error_code == 429]
            print(f"refused for Telegram's limits: {len(refused)}")
        for what, times in (("before", quiet), ("meanwhile", busy)):
            print(f"answers {what:9} {len(times):5}, median {_ms(statistics.median(times))}, p95 {_ms(_p95(times))}")
        print(f"p95 ratio {_p95(busy) / _p95(quiet):.2f}")


async def _welcomed(bot: BotProcess, user_id: int) -> Reader:
    reader = Reader(bot.telegram.person(user_id), "ru")
    await reader.says("/start")
    await reader.sees("start-language", timeout=20)
    await reader.presses("language-ru")
    return reader


async def _answer(reader: Reader) -> float:
    """Return how long a person waits for the screen they ask for."""
    await asyncio.sleep(PAUSE_SECONDS)
    began = time.monotonic()
    await reader.says("/help")
    await reader.actor.sees(lambda _message: True, timeout=20)
    return time.monotonic() - began


async def _until(bot: BotProcess, readers: list[Reader], folder: Path, sent: int) -> list[float]:
    times: list[float] = []
    while _sent(folder) < sent and bot.process is not None and bot.process.is_alive():
        times.append(await _answer(readers[len(times) % len(readers)]))
    return times


def _sent(folder: Path) -> int:
    with closing(sqlite3.connect(f"file:{folder / 'bot.sqlite'}?mode=ro", uri=True)) as connection:
        sql = "SELECT count(*) FROM outbox WHERE state = 'sent' AND kind = 'notice'"
        return int(connection.execute(sql).fetchone()[0])


async def _heard(bot: BotProcess, followers: int) -> Counter[int]:
    """Return how many people heard how often."""
    await asyncio.sleep(2)
    return Counter(len(bot.telegram.person(FIRST_ID + number).from_bot()) for number in range(followers))


def _tell(heard: Counter[int], killed: int, took: float) -> None:
    total = sum(times * count for times, count in heard.items())
    print(f"killed after {killed:,}; {total:,} messages in {took:.0f} s, {total / took:.1f} a second")
    print(f"people by how often they heard: {json.dumps(dict(heard))}")


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else FOLLOWERS))
