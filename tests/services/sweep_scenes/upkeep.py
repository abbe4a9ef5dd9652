"""What the bot does for itself: the nightly count, messages to administrators, removing what is old."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.jobs import forget_old
from bot.services.alerts.undelivered import alert_of_undelivered
from bot.services.guides.review import remind_to_review
from bot.services.queue.integrity import report_damage
from bot.services.work import Services
from storage.engine import outbox
from storage.engine.dialog_state import DialogStorage
from storage.engine.outbox import OutboxMessage
from tests.services.sweep_scenes.scene import OTHER_ADMIN, Poison, Run, Scene, administered, refusing
from tests.support.cases.services import CHAT, open_case_harness
from tests.support.payments.services import open_harness
from tests.support.queue.services import open_queue_harness
from tests.support.world import ADMIN


def _run(services: Services, sweep: Callable[[Services], Awaitable[object]]) -> Run:
    async def run() -> object:
        return await sweep(services)

    return run


@asynccontextmanager
async def count_that_cannot_be_made(folder: Path) -> AsyncIterator[Scene]:
    """The visits cannot be counted; that a booking is beside its history is found all the same."""
    async with open_queue_harness(folder) as harness:
        await harness.books(700, harness.at(10))
        await harness.services.db.run([("UPDATE booking SET version = 9", ())])
        services = administered(harness.services)
        yield Scene(
            services,
            "visit-beside-its-booking",
            Poison("ALTER TABLE visit RENAME TO visit_elsewhere", "ALTER TABLE visit_elsewhere RENAME TO visit"),
            _run(services, report_damage),
            "SELECT id FROM outbox WHERE dedupe_key LIKE 'damage:%'",
            "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM sweep_failure)",
        )


def _told_administrators(services: Services, sweep: Callable[[Services], Awaitable[object]], name: str) -> Scene:
    """One of two administrators cannot be written to."""
    told = "SELECT id FROM outbox WHERE chat_id = {} AND dedupe_key LIKE '{}%'"
    return Scene(
        services,
        f"{name}:{OTHER_ADMIN}",
        refusing("INSERT", "outbox", f"new.chat_id = {OTHER_ADMIN} AND new.dedupe_key LIKE '{name}%'"),
        _run(services, sweep),
        told.format(ADMIN, name),
        told.format(OTHER_ADMIN, name),
    )


@asynccontextmanager
async def administrator_told_of_damage(folder: Path) -> AsyncIterator[Scene]:
    async with open_queue_harness(folder) as harness:
        await harness.books(700, harness.at(10))
        await harness.services.db.run([("UPDATE booking SET version = 9", ())])
        yield _told_administrators(
            administered(harness.services), report_damage, f"damage:{harness.services.now // 86_400}"
        )


@asynccontextmanager
async def administrator_told_of_guides(folder: Path) -> AsyncIterator[Scene]:
    async with open_harness(folder) as harness:
        harness.clock.move(days=2_000)
        yield _told_administrators(
            administered(harness.services), remind_to_review, f"guide-review:{harness.clock.now():%Y-%m}"
        )


@asynccontextmanager
async def administrator_told_of_stuck_messages(folder: Path) -> AsyncIterator[Scene]:
    async with open_case_harness(folder) as harness:
        services = administered(harness.services)
        await services.db.write(lambda tx: services.enqueue(tx, OutboxMessage("card", CHAT, "test")))
        await services.db.run([outbox.postponed(1, services.now, services.now, "refused", out_of_order=True)])
        harness.clock.move(hours=1)
        yield _told_administrators(services, alert_of_undelivered, f"stuck:{CHAT}:{services.now // 86_400}")


@asynccontextmanager
async def old_rows_that_cannot_be_removed(folder: Path) -> AsyncIterator[Scene]:
    async with open_harness(folder) as harness:
        services = administered(harness.services)
        await services.db.run(
            [
                ("INSERT INTO action (key, result, at) VALUES ('old', x'', 0)", ()),
                ("INSERT INTO attempt (kind, subject, at) VALUES ('bind', 'old', 0)", ()),
            ]
        )
        storage = DialogStorage(services.db, services.encryption, harness.clock)

        async def clean() -> None:
            await forget_old(services, storage)

        yield Scene(
            services,
            "action",
            refusing("DELETE", "action", "old.key = 'old'"),
            clean,
            "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM attempt)",
            "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM action)",
        )
