"""Sums of money as people type them, in whole tenge."""

import re
from decimal import Decimal

from bot.domain.calendar.written_numbers import with_digits
from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import visible

MAX_SUM = 1_000_000_000

_SUM = re.compile(
    r"(?P<minus>[-−]?)(?P<number>\d+(?:[.,]\d+)?|\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?)"
    r"\s*(?P<scale>мың|мын|тыс(?:яч[аи]?)?\.?|млн\.?|миллион(?:а|ов)?)?"
    r"\s*(?:₸|тг\.?|тенге|теңге|kzt|tg|т)?",
    re.ASCII,
)
_GROUPED = re.compile(r"\d{1,3}(?:[ .,']\d{3})+(?![\d])", re.ASCII)


def parse_money(text: str, *, minimum: int = 0, maximum: int = MAX_SUM) -> int:
    """Read `42 500`, `42500тг`, `42.500 ₸`, `42,5 мың`, `42,5 тыс.`, `1 млн`, `алпыс мың` as tenge.

    Raises `InvalidInput`: `money-format`, `money-negative`, `money-whole` (tiyn are not taken),
    `money-range` (params `min`, `max`).
    """
    match = _SUM.fullmatch(" ".join(with_digits(visible(text).lower()).split()))
    if not match:
        raise InvalidInput("money-format")
    if match["minus"]:
        raise InvalidInput("money-negative")
    amount = _number(match["number"], scaled=bool(match["scale"])) * _scale(match["scale"])
    if amount != amount.to_integral_value():
        raise InvalidInput("money-whole")
    if not minimum <= amount <= maximum:
        raise InvalidInput("money-range", min=minimum, max=maximum)
    return int(amount)


def _number(text: str, *, scaled: bool) -> Decimal:
    """Read the digits: a group of exactly three is thousands (`42.500`), unless a word like `мың` follows."""
    grouped = None if scaled and " " not in text else _GROUPED.match(text)
    if grouped:
        text = re.sub(r"[ .,']", "", grouped[0]) + text[grouped.end() :]
    return Decimal(text.replace(",", "."))


def _scale(word: str | None) -> int:
    if not word:
        return 1
    return 1_000_000 if word.startswith("м") and word not in {"мың", "мын"} else 1_000
