"""What is told of a place's hours: right to the minute, in the zone of its region, on holidays and moved days too."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.branches.branches import BranchKind, ServiceGroup
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import Closure, HoursKind, WeeklyHours
from bot.services.branches.directory import Place
from bot.services.branches.hours_text import admission_text, kind_text, state_text, today_text
from bot.texts import LocalDateTime, TextRef
from tests.support.queue.services import open_queue_harness

TUESDAY = date(2026, 11, 24)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    async with open_queue_harness(tmp_path) as harness:
        yield harness.place


def _at(hour: int, minute: int, second: int = 0, *, day: date = TUESDAY, tz: str = "Asia/Almaty") -> datetime:
    return datetime.combine(day, time(hour, minute, second), ZoneInfo(tz)).astimezone(UTC)


def _until(words: TextRef) -> str:
    moment: LocalDateTime = words.args["until"]
    return datetime.fromtimestamp(moment.at, ZoneInfo(moment.zone)).strftime("%d.%m %H:%M")


@pytest.mark.parametrize(
    ("now", "key", "until", "minutes"),
    [
        (_at(8, 59, 59), "queue-closed-until", "24.11 09:00", None),
        (_at(9, 0), "queue-open-until", "24.11 18:00", None),
        (_at(17, 39, 59), "queue-open-until", "24.11 18:00", None),
        (_at(17, 40), "queue-closing-soon", "24.11 18:00", 20),
        (_at(17, 40, 1), "queue-closing-soon", "24.11 18:00", 20),
        (_at(17, 59, 1), "queue-closing-soon", "24.11 18:00", 1),
        (_at(18, 0), "queue-closed-until", "25.11 09:00", None),
        (_at(12, 0, day=date(2026, 11, 28)), "queue-closed-until", "30.11 09:00", None),
        (_at(12, 0, day=date(2026, 12, 16)), "queue-closed-until", "17.12 09:00", None),
        (_at(23, 59, day=date(2026, 12, 31)), "queue-closed-until", "05.01 09:00", None),
    ],
)
def test_the_state_is_right_to_the_minute(
    place: Place, now: datetime, key: str, until: str, minutes: int | None
) -> None:
    words = state_text(place, now)
    assert (words.key, _until(words), words.args.get("minutes")) == (key, until, minutes)


@pytest.mark.parametrize(("when", "oral", "almaty"), [(2020, 17, 16), (2026, 17, 17)])
def test_the_zone_is_that_of_the_region(place: Place, when: int, oral: int, almaty: int) -> None:
    """Closing at 18:00: until 2024 an hour later in Oral than in Almaty, since then at one moment."""
    day = date(when, 11, 24)
    for zone, hour in (("Asia/Oral", oral), ("Asia/Almaty", almaty)):
        assert place.schedule is not None
        week = tuple(replace(row, valid_from=date.min) for row in place.schedule.weekly)
        there = replace(place, zone=zone, schedule=replace(place.schedule, tz=ZoneInfo(zone), weekly=week))
        now = datetime.combine(day, time(hour - 5, 45), UTC)
        assert state_text(there, now).args.get("minutes") == 15


def test_a_duty_place_works_on_a_moved_day_off_and_says_what_it_is(place: Place) -> None:
    assert place.schedule is not None
    monday = date(2026, 3, 9)
    duty = replace(place, branch=replace(place.branch, duty=True), schedule=replace(place.schedule, duty=True))
    assert today_text(place, _at(10, 0, day=monday)).key == "queue-hours-closed"
    assert today_text(duty, _at(10, 0, day=monday)).args["hours"] == "09:00–13:00"
    assert kind_text(place).key == "queue-kind-tson"
    assert kind_text(duty).key == "queue-kind-duty-tson"


def test_a_closure_is_cut_out_and_one_without_an_end_promises_nothing(place: Place) -> None:
    assert place.schedule is not None
    ten, eleven = (datetime.combine(TUESDAY, time(hour), place.schedule.tz) for hour in (10, 11))
    hour = Closure(ten, eleven)
    closed = replace(place, schedule=replace(place.schedule, closures=(hour,)))
    assert today_text(closed, _at(9, 0)).args["hours"] == "09:00–10:00, 11:00–18:00"
    assert _until(state_text(closed, _at(10, 30))) == "24.11 11:00"
    lunch = WeeklyHours(TUESDAY.weekday(), time(13), time(14), HoursKind.BREAK)
    week = (*place.schedule.weekly, lunch)
    breaking = replace(place, schedule=replace(place.schedule, weekly=week, closures=(hour,)))
    for at, key in ((10, "queue-closed-until"), (13, "queue-break-until"), (19, "queue-closed-until")):
        assert state_text(breaking, _at(at, 30)).key == key
    assert _until(state_text(breaking, _at(13, 0))) == "24.11 14:00"
    for_good = replace(place, schedule=replace(place.schedule, closures=(Closure(ten, None),)))
    assert state_text(for_good, _at(10, 30)) == TextRef("queue-ask-1414")


def test_how_one_gets_in_follows_from_bookings_and_the_share_of_walk_ins(place: Place) -> None:
    now = _at(10, 0)
    assert admission_text(place, now, books=True).key == "queue-note-booking"
    assert admission_text(place, now, books=False).key == "queue-note-walk-in"
    shared = CapacityPlan(ServiceGroup.ORDINARY, time(9), time(18), 4, 25)
    assert admission_text(replace(place, plans=(shared,)), now, books=True).key == "queue-note-both"
    ended = replace(shared, walkin_percent=0)
    assert admission_text(replace(place, plans=(shared, ended)), now, books=True).key == "queue-note-booking", "newest"
    only_morning = replace(ended, opens=time(12))
    for hour, told in ((10, "queue-note-both"), (13, "queue-note-booking"), (19, "queue-note-both")):
        at = _at(hour, 0)
        assert admission_text(replace(place, plans=(shared, only_morning)), at, books=True).key == told
    over = replace(shared, valid_to=date(2026, 11, 23))
    assert admission_text(replace(place, plans=(over,)), now, books=True).key == "queue-note-booking"
    corner = replace(place, branch=replace(place.branch, kind=BranchKind.SELF_SERVICE))
    assert admission_text(corner, now, books=False).key == "queue-note-self-service"
