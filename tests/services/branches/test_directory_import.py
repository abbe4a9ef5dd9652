"""Taking over a directory: the difference first, with those it would leave without a seat; then the change, noted."""

import json
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.data_files import DATA
from bot.domain.errors import InvalidInput
from bot.services.branch_changes.directory_import import compare_directory, read_directory, take_over_directory
from bot.services.branches.directory import place
from bot.services.reminders import fire_due_reminders
from storage.branches import opening
from tests.support.queue.services import QueueHarness, open_queue_harness

ANNA = 700
SHIPPED = (DATA / "branches" / "branches.csv").read_text(encoding="utf-8")
HOURS = "branch,weekday,opens,closes,type,valid_from,valid_to\n"
PLANS = "branch,group,weekday,opens,closes,desks,walkin_percent,valid_from,valid_to\n"
DAYS = "branch,day,opens,closes,reason\n"
HERE = "demo-astana-1"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(tmp_path, desks=3) as opened:
        yield opened


async def test_the_same_tables_change_nothing(harness: QueueHarness) -> None:
    assert await compare_directory(harness.services, read_directory(SHIPPED)) == []
    assert await take_over_directory(harness.services, read_directory(SHIPPED)) == []
    assert await harness.rows("SELECT id FROM branch_change") == []


async def test_a_difference_names_field_before_and_after_and_stores_nothing(harness: QueueHarness) -> None:
    table = SHIPPED.replace("Жандосов көшесі, 51", "Жандосов көшесі, 53")
    (change,) = await compare_directory(harness.services, read_directory(table))
    assert (change.code, change.is_new, change.conflicts) == ("almaty-1", False, 0)
    before, after = change.fields["address"]
    assert (before["kk"], after["kk"]) == ("Жандосов көшесі, 51", "Жандосов көшесі, 53")
    assert await harness.rows("SELECT id FROM branch WHERE address_kk LIKE '%53'") == []


async def test_what_is_taken_over_is_noted_with_what_was_before(harness: QueueHarness) -> None:
    hours = f"{HOURS}{HERE},1,10:00,16:00,open,,\n{HERE},1,13:00,14:00,break,,\n"
    plans = f"{PLANS}{HERE},ordinary,,10:00,16:00,4,25,2026-11-23,\n"
    days = f"{DAYS}{HERE},2026-11-25,,,ремонт\n"
    changes = await take_over_directory(harness.services, read_directory(SHIPPED, hours, plans, days))
    (changed,) = changes
    assert set(changed.fields) == {"hours", "plans", "2026-11-25"}
    now = await place(harness.services, harness.place.id)
    assert now.plans[-1].public == 3
    assert now.schedule is not None
    assert [day.reason for day in now.schedule.exceptions] == ["ремонт"]
    assert len(now.schedule.weekly) == 2
    async with harness.services.db.read() as reader:
        (noted,) = await opening.changes(reader, harness.place.id, 5)
    assert json.loads(noted.before)["hours"] != json.loads(noted.after)["hours"]
    assert noted.made_name == "import-directory"
    again = await take_over_directory(harness.services, read_directory(SHIPPED, hours, plans, days))
    assert again == []


async def test_who_would_be_left_without_a_seat_is_counted_then_offered_other_times(harness: QueueHarness) -> None:
    for user, hour in ((ANNA, 9), (ANNA + 1, 12), (ANNA + 2, 12)):
        await harness.books(user, harness.at(hour))
    hours = f"{HOURS}{HERE},1,10:00,16:00,open,,\n"
    plans = f"{PLANS}{HERE},ordinary,1,10:00,16:00,1,0,2026-11-23,\n"
    new = read_directory(SHIPPED, hours, plans)
    (change,) = await compare_directory(harness.services, new)
    assert change.conflicts == 2, "one before opening, one of two at the only window"
    await take_over_directory(harness.services, new)
    displaced = await harness.rows("SELECT id FROM booking WHERE state = 'displaced' ORDER BY id")
    assert [row["id"] for row in displaced] == [1, 3]
    await fire_due_reminders(harness.services)
    held = await harness.rows("SELECT DISTINCT holder, starts_at FROM seat WHERE state = 'held'")
    assert Counter(row["holder"] for row in held) == {ANNA: 3, ANNA + 2: 3}
    assert await harness.seats_agree()


@pytest.mark.parametrize(
    ("tables", "column"),
    [
        ((SHIPPED.replace("710000000", "1", 1),), "region"),
        ((SHIPPED, f"{HOURS}nowhere,1,10:00,16:00,open,,\n"), "branch"),
        ((SHIPPED, f"{HOURS}{HERE},7,10:00,16:00,open,,\n"), "weekday"),
        ((SHIPPED, "", f"{PLANS}{HERE},ordinary,,10:00,16:00,4,101,,\n"), "walkin_percent"),
        ((SHIPPED, "", "", f"{DAYS}{HERE},25.11.2026,,,\n"), "day"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(tables: tuple[str, ...], column: str) -> None:
    with pytest.raises(InvalidInput) as wrong:
        read_directory(*tables)
    assert wrong.value.params["column"] == column
