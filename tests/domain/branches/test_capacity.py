"""Counters by day and time, and the share kept for people without a booking."""

from datetime import date, datetime, time

import pytest

from bot.domain.branches.branches import ServiceGroup
from bot.domain.branches.capacity import CapacityPlan, public_capacity

ORDINARY, SPECIAL = ServiceGroup.ORDINARY, ServiceGroup.SPECIAL
MONDAY_TEN = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - plans are in local time
ALL_DAY = (time(9), time(18))


@pytest.mark.parametrize(("desks", "percent", "left"), [(4, 0, 4), (4, 25, 3), (4, 30, 2), (1, 1, 0), (3, 100, 0)])
def test_the_walkin_share_is_rounded_for_those_who_wait(desks: int, percent: int, left: int) -> None:
    plan = CapacityPlan(ORDINARY, *ALL_DAY, desks, walkin_percent=percent)
    assert public_capacity([plan], ORDINARY, MONDAY_TEN, default=9) == left


@pytest.mark.parametrize(
    "plan",
    [
        CapacityPlan(SPECIAL, *ALL_DAY, 5),
        CapacityPlan(ORDINARY, *ALL_DAY, 5, weekday=1),
        CapacityPlan(ORDINARY, time(11), time(18), 5),
        CapacityPlan(ORDINARY, time(9), time(10), 5),
        CapacityPlan(ORDINARY, *ALL_DAY, 5, valid_from=date(2026, 11, 24)),
        CapacityPlan(ORDINARY, *ALL_DAY, 5, valid_to=date(2026, 11, 22)),
    ],
)
def test_a_plan_that_does_not_speak_of_the_time_changes_nothing(plan: CapacityPlan) -> None:
    assert public_capacity([plan], ORDINARY, MONDAY_TEN, default=2) == 2


def test_the_last_plan_decides() -> None:
    plans = [CapacityPlan(ORDINARY, *ALL_DAY, 3), CapacityPlan(ORDINARY, *ALL_DAY, 7, weekday=0)]
    assert public_capacity(plans, ORDINARY, MONDAY_TEN, default=1) == 7
