"""Kinds of characters that several readers of typed text ask about."""

import unicodedata

SPACES_AND_DASHES = frozenset(" \t\n\r\u00a0\u2007\u2009\u202f\u200b\u2060-\u2010\u2011\u2012\u2013\u2014\u2212")
"""Separators people and phones put between groups of digits."""

_NOTHING = dict.fromkeys(map(ord, SPACES_AND_DASHES))
_EMOJI_CATEGORIES = frozenset({"So", "Sk", "Cn", "Co"})
_EMOJI_JOINERS = frozenset({"\u200d", "\ufe0f", "\u20e3"})


def without_separators(text: str) -> str:
    """Return the text without spaces, hyphens and dashes of any kind."""
    return text.translate(_NOTHING)


def is_emoji(char: str) -> bool:
    """Tell a pictograph, its modifier or joiner from letters, digits and punctuation."""
    return char in _EMOJI_JOINERS or unicodedata.category(char) in _EMOJI_CATEGORIES


def is_cyrillic(char: str) -> bool:
    """Tell Russian and Kazakh Cyrillic letters (the Unicode block 0400-04FF)."""
    return "\u0400" <= char <= "\u04ff"


def is_latin(char: str) -> bool:
    """Tell Latin letters, with and without marks."""
    return char.isalpha() and unicodedata.name(char, "").startswith("LATIN")
