"""A region's worth of queue against an empty one: 400 branches, 30 days, a time every 15 minutes, 20 counters.

``python -m bench.region`` lays the seats (four of five taken), asks for the day screen (every free time of the 15 days
one may book) and the time screen (those of one day), holds and books, in both databases in turn, and prints medians
and ratios of the same run.
"""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.services.branches import directory
from bot.services.queue.free_times import day_grid, free_slots, horizon
from tests.support.queue.services import QueueHarness, open_queue_harness

BRANCHES, DAYS, WINDOWS, TAKEN = 400, 30, 20, 0.8
ROUNDS = 200
FIRST = date(2026, 11, 9)
PEOPLE = range(1000, 1000 + ROUNDS)


async def main() -> None:
    """Lay both, measure in turn, print."""
    with tempfile.TemporaryDirectory() as name:
        began = time.monotonic()
        rows = await _lay(Path(name) / "full")
        size = await asyncio.to_thread(_megabytes, Path(name) / "full" / "bot.sqlite")
        print(f"{rows:,} seats laid in {time.monotonic() - began:.0f} s, {size:,.0f} MB")
        async with AsyncExitStack() as stack:
            harnesses = {
                kind: await stack.enter_async_context(
                    open_queue_harness(Path(name) / kind, desks=WINDOWS, people=PEOPLE)
                )
                for kind in ("empty", "full")
            }
            screens: dict[str, Callable[[QueueHarness, int], Awaitable[object]]] = {
                "day screen": _day_screen,
                "time screen": _time_screen,
                "hold and book": _book,
            }
            for screen, ask in screens.items():
                taken = await _measure(harnesses, ask)
                empty, full = (statistics.median(taken[kind]) * 1000 for kind in ("empty", "full"))
                print(f"{screen:14} empty {empty:6.2f} ms  full {full:6.2f} ms  ratio {full / empty:.2f}")


def _megabytes(file: Path) -> float:
    return file.stat().st_size / 1e6


async def _measure(
    harnesses: dict[str, QueueHarness], ask: Callable[[QueueHarness, int], Awaitable[object]]
) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {kind: [] for kind in harnesses}
    for number in range(ROUNDS):
        for kind, harness in harnesses.items():
            began = time.perf_counter()
            await ask(harness, number)
            taken[kind].append(time.perf_counter() - began)
    return taken


async def _day_screen(harness: QueueHarness, number: int) -> object:
    place = await directory.place(harness.services, await _branch(harness, number))
    return await free_slots(harness.services, place, "ordinary", horizon(place, harness.clock.now()))


async def _time_screen(harness: QueueHarness, number: int) -> object:
    place = await directory.place(harness.services, await _branch(harness, number))
    return await free_slots(harness.services, place, "ordinary", [date(2026, 11, 25)])


async def _book(harness: QueueHarness, number: int) -> object:
    return await harness.books(PEOPLE[number], harness.at(9 + number % 8, days=1 + number // 8 % 4))


async def _branch(harness: QueueHarness, number: int) -> int:
    """Return another branch of the full one every time; in the empty one there is one."""
    row = await harness.services.db.one(
        "SELECT id FROM branch WHERE code LIKE 'bench-%' ORDER BY id LIMIT 1 OFFSET ?", number * 7 % BRANCHES
    )
    return row["id"] if row else harness.place.id


async def _lay(folder: Path) -> int:
    """Make the branches out of the demo's one, and their seats; return how many seats."""
    async with open_queue_harness(folder, desks=WINDOWS, people=PEOPLE) as harness:
        days = [FIRST + timedelta(days=number) for number in range(DAYS)]
        starts = [
            (day.isoformat(), int(slot.start.timestamp()))
            for day in days
            for slot in day_grid(harness.place, "ordinary", day)
        ]
        source = harness.place.id
    with closing(sqlite3.connect(folder / "bot.sqlite", isolation_level=None)) as connection:
        return _fill(connection, source, starts)


def _fill(connection: sqlite3.Connection, source: int, starts: Sequence[tuple[str, int]]) -> int:
    columns = [row[1] for row in connection.execute("PRAGMA table_info(branch)") if row[1] not in ("id", "code")]
    same = ", ".join(columns)
    random = Random(7)  # noqa: S311 - the same data in every run
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    for number in range(BRANCHES):
        copied = connection.execute(
            f"INSERT INTO branch (code, {same}) SELECT ?, {same} FROM branch WHERE id = ?",  # noqa: S608
            (f"bench-{number}", source),
        )
        rows = (
            (copied.lastrowid, day, start, no, *(("booked", 1) if random.random() < TAKEN else ("free", None)))
            for day, start in starts
            for no in range(1, WINDOWS + 1)
        )
        connection.executemany(
            "INSERT INTO seat (branch_id, service_group, day, starts_at, no, state, booking_id)"
            " VALUES (?, 'ordinary', ?, ?, ?, ?, ?)",
            rows,
        )
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    return int(connection.execute("SELECT count(*) FROM seat").fetchone()[0])


if __name__ == "__main__":
    asyncio.run(main())
