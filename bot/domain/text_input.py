"""Free text from people: addresses, contents of an application, agreements in one's own words."""

import re
import unicodedata

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import visible

MAX_TEXT = 2000
_NO_NUMBER = re.compile(r"без\s+(?:номера|№)|\bб/?н\b|н[өо]м[іи]р[іи]?\s*(?:сіз|сиз|жо[қк])|\bн/?с\b", re.IGNORECASE)
MAX_CAPTION = 600
"""Telegram allows 1024 UTF-16 units under a file; the rest is for our own words."""


def parse_text(text: str, *, min_length: int = 1, max_length: int = MAX_TEXT) -> str:
    """Return the text with single spaces inside lines, at most one blank line in a row, and no invisible characters.

    Raises `InvalidInput`: `text-empty`, `text-no-letters` (emoji or signs only), `text-short` (param `min`),
    `text-long` (params `max`, `length`).
    """
    kept = "".join(char for char in visible(text).replace("\t", " ") if char == "\n" or not _is_invisible(char))
    lines = (" ".join(line.split()) for line in kept.split("\n"))
    clean = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not clean:
        raise InvalidInput("text-empty")
    if not any(char.isalnum() for char in clean):
        raise InvalidInput("text-no-letters")
    if len(clean) < min_length:
        raise InvalidInput("text-short", min=min_length)
    if len(clean) > max_length:
        raise InvalidInput("text-long", max=max_length, length=len(clean))
    return clean


def fits_caption(words: str) -> bool:
    """Tell whether a person's words fit under a file beside ours, counted as Telegram counts."""
    return len(words.encode("utf-16-le")) // 2 <= MAX_CAPTION


def parse_address(text: str, *, min_length: int = 1, max_length: int = MAX_TEXT) -> str:
    """Read an address, which has a house: its number, or the words that there is none.

    Raises what ``parse_text`` does, and ``InvalidInput("address-house")``.
    """
    address = parse_text(text, max_length=max_length)
    if not any(char.isdecimal() for char in address) and not _NO_NUMBER.search(address):
        raise InvalidInput("address-house")
    return parse_text(text, min_length=min_length, max_length=max_length)


def _is_invisible(char: str) -> bool:
    """Tell control characters; what else nobody sees is gone already."""
    return unicodedata.category(char) == "Cc"
