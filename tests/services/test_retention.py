"""What is kept for a term only: kept to its last second, gone a second later, by the job that forgets it."""

import ast
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiogram.fsm.storage.base import StorageKey
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot import jobs
from bot.data_files import ROOT
from bot.domain.errors import Refusal
from bot.domain.people.identifiers import Iin
from bot.domain.people.unfinished import KEEP_DAYS, MARK
from bot.domain.quarantine import QuarantineReason
from bot.domain.sweeps import Sweep
from bot.services.alerts.undelivered import alert_of_undelivered
from bot.services.assistants import roles
from bot.services.payments import check
from bot.services.privacy.retention import erase_unneeded_persons, remove_upgrade_copies
from bot.services.queue.person import masked_person, name_person
from bot.services.registry.runner import Importer, imports_folder
from storage import failures
from storage.engine import inbox, outbox, quarantine, rate_limits
from storage.engine.database import Transaction
from storage.engine.dialog_state import DialogStorage
from storage.engine.idempotency import run_once
from storage.engine.inbox import Received
from storage.engine.migrate import KEEP_COPY_SECONDS, copies, copy_of
from storage.engine.outbox import OutboxMessage
from tests.support.payments.services import Harness, open_harness

BOT, USER = 7, 501

Hourly = Callable[[], Awaitable[None]]


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        await opened.welcome(USER)
        yield opened


@pytest.fixture
def storage(harness: Harness) -> DialogStorage:
    return DialogStorage(harness.services.db, harness.services.encryption, harness.clock)


@pytest.fixture
def hourly(harness: Harness, storage: DialogStorage) -> Hourly:
    """What the scheduler runs every hour, as it runs it."""
    scheduled = jobs.scheduled_jobs(harness.services, storage).get_jobs()
    (job,) = [job for job in scheduled if getattr(job.trigger, "interval", None) == timedelta(hours=1)]

    async def run() -> None:
        await job.func(*job.args)

    return run


async def _does(harness: Harness, key: str, result: dict[str, object]) -> dict[str, object]:
    async def action() -> dict[str, object]:
        return result

    async def job(tx: Transaction) -> dict[str, object]:
        return await run_once(tx, harness.services.encryption, key, harness.services.now, action)

    return await harness.services.db.write(job)


async def test_a_result_is_kept_two_days_so_that_a_repeat_does_nothing(harness: Harness, hourly: Hourly) -> None:
    await _does(harness, "7:1:book", {"booking": 1})
    harness.clock.move(days=2)
    await hourly()
    assert await _does(harness, "7:1:book", {"booking": 2}) == {"booking": 1}
    harness.clock.move(seconds=1)
    await hourly()
    assert await harness.count("action") == 0


async def test_a_done_update_is_recognised_two_days_and_an_undone_one_always(harness: Harness, hourly: Hourly) -> None:
    services = harness.services
    updates = [Received(number, "1:1", {"update_id": number}) for number in (1, 2)]
    await inbox.record(services.db, services.encryption, BOT, updates, services.now)
    harness.clock.move(days=3)
    await services.db.run([inbox.done(BOT, 1, services.now)])
    harness.clock.move(days=2)
    await hourly()
    assert await inbox.record(services.db, services.encryption, BOT, updates, services.now) == []
    harness.clock.move(seconds=1)
    await hourly()
    assert [left.update_id for left in await inbox.waiting(services.db, services.encryption, BOT)] == [2]
    assert await harness.count("inbox") == 1


async def test_a_failed_row_that_nothing_tries_any_more_is_known_two_days(harness: Harness, hourly: Hourly) -> None:
    services = harness.services
    await services.db.write(lambda tx: failures.note(tx, Sweep.NEWS, "1.2", "ValueError", services.now))
    harness.clock.move(minutes=1, days=2)
    await hourly()
    assert await harness.count("sweep_failure") == 1
    harness.clock.move(seconds=1)
    await hourly()
    assert await harness.count("sweep_failure") == 0


async def test_an_update_nobody_could_handle_is_kept_thirty_days(harness: Harness, hourly: Hourly) -> None:
    services = harness.services
    await inbox.record(services.db, services.encryption, BOT, [Received(1, "1:1", {"update_id": 1})], services.now)
    await services.db.run([quarantine.put(BOT, 1, 1, QuarantineReason.FAILED, "ValueError", services.now)])
    harness.clock.move(days=30)
    await hourly()
    assert await harness.count("quarantine") == 1
    harness.clock.move(seconds=1)
    await hourly()
    assert await harness.count("quarantine") == 0


