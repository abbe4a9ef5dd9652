"""Children as people type them: «3 5 12», a birth date where it is known, or both."""

import re
from datetime import date

from bot.domain.calendar.ages import full_years
from bot.domain.calendar.typed_dates import When, parse_date
from bot.domain.calendar.written_numbers import with_digits
from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import visible

OLDEST_CHILD = 17
MOST = 15
_DATE = r"(?<!\d)\d{1,2}\.?\s*[^\W\d_]{3,}\.?,?\s+\d{4}(?:\s*(?:жылы|жыл|года?|[жг])(?![^\W\d_])\.?)?"
_BETWEEN = re.compile(rf"({_DATE})|[\s,;]+")
"""A date whose month is a word stays whole; whatever else is apart by a space or a comma is apart."""
_WORDS = frozenset({"жас", "жаста", "лет", "год", "года", "и", "және", "мен", "пен"})


def parse_children(text: str, *, today: date) -> list[int | date]:
    """Read ages in full years or birth dates, separated by spaces, commas or «and», with «years» or without.

    Ages may be written in words.

    Raises `InvalidInput`: `ages-format`, `ages-adult` (param `max`: older than a child), `ages-many` (param `max`),
    and what `parse_date` raises.
    """
    typed = with_digits(visible(text)).strip()
    parts = [part for part in _BETWEEN.split(typed) if part and part.lower().strip(".") not in _WORDS]
    if not parts:
        raise InvalidInput("ages-format")
    if len(parts) > MOST:
        raise InvalidInput("ages-many", max=MOST)
    return [_child(part, today) for part in parts]


def _child(part: str, today: date) -> int | date:
    if part.isascii() and part.isdigit() and len(part) <= 3:
        age = int(part)
        born = None
    elif any(mark in part for mark in "./-") or _BETWEEN.fullmatch(part):
        born = parse_date(part, today=today, when=When.NOT_FUTURE)
        age = full_years(born, today)
    else:
        raise InvalidInput("ages-format")
    if age > OLDEST_CHILD:
        raise InvalidInput("ages-adult", max=OLDEST_CHILD)
    return born or age
