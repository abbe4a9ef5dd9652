"""The choice of a day, a time or a part of the day that words name: «в субботу», «31 декабря», «в пять вечера»."""

import re
from collections.abc import Sequence
from datetime import date, time

from bot.free_text.dates import DateRequest, read_date_request

Labelled = Sequence[tuple[str, str]]
"""Choices: the data of each, and its label."""
_DAY = re.compile(r"(?:^|[:/])(\d{4}-\d{2}-\d{2})$")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})$")
_PART = re.compile(r"[:/](morning|noon|evening|afternoon)$")
_UNTIL = (("morning", 12), ("noon", 15), ("evening", 24))
_SAME = {"morning": ("morning",), "noon": ("noon", "afternoon"), "evening": ("evening", "afternoon")}
_MOST = 4


def day_of(data: str) -> str:
    """Return the day the data of a choice says, as written there; nothing for the choice of anything else."""
    found = _DAY.search(data)
    return found[1] if found else ""


def moment_named(typed: str, choices: Labelled, today: date) -> list[str]:
    """Return the data of the choices named: of a day, where days are chosen; else as `time_named`."""
    days = {day: data for data, _ in choices if (day := day_of(data))}
    if days:
        asked = read_date_request(typed, today)
        if asked.day is not None:
            named = days.get(asked.day.isoformat())
            return [named] if named else []
    return time_named(typed, choices, today)


def time_named(typed: str, choices: Labelled, today: date) -> list[str]:
    """Return the data of the choice of the time named; else of its part of the day; else of a few times of that."""
    clocks = _clocks(choices)
    parts = {found[1]: data for data, _ in choices if (found := _PART.search(data))}
    if not (clocks or parts):
        return []
    asked = read_date_request(typed, today)
    name = _part_of(asked.at) if asked.at else asked.part
    if exact := [data for at, data in clocks if at == asked.at]:
        return exact
    if part := [parts[same] for same in _SAME.get(name, ()) if same in parts]:
        return part[:1]
    return [] if asked.at else [data for at, data in clocks if _part_of(at) == name][:_MOST]


def times_around(typed: str, choices: Labelled, today: date) -> list[str]:
    """Return the data of the choices of the times just before and just after the one named."""
    at, clocks = read_date_request(typed, today).at, sorted(_clocks(choices))
    if at is None:
        return []
    return [data for clock, data in clocks if clock < at][-1:] + [data for clock, data in clocks if clock > at][:1]


def names_time(typed: str, today: date) -> bool:
    """Tell words that name a time, or a part of the day."""
    asked = read_date_request(typed, today)
    return DateRequest(None, asked.at, asked.part) != DateRequest()


def _clocks(choices: Labelled) -> list[tuple[time, str]]:
    found = ((_CLOCK.search(label), data) for data, label in choices)
    return [(time(int(clock[1]), int(clock[2])), data) for clock, data in found if clock]


def _part_of(at: time) -> str:
    return next(name for name, until in _UNTIL if at.hour < until)