async def test_what_was_sent_is_known_thirty_days_and_what_waits_always(harness: Harness, hourly: Hourly) -> None:
    services = harness.services
    states = ("sent", "failed", "expired", "cancelled", "unknown", "pending", "leased")
    for state in states:
        outgoing = OutboxMessage(state, USER, "test")
        await services.db.write(partial(services.enqueue, outgoing=outgoing))
        await services.db.run([("UPDATE outbox SET state = ?1 WHERE dedupe_key = ?1", (state,))])
    harness.clock.move(days=30)
    await hourly()
    async with services.db.read() as reader:
        assert all([await outbox.was_enqueued(reader, state) for state in states])
    harness.clock.move(seconds=1)
    await hourly()
    left = await services.db.all("SELECT state FROM outbox ORDER BY id")
    assert [row["state"] for row in left] == ["pending", "leased"]


async def test_an_attempt_is_kept_a_day_which_no_limit_is_longer_than(harness: Harness, hourly: Hourly) -> None:
    services = harness.services
    limit: dict[str, Any] = {"now": services.now, "limit": 1, "seconds": 3600}
    assert await services.db.write(lambda tx: rate_limits.take(tx, "test", ["501"], **limit)) is None
    harness.clock.move(days=1)
    await hourly()
    assert await harness.count("attempt") == 1
    harness.clock.move(seconds=1)
    await hourly()
    assert await harness.count("attempt") == 0


async def test_the_hourly_job_gives_no_attempts_back_before_their_time(harness: Harness, hourly: Hourly) -> None:
    for number in range(5):
        await harness.check(USER, Iin("850615100017"), check.Proof("phone", "+77000000099"), f"p{number}")
        with pytest.raises(Refusal, match="invitation-wrong"):
            await roles.accept_invitation(harness.services, key=f"i{number}", user_id=USER, typed="?")
    harness.clock.move(minutes=15, seconds=-1)
    await hourly()
    with pytest.raises(Refusal, match="code-wait"):
        await roles.accept_invitation(harness.services, key="i5", user_id=USER, typed="?")
    harness.clock.move(seconds=1)
    with pytest.raises(Refusal, match="invitation-wrong"):
        await roles.accept_invitation(harness.services, key="i6", user_id=USER, typed="?")
    harness.clock.move(minutes=45, seconds=-1)
    await hourly()
    with pytest.raises(Refusal, match="payment-attempts"):
        await harness.check(USER, Iin("850615100017"), check.Proof("phone", "+77000000099"), "p5")
    harness.clock.move(seconds=1)
    assert await harness.check(USER, Iin("850615100017"), check.Proof("phone", "+77000000099"), "p6") is None


async def test_an_invitation_is_kept_with_its_name_for_a_day(harness: Harness, hourly: Hourly) -> None:
    invited = [
        await roles.invite_assistant(harness.services, key=f"i{n}", chat_id=-1, actor=601, name="Сапарова")
        for n in (1, 2)
    ]
    harness.clock.move(days=1)
    await hourly()
    assert await roles.accept_invitation(harness.services, key="a1", user_id=USER, typed=invited[0].code) == "Сапарова"
    harness.clock.move(seconds=1)
    await hourly()
    assert await harness.count("assistant_code") == 0
    with pytest.raises(Refusal, match="invitation-wrong"):
        await roles.accept_invitation(harness.services, key="a2", user_id=USER, typed=invited[1].code)


async def test_a_dialog_waits_four_hundred_days_for_its_person(
    harness: Harness, storage: DialogStorage, hourly: Hourly
) -> None:
    key = StorageKey(bot_id=BOT, chat_id=USER, user_id=USER)
    await storage.set_data(key, {"answers": 12})
    harness.clock.move(days=400)
    await hourly()
    assert await storage.get_data(key) == {"answers": 12}
    harness.clock.move(seconds=1)
    await hourly()
    assert await storage.get_data(key) == {}


