"""A measure of the plan as the specialist typed it, a line each: the day it begins and the day it is due."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

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
_BEGINS_BEFORE = re.compile(r"(?:^|[^\w])(?:со?|начиная)\s*$", re.IGNORECASE)
_ABLATIVE = r"-?\s*[нтд][ае]н\b"
_BEGINS_AFTER = re.compile(
    rf"\s*(?:ж(?:ыл\w*|\.)?\s*)?(?:(?:{_ABLATIVE})?\s*(?:бастап|кейін)|{_ABLATIVE})", re.IGNORECASE
)
_BEGINS_IN_WORD = re.compile(r"[нтд][ае]н$", re.IGNORECASE)
_ENDS_AFTER = re.compile(r"\W*(?:\w+\W+)?(?:кешік|қалдырма|кейін\s+(?:емес|қалдырма))", re.IGNORECASE)
_NUMBERS = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6,
    "один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6,
}  # fmt: skip
_LENGTH = re.compile(
    rf"(?<![\w.])(\d{{1,3}}|{'|'.join(_NUMBERS)})[\s-]*(?:(?P<month>ай\b|айлық|мес\b|месяц)|(?P<week>апта|недел)"
    r"|(?P<day>күн|дн|день|сутк))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the plan; ``due`` and ``begins`` are None where it names no such day.

    ``impossible`` is a day the line names that no calendar has.
    """

    title: str
    due: date | None
    begins: date | None = None
    impossible: str | None = None


def read_measure(line: str, sent: date) -> Measure:
    """Find the days named in a line: `1.12`, `01.12.2026`, `1 декабря`, `1 желтоқсанға дейін`, `10 желтоқсаннан, 2 ай`.

    ``sent`` is the day of the plan: a day without a year is the next such day from it, and one before it (that of an
    order, a birth) is none to do anything by; one with a year counts before one without. What a line begins with («с»,
    «бастап») is no last day: with a length the end follows from it, without one there is none. Neither is a clause, an
    hour or a sum with a point in it a day.
    """
    digits = (match for match in _IN_DIGITS.finditer(line) if not _is_other_number(match))
    named = sorted([*digits, *_IN_WORDS.finditer(line)], key=lambda match: match.start())
    read = [(match, _day(match, sent)) for match in named]
    impossible = next((match[0].strip() for match, day in read if day is None), None)
    days = [(match, day) for match, day in read if day is not None and day >= sent]
    begins = next((day for match, day in days if _is_beginning(match)), None)
    ends = [(match, day) for match, day in days if not _is_beginning(match)]
    dated = [day for match, day in ends if match[3] is not None] or [day for _, day in ends]
    due = dated[-1] if dated else _after(line, begins)
    return Measure(line, due, begins, impossible)


def _is_other_number(match: re.Match[str]) -> bool:
    if match[3] is not None:
        return False
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_day = 1 <= int(match[2]) <= 12 and 1 <= int(match[1]) <= 31
    return not is_day or bool(_NO_DAY_BEFORE.search(before) or _NO_DAY_AFTER.match(after))


def _is_beginning(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _ENDS_AFTER.match(after):
        return False
    if _BEGINS_BEFORE.search(before) or _BEGINS_AFTER.match(after):
        return True
    return not match[2].isdecimal() and match[3] is None and bool(_BEGINS_IN_WORD.search(match[0].strip()))


def _after(line: str, begins: date | None) -> date | None:
    """Return the day so long after the beginning as the line says."""
    length = _LENGTH.search(line)
    if begins is None or length is None:
        return None
    count = _NUMBERS.get(length[1].lower()) or int(length[1])
    if length["month"]:
        years, month = divmod(begins.month - 1 + count, 12)
        year, month = begins.year + years, month + 1
        return date(year, month, min(begins.day, monthrange(year, month)[1]))
    return begins + timedelta(days=count * (7 if length["week"] else 1))


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
