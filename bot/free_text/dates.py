"""The day and the time a phrase names, in any of our letters: «ертең сағат 10-ға», «в пятницу после обеда»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.calendar.written_numbers import with_digits
from bot.free_text.normalize import fold

_TODAY = ("бугин", "сегодниа", "севодниа")
_NEAR = {"ертен": 1, "завтра": 1, "бурсигуни": 2, "бурсугуни": 2, "послезавтра": 2}
_WEEKDAYS = (
    ("дуисен", "понедел", "пн"),
    ("сеисен", "вторн", "вт"),
    ("сарсен", "среду", "среда", "ср"),
    ("беисен", "четвер", "чт"),
    ("жума", "пиатн", "пт"),
    ("сенби", "субот", "субб", "сб"),
    ("жексен", "воскрес", "вс"),
)
_MONTHS = (
    ("кантар", "ианвар"), ("акпан", "феврал"), ("наурыз", "наурз", "наурез", "март", "науриз"), ("сауир", "апрел"),
    ("мамир", "маиа"), ("маусим", "ииун"), ("шилде", "ииул"), ("тамиз", "август"), ("киркуиек", "сентиабр"),
    ("казан", "октиабр"), ("караша", "ноиабр"), ("желтоксан", "декабр"),
)  # fmt: skip
_MORNING, _NOON, _EVENING = "morning", "noon", "evening"
_PARTS = (
    (_MORNING, ("танертен", "танертенгилик", "утром", "утра", "с утра")),
    (_NOON, ("тустен кеин", "после обеда", "обедтен кеин", "днем", "кундиз")),
    (_EVENING, ("кешке", "кешкурим", "вечером", "к вечеру")),
)
_TOKEN = re.compile(r"[а-я]+|\d+")
_CLOCK = re.compile(r"(?<![\d.])([01]?\d|2[0-3])(?:[:.]([0-5]\d)|\s(00|30))(?![\d.])")
_DAY_MONTH = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?(?![\d.])")
_BEFORE = frozenset({"сагат", "саат", "сагаты", "в", "к", "на", "ко"})
_AFTER = ("га", "ге", "ка", "ке", "да", "де", "та", "те", "час", "сагат", "утра", "дниа", "вечера")
_LATER = frozenset({"дниа", "вечера", "вечером", "кешки", "кешке", "тустен"})
_OPENING = range(8, 21)
_HALVES = (
    ("втор", 13), ("трет", 14), ("чет", 15), ("пиат", 16), ("шест", 17), ("сед", 18), ("дес", 9), ("один", 10),
    ("двен", 11), ("девиат", 8),
)  # fmt: skip
_HALF = re.compile(r"\bпол(?:овин[аеу]\s)?\s?((?:втор|трет|чет|пиат|шест|сед|дес|один|двен|девиат)[а-я]*)")


@dataclass(frozen=True, slots=True)
class DateRequest:
    """When somebody would like to come; `part` of the day is `morning`, `noon` or `evening`."""

    day: date | None = None
    at: time | None = None
    part: str = ""


def read_date_request(text: str, today: date) -> DateRequest:
    """Return what the phrase says of day and time; a day that has passed this year is of the next one."""
    folded = with_digits(_HALF.sub(_half_past, fold(text[:300].lower())))
    tokens = _TOKEN.findall(folded)
    day = _dated(folded, tokens, today) or _near(tokens, today)
    spaced = f" {' '.join(tokens)} "
    part = next((name for name, words in _PARTS if any(f" {word} " in spaced for word in words)), "")
    at = _clock(folded) or _hour(tokens)
    return DateRequest(day, at, part if at is None else "")


def _half_past(found: re.Match[str]) -> str:
    """Read «полшестого» as 5:30: half of the sixth hour."""
    return f"{next(hour for stem, hour in _HALVES if found[1].startswith(stem))}:30"


def _near(tokens: Sequence[str], today: date) -> date | None:
    for token in tokens:
        if near := next((days for word, days in _NEAR.items() if token.startswith(word)), None):
            return today + timedelta(days=near)
        if token.startswith(_TODAY):
            return today
        for weekday, names in enumerate(_WEEKDAYS):
            if any(token == name if len(name) == 2 else token.startswith(name) for name in names):
                return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    return None


def _dated(folded: str, tokens: Sequence[str], today: date) -> date | None:
    if (found := _DAY_MONTH.search(folded)) and not _is_clock_only(found[0]):
        return _ahead(int(found[1]), int(found[2]), today)
    for place, token in enumerate(tokens):
        month = next((number for number, names in enumerate(_MONTHS, 1) if token.startswith(names)), None)
        around = [*reversed(tokens[max(place - 1, 0) : place]), *tokens[place + 1 : place + 2]]
        number = next((int(each) for each in around if each.isdigit()), None)
        if month and number:
            return _ahead(number, month, today)
    return None


def _is_clock_only(text: str) -> bool:
    """Tell a time like `10.30` from a date: there is no thirtieth month."""
    return int(re.split(r"[./]", text)[1]) > 12


def _ahead(day: int, month: int, today: date) -> date | None:
    try:
        found = date(today.year, month, day)
        return found if found >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def _clock(folded: str) -> time | None:
    for found in _CLOCK.finditer(folded):
        minute = int(found[2] or found[3])
        if minute > 12 or minute == 0 or ":" in found[0]:
            return time(int(found[1]), minute)
    return None


def _hour(tokens: Sequence[str]) -> time | None:
    for place, token in enumerate(tokens):
        if not token.isdigit() or len(token) > 2:
            continue
        before = tokens[place - 1] if place else ""
        after = tokens[place + 1 : place + 3]
        said = (
            before in _BEFORE or any(each.startswith(_AFTER) or each in _LATER for each in after[:1]) or "утра" in after
        )
        hour = int(token) + (12 if int(token) < 8 and (before in _BEFORE or set(after) & _LATER) else 0)
        if said and hour in _OPENING and not _of_month(after):
            return time(hour)
    return None


def _of_month(after: Sequence[str]) -> bool:
    return bool(after) and any(after[0].startswith(names) for names in _MONTHS)
