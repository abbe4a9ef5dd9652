"""The machinery of sweeps: pauses, what is set aside, who is told, a database that is unavailable, loops that end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from sqlite3 import OperationalError

import pytest
from structlog.testing import capture_logs

from bot.app import prepare
from bot.domain.errors import Refusal
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import PAUSES, Sweep
from bot.jobs import forget_old
from bot.services import reminders as firing
from bot.services.alerts.failed_rows import SUSTAINED_SECONDS, tell_of_failed
from bot.services.queue.offers import offer_freed_seats
from bot.services.reception.close_day import close_days
from bot.services.reminders import fire_due_reminders
from bot.services.sweeping import StopSweep, name_of, run_each, savepoint_each, write_each
from bot.services.work import Services
from bot.texts import from_json
from storage import failures, reminders
from storage.engine.database import Row, Transaction
from storage.engine.dialog_state import DialogStorage
from storage.failures import KEEP_SECONDS
from tests.services.sweep_scenes import queue, reception
from tests.services.sweep_scenes.scene import OTHER_ADMIN, Open, administered
from tests.support.cases.services import enqueued
from tests.support.payments.services import Harness, open_harness
from tests.support.world import ADMIN, TEXTS

INSERT = "INSERT INTO attempt (kind, subject, at) VALUES ('k', ?, 0)"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        opened.services = administered(opened.services)
        yield opened


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """What failed is in the log, with where it did: not for the eyes of whoever runs tests."""
    with capture_logs():
        yield


async def _bad(tx: Transaction, row: int) -> int:
    """Do something, and fail for the rows below zero."""
    await tx.execute(INSERT, str(row))
    if row < 0:
        raise LookupError(f"the words of a person: {row}")
    return row


async def _subjects(services: Services) -> list[str]:
    return [row["subject"] for row in await services.db.all("SELECT subject FROM attempt ORDER BY id")]


async def _failed(services: Services) -> list[Row]:
    return await services.db.all("SELECT row_key, attempts, next_at, told_at FROM sweep_failure ORDER BY failed_at, 1")


async def test_each_row_is_done_in_its_order_and_a_bad_one_takes_back_itself_alone(harness: Harness) -> None:
    rows = [*range(100), -7, *range(100, 200)]
    done = await write_each(harness.services, Sweep.CLEANINGS, rows, _bad)
    assert done == list(range(200))
    assert await _subjects(harness.services) == [str(number) for number in range(200)]


async def test_a_bad_row_of_one_transaction_takes_back_itself_alone(harness: Harness) -> None:
    async def job(tx: Transaction) -> list[int]:
        await tx.execute(INSERT, "before")
        return await savepoint_each(harness.services, tx, Sweep.CLEANINGS, [1, -2, 3], _bad)

    assert await harness.services.db.write(job) == [1, 3]
    assert await _subjects(harness.services) == ["before", "1", "3"]
    assert [row["row_key"] for row in await _failed(harness.services)] == ["-2"]


async def test_what_is_out_of_reach_is_nobodys_failure_and_the_rest_waits(harness: Harness) -> None:
    tried: list[int] = []

    async def ask(row: int) -> None:
        tried.append(row)
        if row == 2:
            raise StopSweep

    await run_each(harness.services, Sweep.CLEANINGS, [1, 2, 3], ask)
    assert tried == [1, 2]
    assert await _failed(harness.services) == []


async def test_it_rests_longer_each_time_and_then_for_good(harness: Harness) -> None:
    for attempts, pause in enumerate((*PAUSES, None), 1):
        await write_each(harness.services, Sweep.CLEANINGS, [-1], _bad)
        assert (await _failed(harness.services))[0]["attempts"] == attempts
        harness.clock.move(seconds=(pause or 365 * 86_400) - 1)
        await write_each(harness.services, Sweep.CLEANINGS, [-1], _bad)
        assert (await _failed(harness.services))[0]["attempts"] == attempts
        harness.clock.move(seconds=1)
    await write_each(harness.services, Sweep.CLEANINGS, [-1], _bad)
    assert (await _failed(harness.services))[0]["attempts"] == len(PAUSES) + 1


async def test_what_succeeds_later_is_forgotten_and_begins_anew_when_it_fails_again(harness: Harness) -> None:
    async def good(_tx: Transaction, _row: int) -> None:
        return

    for _ in range(2):
        await write_each(harness.services, Sweep.CLEANINGS, [-1], _bad)
        assert [row["attempts"] for row in await _failed(harness.services)] == [1]
        harness.clock.move(minutes=1)
        await write_each(harness.services, Sweep.CLEANINGS, [-1], good)
        assert await _failed(harness.services) == []


async def test_nothing_of_a_person_is_kept_of_an_error(harness: Harness) -> None:
    await write_each(harness.services, Sweep.CLEANINGS, [-1], _bad)
    kept = await harness.services.db.all("SELECT * FROM sweep_failure")
    assert kept[0]["error"] == "LookupError"
    assert name_of(Refusal("case-unknown", owner="Айгүл")) == "Refusal('case-unknown')"
    with pytest.raises(OperationalError) as refused:
        await harness.services.db.run([("INSERT INTO nowhere VALUES (1)", ())])
    assert name_of(refused.value) == "OperationalError SQLITE_ERROR"


async def test_no_row_is_to_blame_for_a_full_disk(harness: Harness) -> None:
    services, writer = harness.services, harness.services.db._writer
    (pages,) = await writer.run(lambda raw: raw.execute("PRAGMA page_count").fetchone())
    await writer.run(lambda raw: raw.execute(f"PRAGMA max_page_count = {pages}").fetchall())

    async def large(tx: Transaction, row: int) -> None:
        await tx.execute(INSERT, str(row) * 50_000)

    with pytest.raises(OperationalError, match="full"):
        await write_each(services, Sweep.CLEANINGS, range(10), large)
    assert await _failed(services) == []
    await writer.run(lambda raw: raw.execute("PRAGMA max_page_count = 1000000").fetchall())
    assert len(await write_each(services, Sweep.CLEANINGS, range(10), large)) == 10
    assert len(await _subjects(services)) == 10


# --- telling ---


async def _told(harness: Harness, admin: int = ADMIN) -> list[str]:
    await tell_of_failed(harness.services)
    return [key for chat_id, key in await enqueued(harness) if chat_id == admin]


async def test_many_rows_are_told_in_one_message_to_each_administrator(harness: Harness) -> None:
    for _ in range(3):
        await write_each(harness.services, Sweep.PERSONS, range(-5, 0), _bad)
        await write_each(harness.services, Sweep.DIGESTS, [-1], _bad)
        await harness.services.db.run([("UPDATE sweep_failure SET next_at = 0", ())])
    assert await _told(harness) == ["failed-rows"]
    assert await _told(harness, OTHER_ADMIN) == ["failed-rows"]


async def test_one_failure_is_no_alarm_until_it_has_lasted_an_hour(harness: Harness) -> None:
    await write_each(harness.services, Sweep.PERSONS, [-1], _bad)
    harness.clock.move(seconds=SUSTAINED_SECONDS - 1)
    assert await _told(harness) == []
    harness.clock.move(seconds=1)
    for _ in range(3):
        assert await _told(harness) == ["failed-rows"]
        harness.clock.move(minutes=10)
    await write_each(harness.services, Sweep.PERSONS, [-2], _bad)
    harness.clock.move(days=1)
    assert await _told(harness) == ["failed-rows"] * 2, "the second is news, the first is not"


async def test_after_a_new_start_what_fails_still_is_told_again(harness: Harness) -> None:
    for _ in (*PAUSES, None):
        await write_each(harness.services, Sweep.PERSONS, [-1], _bad)
        await harness.services.db.run([("UPDATE sweep_failure SET next_at = 0 WHERE next_at IS NOT NULL", ())])
    assert await _told(harness) == ["failed-rows"]
    harness.clock.move(seconds=1)
    await prepare(harness.services)
    await write_each(harness.services, Sweep.PERSONS, [-1], _bad)
    assert (await _failed(harness.services))[0]["next_at"] is None, "set aside again at once"
    assert await _told(harness) == ["failed-rows"] * 2


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_message_says_what_and_how_many_and_which(harness: Harness, language: str) -> None:
    for _ in range(3):
        await write_each(harness.services, Sweep.PERSONS, range(-5, 0), _bad)
        await write_each(harness.services, Sweep.DIGESTS, [-77], _bad)
        await harness.services.db.run([("UPDATE sweep_failure SET next_at = 0", ())])
    await tell_of_failed(harness.services)
    (row, *_) = await harness.services.db.all("SELECT payload FROM outbox WHERE dedupe_key LIKE 'failed-rows:%'")
    payload = harness.services.encryption.open_transit("outbox", row["payload"])
    said = TEXTS.get(language, payload["key"], **from_json(payload["args"]))
    for words in (
        TEXTS.get(language, "sweep-person"),
        TEXTS.get(language, "sweep-digest"),
        ": 5 (",
        "-77",
        "LookupError",
    ):
        assert words in said
    assert "the words of a person" not in said
    assert all(TEXTS.has(f"sweep-{sweep}") for sweep in Sweep)


# --- what is kept, and for how long ---


async def test_what_nothing_tries_any_more_is_removed_and_what_is_set_aside_stays(harness: Harness) -> None:
    services = harness.services
    await write_each(services, Sweep.PERSONS, [-1, -2], _bad)
    await services.db.run([("UPDATE sweep_failure SET next_at = NULL WHERE row_key = '-2'", ())])
    storage = DialogStorage(services.db, services.encryption, harness.clock)
    harness.clock.move(seconds=PAUSES[0] + KEEP_SECONDS)
    await forget_old(services, storage)
    assert [row["row_key"] for row in await _failed(services)] == ["-1", "-2"]
    harness.clock.move(seconds=1)
    await forget_old(services, storage)
    assert [row["row_key"] for row in await _failed(services)] == ["-2"]


# --- loops that end ---

_IGNORED = "CREATE TRIGGER ignored BEFORE UPDATE ON {} BEGIN SELECT RAISE(IGNORE); END"
LOOPS = [
    (queue.reminder_of_no_case, "reminder", fire_due_reminders),
    (queue.offer_that_ran_out, "offer", offer_freed_seats),
    (queue.entry_whose_days_passed, "waiting", offer_freed_seats),
    (queue.line_of_a_place, "waiting_branch", offer_freed_seats),
    (reception.visit_left_open, "visit", close_days),
    (reception.booking_left_open, "booking", close_days),
]


@pytest.mark.parametrize(("open_scene", "table", "sweep"), LOOPS, ids=[table for _open, table, _sweep in LOOPS])
async def test_no_loop_goes_round_for_ever_when_a_change_is_refused(
    open_scene: Open, table: str, sweep: Callable[[Services], Awaitable[object]], tmp_path: Path
) -> None:
    """Every row stays due whatever is done about it."""
    async with open_scene(tmp_path) as scene, asyncio.timeout(20):
        await scene.services.db.run([(_IGNORED.format(table), ())])
        for _ in range(3):
            await sweep(scene.services)


async def test_a_refused_closing_of_a_visit_is_noted_and_the_bookings_are_closed(tmp_path: Path) -> None:
    async with reception.visit_left_open(tmp_path) as scene:
        await scene.services.db.run([(_IGNORED.format("visit"), ())])
        async with asyncio.timeout(20):
            assert await close_days(scene.services) == 0
        assert [row["row_key"] for row in await _failed(scene.services)] == ["1", "2"]


# --- reminders ---


async def _plan(services: Services, count: int) -> None:
    """Plan reminders of nobody's holds: each is looked at and found pointless."""

    async def job(tx: Transaction) -> None:
        for number in range(count):
            hold = Subject(SubjectKind.HOLD, number)
            await reminders.plan(tx, hold, 1, [("lapsed", services.now - number % 7, services.now + 60)])

    await services.db.write(job)


