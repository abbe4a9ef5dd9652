"""Names of persons as typed (domain §1.3)."""

import re

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import foreign_letter, is_emoji, is_latin, one_alphabet

MAX_NAME = 60

_LETTER = "А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
_NAME = re.compile(f"[{_LETTER}]+(?:[-' ][{_LETTER}]+)*")
_APOSTROPHES = str.maketrans("’ʼ`´‘‐‑–—", "'''''----")
_PARTICLES = frozenset({"ұлы", "қызы", "улы", "кызы", "оглы"})


def parse_name(text: str) -> str:
    """Read one name, with single spaces; written all small or all large it gets its capitals.

    Raises `InvalidInput`: `name-empty`, `name-emoji`, `name-digits`, `name-latin`, `name-latin-letter` (one among
    Cyrillic ones that looks like none of them; param `letter`), `name-length` (param `max`), `name-chars` (anything
    else that is no letter, hyphen or apostrophe).
    """
    name = re.sub(r"\s*-\s*", "-", " ".join(one_alphabet(text).translate(_APOSTROPHES).split()))
    if not name:
        raise InvalidInput("name-empty")
    if letter := foreign_letter(name):
        raise InvalidInput("name-latin-letter", letter=letter)
    for code, is_wrong in (("emoji", is_emoji), ("digits", str.isdigit), ("latin", is_latin)):
        if any(is_wrong(char) for char in name):
            raise InvalidInput(f"name-{code}")
    if len(name) > MAX_NAME:
        raise InvalidInput("name-length", max=MAX_NAME)
    if not _NAME.fullmatch(name):
        raise InvalidInput("name-chars")
    return _capitalised(name) if name in {name.lower(), name.upper()} else name


def _capitalised(name: str) -> str:
    words = name.lower().split(" ")
    return " ".join(
        word if place and word in _PARTICLES else _capitalised_word(word) for place, word in enumerate(words)
    )


def _capitalised_word(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
