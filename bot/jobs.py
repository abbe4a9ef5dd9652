"""The sweeping jobs: rows that are due, found again after any restart (anchors.md §4.15)."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.services.core import Services
from bot.services.reminders import fire_due_reminders
from storage import actions, attempts, inbox, outbox
from storage.fsm import DialogStorage

log = structlog.get_logger(__name__)


@contextmanager
def running_jobs(services: Services, storage: DialogStorage, sweep_seconds: float = 5) -> Iterator[None]:
    """Run the jobs while the block lasts."""
    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1})

    async def reminders() -> None:
        await fire_due_reminders(services)

    async def forget() -> None:
        await inbox.forget_done(services.db, services.now)
        await outbox.forget_old(services.db, services.now)
        await actions.forget_old(services.db, services.now)
        await attempts.forget_old(services.db, services.now)
        await storage.forget_untouched()

    scheduler.add_job(_logged(reminders), "interval", seconds=sweep_seconds)
    scheduler.add_job(_logged(forget), "interval", hours=1)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


def _logged(job: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await job()
        except Exception:
            log.exception("job failed", job=job.__name__)

    return run
