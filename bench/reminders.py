"""Firing visit reminders that all fell due at once, as after a night the bot did not run.

``python -m bench.reminders [REMINDERS]`` plans so many in a database of its own, fires them, and prints how long that
took, and how long somebody who writes meanwhile waits for the writer.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.subject import Subject, SubjectKind
from bot.services.queue.person import name_person
from bot.services.reminders import fire_due_reminders
from storage import reminders
from storage.engine.database import Transaction
from storage.queue import bookings
from tests.support.queue.services import READY, QueueHarness, iin_of, open_queue_harness

REMINDERS = 2_000
_USER = 700
_PROBE_SECONDS = 0.02


async def main(count: int) -> None:
    """Prepare, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        async with open_queue_harness(Path(name)) as harness:
            person = await name_person(harness.services, _USER, iin_of(_USER), own=True)
            await harness.services.db.write(lambda tx: _plan(tx, harness, person, count))
            harness.clock.move(hours=1)
            probing = asyncio.get_running_loop().create_task(_probe(harness))
            began = time.perf_counter()
            fired = await fire_due_reminders(harness.services)
            took = time.perf_counter() - began
            probing.cancel()
            waits = await probing
            enqueued = await harness.rows("SELECT count(*) AS n FROM outbox WHERE dedupe_key LIKE 'reminder:%'")
    print(f"{fired:,} fired, {enqueued[0]['n']:,} messages, {took:.2f} s, {1000 * took / count:.2f} ms each")
    print(f"a writer beside them waits {1000 * statistics.median(waits):.0f} ms, at most {1000 * max(waits):.0f} ms")


async def _plan(tx: Transaction, harness: QueueHarness, person: int, count: int) -> None:
    now, start = harness.services.now, harness.at(10)
    for number in range(count):
        booking = StoredBooking(
            id=0, number=f"N{number}", ticket=f"{number}", branch_id=harness.place.id, person_id=person, made_by=_USER,
            service=READY.code, second_service=None, kind="ordinary", relation="self", day="2026-11-24",
            starts_at=start + number, minutes=15, seats=1, state=BookingState.ACTIVE, version=1,
        )  # fmt: skip
        booking_id = await bookings.insert(tx, booking, now)
        await reminders.plan(
            tx, Subject(SubjectKind.BOOKING, booking_id), 1, [("before-24h", now + number % 600, start)]
        )


async def _probe(harness: QueueHarness) -> list[float]:
    """Write something small again and again; return how long each took."""
    waits = [0.0]
    try:
        while True:
            await asyncio.sleep(_PROBE_SECONDS)
            began = time.perf_counter()
            await harness.services.db.run([("UPDATE citizen SET seen_at = seen_at + 1 WHERE user_id = ?", (_USER,))])
            waits.append(time.perf_counter() - began)
    except asyncio.CancelledError:
        return waits


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else REMINDERS))
