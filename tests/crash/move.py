"""``python -m tests.crash.move FOLDER``: move a booking, killed before every single statement in turn.

Each try runs in a forked process of its own on its own copy of the data, and ends by SIGKILL before the first, the
second … hop to the database, until one ends unharmed. Prints what was found wrong, a line each, and at last how many
tries were killed. ``--apart`` first frees the old seat in a transaction of its own: the control.
"""

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.services.queue.booking import move_booking
from storage.engine.database import _Connection
from storage.queue import seats
from tests.support.queue.services import QueueHarness, open_queue_harness

ANNA = 700


async def _prepare(folder: Path) -> int:
    async with open_queue_harness(folder) as harness:
        booking_id = await harness.books(ANNA, harness.at(10))
        await harness.hold(ANNA, harness.at(12, days=2))
        return booking_id


async def _move(folder: Path, booking_id: int, *, apart: bool, killer: Callable[[], None] | None = None) -> None:
    async with open_queue_harness(folder) as harness:
        if killer:
            _before_each_hop(killer)
        if apart:
            await harness.services.db.write(lambda tx: seats.release_booked(tx, booking_id, 0))
        await _the_move(harness, booking_id)


async def _the_move(harness: QueueHarness, booking_id: int) -> None:
    await move_booking(harness.services, key="move", user_id=ANNA, booking_id=booking_id)


def _before_each_hop(killer: Callable[[], None]) -> None:
    original = _Connection.run

    async def run(self: _Connection, work: Callable[[sqlite3.Connection], Any]) -> Any:
        killer()
        return await original(self, work)

    _Connection.run = run  # type: ignore[method-assign]


def _killed_at(folder: Path, booking_id: int, hop: int, *, apart: bool) -> bool:
    """Fork, move, kill at this hop; return whether the kill came before the end."""
    pid = os.fork()
    if pid:
        _, status = os.waitpid(pid, 0)
        return os.WIFSIGNALED(status)
    left = hop

    def killer() -> None:
        nonlocal left
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    asyncio.run(_move(folder, booking_id, apart=apart, killer=killer))
    os._exit(0)


def _wrong(folder: Path) -> str | None:
    """Tell what is wrong with the one booking and its seat, or None."""
    with closing(sqlite3.connect(folder / "bot.sqlite")) as connection:
        live = connection.execute("SELECT id, starts_at FROM booking WHERE state = 'active'").fetchall()
        kept = connection.execute("SELECT booking_id, starts_at FROM seat WHERE state = 'booked'").fetchall()
    return None if len(live) == 1 and live == kept else f"bookings {live}, their seats {kept}"


def main(folder: Path, *, apart: bool) -> None:
    """Try every hop; after each kill the same move is made once more, as a replayed update makes it."""
    origin = folder / "origin"
    booking_id = asyncio.run(_prepare(origin))
    hop, killed = 0, True
    while killed:
        copy = folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(origin, copy)
        killed = _killed_at(copy, booking_id, hop, apart=apart)
        problem = _wrong(copy)
        if problem:
            print(f"killed before hop {hop}: {problem}")
        asyncio.run(_move(copy, booking_id, apart=False))
        problem = _wrong(copy)
        if problem:
            print(f"killed before hop {hop}, then moved again: {problem}")
        hop += 1
    print(f"killed {hop - 1} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]), apart="--apart" in sys.argv)
