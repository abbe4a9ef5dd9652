"""Rows about one place's opening: its own weekly hours, the plans of its counters, its special days.

Each reader returns the place's code and the value; columns are described in `data/README.md`. Raises `InvalidInput`
(`table-column`, `table-value`).
"""

from collections.abc import Callable
from datetime import date

from bot.domain.branches.branches import ServiceGroup
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import DayException, HoursKind, WeeklyHours
from bot.domain.csv_cells import Row, cell, clock, from_day, maybe, to_day, words

_MOST_DESKS = 200


def read_own_hours(row: Row) -> tuple[str, WeeklyHours]:
    """Read hours of one weekday that replace those of the place's kind."""
    hours = WeeklyHours(
        cell(row, "weekday", _weekday),
        cell(row, "opens", clock),
        cell(row, "closes", clock),
        cell(row, "type", HoursKind),
        cell(row, "valid_from", from_day),
        cell(row, "valid_to", to_day),
    )
    return cell(row, "branch", words), hours


def read_capacity_plan(row: Row) -> tuple[str, CapacityPlan]:
    """Read how many counters serve a group at a stretch of the day; an empty `weekday` is every day."""
    plan = CapacityPlan(
        cell(row, "group", ServiceGroup),
        cell(row, "opens", clock),
        cell(row, "closes", clock),
        cell(row, "desks", _up_to(_MOST_DESKS)),
        cell(row, "walkin_percent", _up_to(100)),
        cell(row, "weekday", maybe(_weekday)),
        cell(row, "valid_from", from_day),
        cell(row, "valid_to", to_day),
    )
    return cell(row, "branch", words), plan


def read_special_day(row: Row) -> tuple[str, DayException]:
    """Read the hours of one date; without times the place is closed on it."""
    day = DayException(
        cell(row, "day", date.fromisoformat),
        cell(row, "opens", maybe(clock)),
        cell(row, "closes", maybe(clock)),
        cell(row, "reason", str),
    )
    return cell(row, "branch", words), day


def _weekday(text: str) -> int:
    number = int(text)
    if number not in range(7):
        raise ValueError(text)
    return number


def _up_to(most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not 0 <= number <= most:
            raise ValueError(text)
        return number

    return read
