"""What a person undertakes by the plan: a measure a line, as the specialist typed it, with the day it is due."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_MONTHS = {
    "қаңтар": 1, "ақпан": 2, "наурыз": 3, "сәуір": 4, "мамыр": 5, "маусым": 6, "шілде": 7, "тамыз": 8,
    "қыркүйек": 9, "қазан": 10, "қараша": 11, "желтоқсан": 12,
    "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "август": 8,
    "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
}  # fmt: skip
_STEMS = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NO_DAY_BEFORE = re.compile(r"(?:\b(?:пп?|ст|пункт\w*|тармақ\w*|сағат\w*|в|№)\.?\s*)$", re.IGNORECASE)
_NO_DAY_AFTER = re.compile(
    r"\s*(?:%|(?:час(?:а|ов)?|сағат\w*|сағ|млн|мың|тыс|тг|теңге\w*|тенге|кг|га)\b|-тармақ)", re.IGNORECASE
)
_IN_DIGITS = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{4}|\d{2}))?(?!\d|\.\d)")
_IN_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({_STEMS})\w*(?:\s+(\d{{4}}))?", re.IGNORECASE)


class ObligationState(StrEnum):
    """Where an obligation is: to be done, shown to be done, ticked by the specialist."""

    OPEN = "open"
    SHOWN = "shown"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the plan; ``due`` is None when it names no day."""

    title: str
    due: date | None


def read_measure(line: str, sent: date) -> Measure:
    """Find the last day named in a line: `1.12`, `01.12.2026`, `1 декабря`, `1 желтоқсанға дейін`.

    ``sent`` is the day of the plan: a day without a year is the next such day from it, and one before it (that of an
    order, a birth) is none to do anything by; one with a year counts before one without. Neither is a clause, an hour
    or a sum with a point in it a day, nor what is not in the calendar: the line keeps its words.
    """
    digits = (match for match in _IN_DIGITS.finditer(line) if not _is_other_number(match))
    named = sorted([*digits, *_IN_WORDS.finditer(line)], key=lambda match: match.start())
    days = [(match, day) for match in named if (day := _day(match, sent)) and day >= sent]
    dated = [day for match, day in days if match[3] is not None] or [day for _, day in days]
    return Measure(line, dated[-1] if dated else None)


def _is_other_number(match: re.Match[str]) -> bool:
    if match[3] is not None:
        return False
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_NO_DAY_BEFORE.search(before) or _NO_DAY_AFTER.match(after))


def _day(match: re.Match[str], sent: date) -> date | None:
    day, month, year = match.groups()
    number = int(month) if month.isdecimal() else _MONTHS[month.lower()]
    try:
        if year is not None:
            return date(int(year) if len(year) == 4 else 2000 + int(year), number, int(day))
        near = date(sent.year, number, int(day))
        return near if near >= sent else date(sent.year + 1, number, int(day))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Obligation:
    """One undertaking; ``no`` counts from 1 in its plan."""

    id: int
    no: int
    title: str
    due: date | None
    state: ObligationState
