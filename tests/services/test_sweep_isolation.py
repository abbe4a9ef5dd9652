"""A row that fails stops nothing beside it: in every sweep there is, each with a row of its own kind that fails."""

import ast
import sys
from collections.abc import Collection
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import prepare
from bot.domain.sweeps import PAUSES, Sweep
from bot.jobs import EVERY_TEN_MINUTES, NIGHTLY, SWEEPS, Job
from bot.services.alerts.failed_rows import tell_of_failed
from bot.services.sweeping import post_each, run_each, savepoint_each, write_each
from bot.services.work import Services
from storage.engine.database import Row
from tests.services.sweep_scenes import cases, payments, queue, reception, upkeep
from tests.services.sweep_scenes.scene import Open
from tests.support.world import ADMIN

SCENES: tuple[tuple[Sweep, Open], ...] = (
    (Sweep.REMINDERS, queue.reminder_of_no_case),
    (Sweep.EXPIRED_OFFERS, queue.offer_that_ran_out),
    (Sweep.PAST_WAITING, queue.entry_whose_days_passed),
    (Sweep.LINES, queue.line_of_a_place),
    (Sweep.LINE_ENTRIES, queue.first_of_a_line),
    (Sweep.LATE_PLACES, reception.late_at_a_place_that_cannot_be_read),
    (Sweep.LATE_BOOKINGS, reception.late_booking),
    (Sweep.LIVE_PLACES, reception.line_of_a_place_that_cannot_be_read),
    (Sweep.LIVE_VISITS, reception.visitor_who_is_told_their_place),
    (Sweep.OPEN_VISITS, reception.visit_left_open),
    (Sweep.OPEN_BOOKINGS, reception.booking_left_open),
    (Sweep.DISPLACED, queue.booking_at_a_closed_place),
    (Sweep.KEPT_SEATS, queue.seat_held_at_a_closed_place),
    (Sweep.GIVEN_BACK, queue.booking_of_a_reopened_place),
    (Sweep.PERSONS, queue.person_nobody_needs),
    (Sweep.UNHEARD, cases.inquiry_nobody_hears),
    (Sweep.CASE_CARDS, cases.case_that_finds_a_chat),
    (Sweep.CASE_CARDS, cases.card_that_follows_its_chat),
    (Sweep.INTAKE_CARDS, cases.application_that_finds_a_chat),
    (Sweep.INTAKE_CARDS, cases.application_that_follows_its_chat),
    (Sweep.INQUIRY_CARDS, cases.inquiry_that_finds_a_chat),
    (Sweep.INQUIRY_CARDS, cases.inquiry_that_follows_its_chat),
    (Sweep.DIGESTS, cases.chat_without_a_digest),
    (Sweep.FOLLOWED, payments.followed_payment_that_is_asked_about),
    (Sweep.NEWS, payments.follower_of_a_payment_staff_take),
    (Sweep.NEWS, payments.follower_of_what_an_import_moves),
    (Sweep.NEWS, payments.message_that_cannot_be_made),
    (Sweep.NEWS, payments.follower_of_what_is_taken_back),
    (Sweep.NO_CHANGE_NOTICES, payments.ping_of_what_an_import_moves),
    (Sweep.IMPORTS, payments.import_whose_followers_are_told),
    (Sweep.EXPORTS, payments.accepted_application),
    (Sweep.DAMAGE_CHECKS, upkeep.count_that_cannot_be_made),
    (Sweep.ALARMS, upkeep.administrator_told_of_damage),
    (Sweep.ALARMS, upkeep.administrator_told_of_guides),
    (Sweep.ALARMS, upkeep.administrator_told_of_stuck_messages),
    (Sweep.CLEANINGS, upkeep.old_rows_that_cannot_be_removed),
)
EVERY = pytest.mark.parametrize(("sweep", "open_scene"), SCENES, ids=[each.__name__ for _sweep, each in SCENES])


