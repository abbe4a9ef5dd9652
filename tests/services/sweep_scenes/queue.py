"""The queue: reminders, offers, lines, what a closed place displaces, persons nobody needs."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from bot.services.branch_changes.opening_change import Clerk, closing_of, reopen
from bot.services.privacy.retention import OPEN_QUESTION_SECONDS, erase_unneeded_persons
from bot.services.queue.offers import offer_freed_seats
from bot.services.queue.person import name_person
from bot.services.reminders import fire_due_reminders
from bot.services.retries import retry_failed
from bot.services.work import Services
from tests.services.sweep_scenes.scene import Poison, Run, Scene, administered, refusing
from tests.support.queue.opening import change_opening
from tests.support.queue.services import QueueHarness, iin_of, joins, open_queue_harness

ANNA, BOLAT, DARA, EVA = 700, 701, 702, 703
CLERK = Clerk(601, "Бір")
TUESDAY = date(2026, 11, 24)
REMINDER = (
    "INSERT INTO reminder (id, subject, subject_version, kind, due_at, not_after, state)"
    " VALUES (900, 'case:999999', 1, 'half:2026-11-24', ?, ?, 'waiting')"
)


@asynccontextmanager
async def _open(folder: Path, desks: int = 5) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(folder, desks=desks) as harness:
        harness.services = administered(harness.services)
        yield harness


def _run(harness: QueueHarness, sweep: Callable[[Services], Awaitable[object]]) -> Run:
    async def run() -> object:
        return await sweep(harness.services)

    return run


@asynccontextmanager
async def reminder_of_no_case(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        await harness.books(ANNA, harness.at(15, days=2))
        harness.clock.move(days=1, hours=5)
        now = harness.services.now
        await harness.services.db.run([(REMINDER, (now - 9_000, now + 90 * 86_400))])
        yield Scene(
            harness.services,
            "900",
            Poison("SELECT 1", "UPDATE reminder SET subject = 'booking:999999' WHERE id = 900"),
            _run(harness, fire_due_reminders),
            "SELECT id FROM outbox WHERE dedupe_key LIKE 'reminder:booking:1:%'",
            "SELECT id FROM reminder WHERE id = 900 AND state = 'pointless'",
        )


@asynccontextmanager
async def offer_that_ran_out(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        for user_id in (DARA, EVA):
            await joins(harness, user_id, TUESDAY)
        await offer_freed_seats(harness.services)
        harness.clock.move(minutes=20)
        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "offer", "old.id = 1"),
            _run(harness, offer_freed_seats),
            "SELECT id FROM offer WHERE id = 2 AND state = 'expired'",
            "SELECT id FROM offer WHERE id = 1 AND state = 'expired'",
        )


@asynccontextmanager
async def entry_whose_days_passed(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        for user_id in (DARA, EVA):
            await joins(harness, user_id, TUESDAY)
        harness.clock.move(days=3)
        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "waiting", "old.id = 1"),
            _run(harness, offer_freed_seats),
            "SELECT id FROM waiting WHERE id = 2 AND state = 'over'",
            "SELECT id FROM waiting WHERE id = 1 AND state = 'over'",
        )


@asynccontextmanager
async def line_of_a_place(folder: Path) -> AsyncIterator[Scene]:
    """One waits at the first place only, one at the second only."""
    async with _open(folder) as harness:
        await joins(harness, DARA, TUESDAY, places=1)
        await joins(harness, EVA, TUESDAY, places=2)
        await harness.services.db.run(
            [("DELETE FROM waiting_branch WHERE waiting_id = 2 AND branch_id = ?", (harness.place.id,))]
        )
        yield Scene(
            harness.services,
            f"{harness.place.id}.ordinary",
            refusing("UPDATE", "waiting_branch", f"old.branch_id = {harness.place.id}"),
            _run(harness, offer_freed_seats),
            "SELECT id FROM offer WHERE waiting_id = 2",
            "SELECT id FROM offer WHERE waiting_id = 1",
        )


@asynccontextmanager
async def first_of_a_line(folder: Path) -> AsyncIterator[Scene]:
    """The first cannot be offered anything; the second must not wait for that."""
    async with _open(folder) as harness:
        for user_id in (DARA, EVA):
            await joins(harness, user_id, TUESDAY)

        async def again() -> None:
            # A line is not looked at sooner than in five minutes, unless a seat is freed.
            await harness.services.db.run([("UPDATE waiting_branch SET look_at = 0", ())])
            await offer_freed_seats(harness.services)

        yield Scene(
            harness.services,
            "1",
            refusing("INSERT", "offer", "new.waiting_id = 1"),
            _run(harness, offer_freed_seats),
            "SELECT id FROM offer WHERE waiting_id = 2",
            "SELECT id FROM offer WHERE waiting_id = 1",
            again,
        )


async def _shut(harness: QueueHarness) -> None:
    changes = closing_of(harness.place, TUESDAY, TUESDAY, None, "апат")
    await change_opening(harness.services, key="shut", branch_id=harness.place.id, changes=changes, clerk=CLERK)


@asynccontextmanager
async def booking_at_a_closed_place(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        for user_id in (ANNA, BOLAT):
            await harness.books(user_id, harness.at(10))

        async def shut() -> None:
            await _shut(harness)

        yield Scene(
            harness.services,
            "1.1",
            refusing("UPDATE", "booking", "old.id = 1"),
            shut,
            "SELECT id FROM booking WHERE id = 2 AND state = 'displaced'",
            "SELECT id FROM booking WHERE id = 1 AND state = 'displaced' AND closure_id = 1",
            _run(harness, retry_failed),
        )


@asynccontextmanager
async def seat_held_at_a_closed_place(folder: Path) -> AsyncIterator[Scene]:
    """Kept for long, as an offer or another time may be."""
    async with _open(folder) as harness:
        for user_id in (ANNA, BOLAT):
            await harness.hold(user_id, harness.at(10))
        await harness.services.db.run([("UPDATE seat SET hold_until = starts_at WHERE state = 'held'", ())])
        seat = (await harness.rows("SELECT id FROM seat WHERE holder = ?", ANNA))[0]["id"]

        async def shut() -> None:
            await _shut(harness)

        yield Scene(
            harness.services,
            str(seat),
            refusing("UPDATE", "seat", f"old.holder = {ANNA}"),
            shut,
            f"SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM seat WHERE holder = {BOLAT})",  # noqa: S608
            f"SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM seat WHERE holder = {ANNA})",  # noqa: S608
            _run(harness, retry_failed),
        )


@asynccontextmanager
async def booking_of_a_reopened_place(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        for user_id in (ANNA, BOLAT):
            await harness.books(user_id, harness.at(10))
        await _shut(harness)

        async def open_again() -> None:
            await reopen(harness.services, key="open", closure_id=1, branch_id=harness.place.id, clerk=CLERK)

        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "booking", "old.id = 1"),
            open_again,
            "SELECT id FROM booking WHERE id = 2 AND state = 'active'",
            "SELECT id FROM booking WHERE id = 1 AND state = 'active'",
            _run(harness, retry_failed),
        )


@asynccontextmanager
async def person_nobody_needs(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        for number in (750, 751):
            await name_person(harness.services, ANNA, iin_of(number), own=False)
        harness.clock.move(seconds=OPEN_QUESTION_SECONDS, days=1)
        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "person", "old.id = 1"),
            _run(harness, erase_unneeded_persons),
            "SELECT id FROM person WHERE id = 2 AND details = x''",
            "SELECT id FROM person WHERE id = 1 AND details = x''",
            _run(harness, retry_failed),
        )