async def test_what_was_left_unfinished_waits_three_days(
    harness: Harness, storage: DialogStorage, hourly: Hourly
) -> None:
    left, open_dialog = (StorageKey(bot_id=BOT, chat_id=USER, user_id=USER, destiny=name) for name in (MARK, "open"))
    for key in (left, open_dialog):
        await storage.set_data(key, {"answers": 12})
    harness.clock.move(days=KEEP_DAYS)
    await hourly()
    assert await storage.get_data(left) == {"answers": 12}
    harness.clock.move(seconds=1)
    await hourly()
    assert await storage.get_data(left) == {}
    assert await storage.get_data(open_dialog) == {"answers": 12}


async def test_a_number_nobody_booked_for_is_kept_thirty_days(harness: Harness) -> None:
    person = await name_person(harness.services, USER, Iin("850615100017"), own=False)
    harness.clock.move(days=30)
    assert await erase_unneeded_persons(harness.services) == 0
    assert await masked_person(harness.services, person) != "••••"
    harness.clock.move(seconds=1)
    assert await erase_unneeded_persons(harness.services) == 1
    assert await masked_person(harness.services, person) == "••••"


async def test_a_report_of_bad_rows_lies_two_days(harness: Harness) -> None:
    folder = imports_folder(harness.services)
    folder.mkdir()
    kept, old = folder / "1.problems", folder / "2.problems"
    for report, age in ((kept, -60), (old, 60)):
        report.write_text("3;bad", encoding="utf-8")
        at = report.stat().st_mtime - 2 * 86_400 - age
        os.utime(report, (at, at))
    importer = Importer(harness.services, _unused, _unused)
    await importer.sweep()
    assert [report.name for report in sorted(folder.iterdir())] == ["1.problems"]


async def test_a_copy_of_an_upgrade_lies_two_weeks(harness: Harness) -> None:
    path = harness.services.db.path
    kept, old = copy_of(path, "0017"), copy_of(path, "0016")
    for copy, age in ((kept, -60), (old, 60)):
        copy.write_bytes(b"")
        os.utime(copy, (time.time() - KEEP_COPY_SECONDS - age,) * 2)
    await remove_upgrade_copies(harness.services)
    assert copies(path) == [kept]
    assert KEEP_COPY_SECONDS == 14 * 86_400


async def _unused(*_: object) -> Any:
    raise AssertionError("nothing is read and nothing shown")


def test_every_term_of_storage_and_services_is_pinned_here() -> None:
    """A new constant of this kind needs a test of both its sides in this module, and a line here."""
    pinned = {
        "storage/engine/idempotency.py KEEP_SECONDS",
        "storage/engine/inbox.py KEEP_DONE_SECONDS",
        "storage/engine/outbox.py KEEP_SECONDS",
        "storage/engine/quarantine.py KEEP_SECONDS",
        "storage/engine/rate_limits.py KEEP_SECONDS",
        "storage/engine/dialog_state.py KEEP_SECONDS",
        "storage/engine/migrate.py KEEP_COPY_SECONDS",
        "storage/failures.py KEEP_SECONDS",
        "bot/domain/people/unfinished.py KEEP_DAYS",
        "bot/services/privacy/retention.py OPEN_QUESTION_SECONDS",
        "bot/services/registry/runner.py _KEEP_REPORT_SECONDS",
    }
    assert {name for name in _constants() if "KEEP" in name or "OPEN_QUESTION" in name} == pinned


def _constants() -> set[str]:
    files = [*ROOT.glob("storage/**/*.py"), *ROOT.glob("bot/**/*.py")]
    return {
        f"{file.relative_to(ROOT)} {target.id}"
        for file in files
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def test_every_job_has_its_beat(harness: Harness, storage: DialogStorage) -> None:
    scheduled = jobs.scheduled_jobs(harness.services, storage, sweep_seconds=5).get_jobs()
    beats = [job.trigger.interval for job in scheduled if isinstance(job.trigger, IntervalTrigger)]
    assert sorted(beats) == [
        *[timedelta(seconds=5)] * len(jobs.SWEEPS),
        *[timedelta(minutes=10)] * len(jobs.EVERY_TEN_MINUTES),
        timedelta(hours=1),
    ]
    nightly = [str(job.trigger) for job in scheduled if isinstance(job.trigger, CronTrigger)]
    assert nightly == ["cron[hour='3', minute='10']"] * len(jobs.NIGHTLY)
    assert {erase_unneeded_persons, remove_upgrade_copies} <= set(jobs.NIGHTLY)
    assert {alert_of_undelivered} <= set(jobs.EVERY_TEN_MINUTES)
