"""The sweeping jobs: rows that are due, found again after any restart (pitfall 16)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.sweeps import Sweep
from bot.runtime.clock import ClockJump
from bot.runtime.health.watch import Watch
from bot.services.alerts.failed_rows import tell_of_failed
from bot.services.alerts.undelivered import alert_of_undelivered
from bot.services.alerts.unhandled_updates import tell_of_quarantined
from bot.services.clock_steps import cut_overlong_waits
from bot.services.guides.review import remind_to_review
from bot.services.inquiries.handling import pass_on_unheard
from bot.services.payments.query_source import ask_about_followed
from bot.services.privacy.retention import erase_unneeded_persons, remove_upgrade_copies
from bot.services.queue.integrity import report_damage
from bot.services.queue.offers import offer_freed_seats
from bot.services.reception.close_day import close_days, miss_the_late
from bot.services.reception.notifications import tell_lines
from bot.services.reminders import fire_due_reminders
from bot.services.retries import retry_failed
from bot.services.sweeping import run_each
from bot.services.work import Services
from storage import failures
from storage.assistants import assistants
from storage.engine import idempotency, inbox, outbox, quarantine, rate_limits
from storage.engine.dialog_state import DialogStorage
from storage.people import iin_proofs

log = structlog.get_logger(__name__)

Job = Callable[[Services], Awaitable[object]]

SWEEP_SECONDS = 5
_SWEEP_MISSED = 120
_END_SECONDS = 5

SWEEPS: tuple[Job, ...] = (
    cut_overlong_waits, fire_due_reminders, offer_freed_seats, miss_the_late, tell_lines, retry_failed,
)  # fmt: skip
"""Every few seconds: what is due."""

EVERY_TEN_MINUTES: tuple[Job, ...] = (
    ask_about_followed,
    pass_on_unheard,
    alert_of_undelivered,
    tell_of_failed,
    tell_of_quarantined,
)
"""What is asked of the outside source, what inquiries nobody took, and what cannot be sent."""

NIGHTLY: tuple[Job, ...] = (
    close_days, erase_unneeded_persons, remove_upgrade_copies, report_damage, remind_to_review,
)  # fmt: skip
"""At 03:10 in Almaty."""


@asynccontextmanager
async def running_jobs(
    services: Services, storage: DialogStorage, sweep_seconds: float, watch: Watch
) -> AsyncIterator[None]:
    """Run the jobs while the block lasts; those under way then are waited for, for a few seconds."""
    under_way: set[asyncio.Task[None]] = set()
    scheduler = scheduled_jobs(services, storage, sweep_seconds, under_way, watch)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        if under_way:
            await asyncio.wait(under_way, timeout=_END_SECONDS)
        scheduler.shutdown(wait=False)


def scheduled_jobs(
    services: Services,
    storage: DialogStorage,
    sweep_seconds: float = SWEEP_SECONDS,
    under_way: set[asyncio.Task[None]] | None = None,
    watch: Watch | None = None,
    jump: ClockJump | None = None,
) -> AsyncIOScheduler:
    """Return the jobs with their times, none of them running yet; whichever runs is in ``under_way`` meanwhile.

    None runs while a ``jump`` of the clock is fresh. ``watch`` hears of each that went well, and misses one that has
    not for some times its interval.
    """
    tasks = set() if under_way is None else under_way
    watch, jump = watch or Watch(), jump or ClockJump()
    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1})

    async def forget(services: Services) -> None:
        await forget_old(services, storage)

    def add(job: Job, within: float, trigger: str, **when: Any) -> None:
        watch.expect(f"sweep {job.__name__}", within)
        scheduler.add_job(_logged(job, tasks, watch, jump), trigger, args=[services], **when)

    for job in SWEEPS:
        add(job, _SWEEP_MISSED, "interval", seconds=sweep_seconds)
    for job in EVERY_TEN_MINUTES:
        add(job, 3 * 600, "interval", minutes=10)
    add(forget, 3 * 3600, "interval", hours=1)
    for job in NIGHTLY:
        add(job, 26 * 3600, "cron", hour=3, minute=10, timezone="Asia/Almaty")
    return scheduler


async def forget_old(services: Services, storage: DialogStorage) -> None:
    """Remove what was kept for its term only, each kind by itself; runs every hour."""
    db, now = services.db, services.now
    cleanings: dict[str, Callable[[], Awaitable[None]]] = {
        "inbox": lambda: inbox.expire_done(db, now),
        "quarantine": lambda: quarantine.expire_old(db, now),
        "outbox": lambda: outbox.expire_old(db, now),
        "action": lambda: idempotency.expire_old(db, now),
        "attempt": lambda: rate_limits.expire_old(db, now),
        "invitation": lambda: assistants.forget_lapsed(db, now),
        "iin_proof": lambda: iin_proofs.forget_lapsed(db, now),
        "sweep_failure": lambda: failures.forget_old(db, now),
        "fsm": storage.expire_untouched,
    }
    await run_each(services, Sweep.CLEANINGS, cleanings, lambda table: cleanings[table]())


def _logged(
    job: Job, tasks: set[asyncio.Task[None]], watch: Watch, jump: ClockJump
) -> Callable[[Services], Awaitable[None]]:
    async def run(services: Services) -> None:
        if jump.is_fresh():
            log.warning("the clock has leapt ahead: a job waits", job=job.__name__)
            return
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - this is a coroutine
        tasks.add(task)
        sign = f"sweep {job.__name__}"
        try:
            await job(services)
            watch.beat(sign)
        except Exception as error:
            log.exception("job failed", job=job.__name__)
            watch.trouble(sign, type(error).__name__)
        finally:
            tasks.discard(task)

    return run
