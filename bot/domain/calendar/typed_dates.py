"""Dates as people type them."""

import re
from datetime import date
from enum import Enum

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import visible

EARLIEST = date(1900, 1, 1)

_DAY_FIRST = re.compile(r"(\d{1,2})[./\-\s]+(\d{1,2})[./\-\s]+(\d{4}|\d{2})(?:\s*(?:ж|г)\.?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_IN_WORDS = re.compile(r"([0-9]{1,2})[.\s]*([^\W\d_]+)\.?,?\s+([0-9]{4})(?:\s*(?:жыл|жылы|года?|ж|г)\.?)?")
_IN_WORDS_YEAR_FIRST = re.compile(r"([0-9]{4})\s*(?:жылғы|жылгы|жылы|жыл|ж)?\.?,?\s*\b([0-9]{1,2})\s+([^\W\d_]+)")
_MONTHS = (
    ("қаңтар", "кантар", "янв", "qantar", "kantar"),
    ("ақпан", "акпан", "фев", "aqpan", "akpan"),
    ("наурыз", "март", "nauryz"),
    ("сәуір", "сауир", "апр", "sauir", "säuir"),
    ("мамыр", "май", "мая", "mamyr"),
    ("маусым", "июн", "mausym"),
    ("шілде", "шилде", "июл", "shilde", "şilde"),
    ("тамыз", "авг", "tamyz"),
    ("қыркүйек", "кыркуйек", "сент", "qyrkuiek", "kyrkuiek", "qyrküiek"),
    ("қазан", "казан", "окт", "qazan", "kazan"),
    ("қараша", "караша", "ноя", "qarasha", "karasha", "qaraşa"),
    ("желтоқсан", "желтоксан", "дек", "zheltoqsan", "zheltoksan", "jeltoqsan"),
)
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)


class When(Enum):
    """Which dates make sense: any, today or earlier (a birth), today or later (an appointment)."""

    ANY = "any"
    NOT_FUTURE = "not_future"
    NOT_PAST = "not_past"


def parse_date(text: str, *, today: date, when: When = When.ANY) -> date:
    """Read `23.11.2026`, `23 11 26`, `23/11/2026`, `23112026`, `2026-11-23`, `23 қараша 2026` or `23 ноября 2026 г.`.

    A year of two digits is of this century; when only a past date makes sense and it would lie ahead, of the last one.
    Raises `InvalidInput`: `date-format`, `date-impossible`, `date-too-old` (before 1900), `date-in-future`,
    `date-in-past`.
    """
    day = _read(visible(text).strip(), today, when)
    if day < EARLIEST:
        raise InvalidInput("date-too-old")
    if when is When.NOT_FUTURE and day > today:
        raise InvalidInput("date-in-future")
    if when is When.NOT_PAST and day < today:
        raise InvalidInput("date-in-past")
    return day


def _read(text: str, today: date, when: When) -> date:
    if match := _YEAR_FIRST.fullmatch(text):
        return _make(int(match[1]), int(match[2]), int(match[3]))
    if match := _IN_WORDS.fullmatch(text.lower()):
        return _make(int(match[3]), _month(match[2]), int(match[1]))
    if match := _IN_WORDS_YEAR_FIRST.fullmatch(text.lower()):
        return _make(int(match[1]), _month(match[3]), int(match[2]))
    match = _SOLID.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if not match:
        raise InvalidInput("date-format")
    day, month, year = (int(part) for part in match.groups())
    if len(match[3]) == 4:
        return _make(year, month, day)
    century = today.year // 100 * 100
    near = _make(century + year, month, day)
    return _make(century - 100 + year, month, day) if when is When.NOT_FUTURE and near > today else near


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if word.startswith(names):
            return number
    raise InvalidInput("date-format")


def _make(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InvalidInput("date-impossible") from error
