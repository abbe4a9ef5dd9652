"""What the eye sees in typed text, whatever characters it is made of: every reader of names, numbers, words asks here.

Phones and copied texts put in what nobody sees (marks of direction, soft hyphens, joiners, marks of byte order), write
й as и and a breve, and keyboards mix letters of two alphabets that look the same.
"""

import re
import unicodedata

SPACES_AND_DASHES = frozenset(" \t\n\r\u00a0\u2007\u2009\u202f\u200b\u2060-\u2010\u2011\u2012\u2013\u2014\u2212")
"""Separators people and phones put between groups of digits."""

_NOTHING = dict.fromkeys(map(ord, SPACES_AND_DASHES))
_EMOJI_CATEGORIES = frozenset({"So", "Sk", "Cn", "Co"})
_EMOJI_JOINERS = frozenset({"\u200d", "\ufe0f", "\u20e3"})


_LOOK_ALIKES = str.maketrans("aceopxyihABCEHKMOPTXYIëËəƏɵƟ", "асеорхуіһАВСЕНКМОРТХУІёЁәӘөӨ")
_MIXED = re.compile(r"(?=\w*[\u0400-\u04ff])(?=\w*[A-Za-z\u00cb-\u0275])\w+")
_JOINER, _FORMS = "\u200d", "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def visible(text: str) -> str:
    """Return the text composed and without characters nobody sees; joiners stay where they make an emoji."""
    # Nearly all of the millions of cells of a registry are as they should be.
    if text.isascii() or (text.isprintable() and unicodedata.is_normalized("NFC", text)):
        return text
    seen = (
        char for place, char in enumerate(text) if unicodedata.category(char) not in {"Cf", "Cs"} or _joins(text, place)
    )
    return unicodedata.normalize("NFC", "".join(seen))


def _joins(text: str, place: int) -> bool:
    """Tell a joiner between two pictures, the first with its colour or form or without."""
    before, after = text[:place].rstrip(_FORMS)[-1:], text[place + 1 : place + 2]
    return text[place] == _JOINER and all(char and unicodedata.category(char) == "So" for char in (before, after))


def one_alphabet(text: str) -> str:
    """Return the text as seen, its Latin look-alikes in Cyrillic words made Cyrillic; words of one alphabet stay."""
    return _MIXED.sub(lambda word: word[0].translate(_LOOK_ALIKES), visible(text))


def foreign_letter(text: str) -> str | None:
    """Return the first Latin letter within a word that has Cyrillic ones, None where there is none."""
    mixed = _MIXED.search(text)
    return next(filter(is_latin, mixed[0]), None) if mixed else None


def without_separators(text: str) -> str:
    """Return the text as seen, without spaces, hyphens and dashes of any kind, and without a full stop at its end."""
    return visible(text).translate(_NOTHING).rstrip(".,;")


def is_emoji(char: str) -> bool:
    """Tell a pictograph, its modifier or joiner from letters, digits and punctuation."""
    return char in _EMOJI_JOINERS or unicodedata.category(char) in _EMOJI_CATEGORIES


def is_cyrillic(char: str) -> bool:
    """Tell Russian and Kazakh Cyrillic letters (the Unicode block 0400-04FF)."""
    return "\u0400" <= char <= "\u04ff"


def is_latin(char: str) -> bool:
    """Tell Latin letters, with and without marks."""
    return char.isalpha() and unicodedata.name(char, "").startswith("LATIN")