async def _states(services: Services) -> dict[str, int]:
    rows = await services.db.all("SELECT state, count(*) AS n FROM reminder GROUP BY state")
    return {row["state"]: row["n"] for row in rows}


async def test_a_backlog_is_done_in_one_sweep_past_a_page_of_bad_ones(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(firing, "_PAGE", 10)
    await _plan(harness.services, 95)
    spoil = "UPDATE reminder SET subject = iif(id % 2, 'case:', 'nobody:') || (900000 + id) WHERE id <= 25"
    await harness.services.db.run([(spoil, ()), ("UPDATE reminder SET due_at = 1 WHERE id <= 25", ())])
    assert await fire_due_reminders(harness.services) == 70
    assert await _states(harness.services) == {"waiting": 25, "pointless": 70}
    assert await fire_due_reminders(harness.services) == 0


async def test_a_reminder_that_cannot_be_closed_has_not_been_told(tmp_path: Path) -> None:
    """Both are one write: nothing is sent that would be sent again."""
    async with queue.reminder_of_no_case(tmp_path) as scene:
        refuse = "CREATE TRIGGER refuse BEFORE UPDATE ON reminder BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
        await scene.services.db.run([(refuse, ())])
        await fire_due_reminders(scene.services)
        assert await scene.services.db.all(scene.good) == []
        await scene.services.db.run([("DROP TRIGGER refuse", ()), ("DELETE FROM sweep_failure", ())])
        for _ in range(2):
            await fire_due_reminders(scene.services)
        assert len(await scene.services.db.all(scene.good)) == 1


async def test_what_was_withdrawn_since_it_was_read_does_not_fire(harness: Harness) -> None:
    await _plan(harness.services, 2)
    withdraw = (
        "CREATE TRIGGER withdraw AFTER UPDATE ON reminder WHEN new.id = 2"
        " BEGIN UPDATE reminder SET state = 'dropped' WHERE id = 1; END"
    )
    await harness.services.db.run([(withdraw, ())])
    assert await fire_due_reminders(harness.services) == 1
    assert await _states(harness.services) == {"dropped": 1, "pointless": 1}


async def test_what_is_set_aside_is_said_by_its_state_and_withdrawn_like_any_other(tmp_path: Path) -> None:
    async with queue.reminder_of_no_case(tmp_path) as scene:
        services = scene.services
        for _ in (*PAUSES, None):
            await fire_due_reminders(services)
            await services.db.run([("UPDATE sweep_failure SET next_at = 0", ())])
        assert await services.db.all("SELECT state FROM reminder WHERE id = 900") == [{"state": "failed"}]
        await services.db.write(lambda tx: reminders.drop(tx, Subject(SubjectKind.CASE, 999999)))
        await prepare(services)
        assert await services.db.all("SELECT state FROM reminder WHERE id = 900") == [{"state": "dropped"}]


async def test_failures_of_one_sweep_are_not_anothers(harness: Harness) -> None:
    await write_each(harness.services, Sweep.PERSONS, [-1], _bad)
    async with harness.services.db.read() as reader:
        assert set(await failures.of_sweep(reader, Sweep.PERSONS)) == {"-1"}
        assert await failures.of_sweep(reader, Sweep.DIGESTS) == {}
