"""What staff of a ЦОН type to change its opening: `27.11 09:00-13:00 авария`, `27.11-30.11 жөндеу`, `ертең 10-15`."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import visible

_TODAY, _TOMORROW = {"сегодня", "бүгін", "бугин"}, {"завтра", "ертең", "ертен"}
_DAY = r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?"
_DAYS = re.compile(rf"{_DAY}(?:\s*[-–]\s*{_DAY})?(?!\S)")
_HOURS = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?(?!\S)")
_LONGEST = 60
_REASON = 200


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``; ``hours`` None stands for whole days; ``rest`` is what else was typed."""

    first: date
    last: date
    hours: tuple[time, time] | None
    rest: str


def read_stretch(typed: str, today: date) -> Stretch:
    """Read days, hours and what follows; a day without a year is the next such day.

    Raises `InvalidInput`: `stretch-day` (no day, or none of the calendar), `stretch-past`, `stretch-order` (ends
    before it begins, or lasts over 60 days).
    """
    text = visible(typed).strip()
    first, last, text = _read_days(text, today)
    if first < today:
        raise InvalidInput("stretch-past")
    if not first <= last <= first + timedelta(days=_LONGEST):
        raise InvalidInput("stretch-order")
    hours = None
    if match := _HOURS.match(text):
        hours, text = _read_hours(match), text[match.end() :]
    return Stretch(first, last, hours, text.strip()[:_REASON])


def _read_days(text: str, today: date) -> tuple[date, date, str]:
    word, _, rest = text.partition(" ")
    if word.lower() in _TODAY | _TOMORROW:
        day = today + timedelta(days=word.lower() in _TOMORROW)
        return day, day, rest.strip()
    match = _DAYS.match(text)
    if match is None:
        raise InvalidInput("stretch-day")
    cells = match.groups()
    first = _day(cells[:3], today)
    last = _day(cells[3:], first) if cells[3] else first
    return first, last, text[match.end() :].strip()


def _day(cells: tuple[str | None, ...], near: date) -> date:
    day, month, year = (int(cell) if cell else None for cell in cells)
    try:
        found = date(year or near.year, month or 0, day or 0)
        if year is None and found < near - timedelta(days=180):
            found = found.replace(year=found.year + 1)
    except ValueError:
        raise InvalidInput("stretch-day") from None
    return found


def _read_hours(match: re.Match[str]) -> tuple[time, time]:
    opens, opens_minutes, closes, closes_minutes = (int(cell) if cell else 0 for cell in match.groups())
    try:
        start, end = time(opens, opens_minutes), time(closes, closes_minutes)
    except ValueError:
        raise InvalidInput("stretch-day") from None
    if start >= end:
        raise InvalidInput("stretch-order")
    return start, end