def test_every_sweep_has_a_row_that_fails() -> None:
    assert {sweep for sweep, _open in SCENES} == set(Sweep)


@pytest.mark.parametrize("job", [*SWEEPS, *EVERY_TEN_MINUTES, *NIGHTLY], ids=lambda job: job.__name__)
def test_every_job_works_its_rows_off_one_by_one(job: Job) -> None:
    names = vars(sys.modules[job.__module__]).values()
    assert {write_each, run_each, savepoint_each, post_each} & {each for each in names if callable(each)}


def test_no_loop_goes_on_as_long_as_a_write_finds_something() -> None:
    """What a write cannot change it would find for ever."""
    loops = [
        f"{path}:{node.lineno}"
        for path in sorted(Path("bot").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.While) and ".write(" in ast.unparse(node.test)
    ]
    assert loops == []


# A payment nobody can read has no ping planned either.
_BESIDE: dict[Open, frozenset[Sweep]] = {payments.message_that_cannot_be_made: frozenset({Sweep.NO_CHANGE_NOTICES})}


async def _failed(services: Services, beside: Collection[Sweep] = ()) -> list[Row]:
    rows = await services.db.all("SELECT sweep, row_key, attempts, next_at, error FROM sweep_failure ORDER BY 1, 2")
    return [row for row in rows if row["sweep"] not in beside]


async def _told(services: Services) -> int:
    """Tell the administrators, and again; return how often the first of them has been told."""
    for _ in range(2):
        await tell_of_failed(services)
    sql = "SELECT id FROM outbox WHERE dedupe_key LIKE 'failed-rows:%' AND chat_id = ?"
    return len(await services.db.all(sql, ADMIN))


@EVERY
async def test_a_row_that_fails_stops_nothing_beside_it(sweep: Sweep, open_scene: Open, tmp_path: Path) -> None:
    with capture_logs() as logs:
        await _fails_and_heals(open_scene, tmp_path)
    failed = [(line["sweep"], line["attempts"]) for line in logs if line["event"] == "a row failed"]
    noted = [each for each in failed if each[0] not in _BESIDE.get(open_scene, frozenset())]
    assert noted == [(sweep, attempt) for attempt in range(1, len(PAUSES) + 2)]


async def _fails_and_heals(open_scene: Open, folder: Path) -> None:
    async with open_scene(folder) as scene:
        services, again = scene.services, scene.again or scene.run
        await services.db.run([(scene.poison.given, ())])
        await scene.run()
        # What is beside it was worked off in the same pass.
        assert await services.db.all(scene.good)
        assert not await services.db.all(scene.bad)
        for attempt, pause in enumerate((*PAUSES, None), 1):
            if attempt > 1:
                await services.db.run([("UPDATE sweep_failure SET next_at = ?", (services.now,))])
                await again()
            (failed,) = await _failed(services, _BESIDE.get(open_scene, frozenset()))
            assert (failed["row_key"], failed["attempts"]) == (scene.key, attempt)
            assert failed["next_at"] == (None if pause is None else services.now + pause)
            await again()
            assert await _failed(services, _BESIDE.get(open_scene, frozenset())) == [failed], "it rests"
            assert await _told(services) == (1 if attempt >= 3 else 0)
        await services.db.run([(scene.poison.cure, ())])
        await again()
        assert not await services.db.all(scene.bad), "it is set aside"
        await prepare(services)
        await again()
        assert await services.db.all(scene.bad)
        assert await _failed(services) == []


@EVERY
async def test_nothing_fails_where_nothing_is_poisoned(sweep: Sweep, open_scene: Open, tmp_path: Path) -> None:
    """The control: it is the poison that the other test finds."""
    async with open_scene(tmp_path) as scene:
        if sweep is Sweep.REMINDERS:
            await scene.services.db.run([(scene.poison.cure, ())])
        await scene.run()
        assert await scene.services.db.all(scene.good)
        assert await scene.services.db.all(scene.bad)
        assert await _failed(scene.services) == []
