"""Which of a list is meant by its number: «2», «№2», «2-ші», «второй», «екіншісі», «последний»."""

import re
from collections.abc import Sequence

from bot.domain.calendar.written_numbers import with_digits
from bot.free_text.normalize import words_of

LAST = -1
_PLACES = (
    ("перв", "биринши", "бириншиси"),
    ("втор", "екинши"),
    ("трет", "ушинши"),
    ("четверти", "четверта", "четверто", "тортинши"),
    ("пиати", "пиата", "пиато", "бесинши"),
    ("шестои", "шеста", "шесто", "алтинши"),
    ("седьмо", "седмо", "седма", "жетинши"),
    ("восмо", "восма", "сегизинши"),
    ("девиати", "девиата", "девиато", "тогизинши"),
    ("десиати", "десиата", "десиато", "онинши"),
)
_LAST = ("последн", "сонгиси")
_BESIDE = frozenset(
    words_of("номер номері нөмір пункт вариант кнопка нұсқа түйме батырма самый самая это в на я выбираю таңдаймын")
)
_NUMBER = re.compile(r"^\D{0,10}?(\d{1,2})(?:\s*-?\s*(?:[шнiі]\w{0,4}|й|я|е|ый|ой|ая|ое|го))?\W*$")


def ordinal_of(typed: str, said: Sequence[str]) -> int | None:
    """Return the place the words name, from one; ``LAST`` for the last; None when they name none."""
    spoken = [word for word in said if word not in _BESIDE]
    numbers = [word for word in spoken if word.isdigit()]
    if numbers:
        only = len(numbers) == 1 and len(spoken) <= 2
        return int(numbers[0]) if only and len(numbers[0]) <= 2 and _NUMBER.match(typed.strip().lower()) else None
    if len(spoken) != 1:
        return None
    return _place(spoken[0])


def _place(word: str) -> int | None:
    for place, stems in enumerate(_PLACES, 1):
        if word.startswith(stems) or with_digits(word) == str(place):
            return place
    return LAST if word.startswith(_LAST) else None
