"""One spelling for all: Kazakh, Russian, mixed, Latin and SMS writing folded to one short alphabet (domain §8.2).

`ә→а, і→и, ң→н, ғ→г, ү ұ→у, қ→к, ө→о, һ→х`; Latin letters are read by digraphs first, then one by one; `ы` and `й`
become `и`, soft and hard signs fall out, doubled letters become one. What is lost is what people leave out anyway.
"""

import re
import unicodedata

from bot.domain.homoglyphs import one_alphabet

_CYRILLIC = str.maketrans(
    {
        "ә": "а", "і": "и", "ң": "н", "ғ": "г", "ү": "у", "ұ": "у", "қ": "к", "ө": "о", "һ": "х",
        "й": "и", "ы": "и", "э": "е", "ё": "е", "щ": "ш", "ъ": "", "ь": "", "я": "иа", "ю": "иу",
    }
)  # fmt: skip
_DIGRAPHS = (
    ("shch", "ш"), ("sch", "ш"), ("kh", "х"), ("zh", "ж"), ("sh", "ш"), ("ch", "ч"), ("gh", "г"), ("ts", "ц"),
    ("tz", "ц"), ("ck", "к"), ("ph", "ф"), ("ya", "иа"), ("ja", "иа"), ("yu", "иу"), ("ju", "жу"), ("yo", "ио"),
    ("ye", "е"), ("iy", "и"), ("yi", "и"), ("dj", "ж"), ("tc", "ц"),
)  # fmt: skip
_LATIN = str.maketrans(
    {
        "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж", "k": "к",
        "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в",
        "w": "у", "x": "х", "y": "и", "z": "з", "ı": "и", "ş": "ш", "š": "ш", "ç": "ч", "č": "ч", "ž": "ж", "ć": "ч",
        "ə": "а", "ŋ": "н",
    }
)  # fmt: skip
_PROGRAMME = re.compile(r"42[\s.,]?500|42[.,]5|42\s?тыс\w*|42\s?мың\w*(?:\s500)?|42к\b|42k\b", re.IGNORECASE)
_DIGIT_LETTERS = re.compile(r"(?<=[^\W\d_])[46](?=[^\W\d_])|\b[46](?=[^\W\d_]{2,})|(?<=[a-z]{2})[46]\b", re.IGNORECASE)
_WORD = re.compile(r"[а-я]+|\d+")
_RUN = re.compile(r"([^\W\d])\1+")
_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
PROGRAMME_WORD = "42500"
NUMBER_WORD = "00"


def tokens(text: str) -> list[str]:
    """Return the words of a text in their skeleton spelling; numbers become one sign, `42 500` another."""
    typed = unicodedata.normalize("NFKC", one_alphabet(text[:600])).lower()
    typed = _PROGRAMME.sub(f" {PROGRAMME_WORD} ", typed)
    typed = _DIGIT_LETTERS.sub(lambda found: "ч" if found[0] == "4" else "ш", typed)
    folded = _RUN.sub(r"\1", fold(typed))
    return [_number(word) if word[0].isdigit() else word for word in _WORD.findall(folded)]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in their skeleton spelling, numbers as they are; `42 500` is one number."""
    typed = _THOUSANDS.sub("", unicodedata.normalize("NFKC", one_alphabet(text)).lower())
    return tuple(_WORD.findall(_RUN.sub(r"\1", fold(typed))))


def fold(typed: str) -> str:
    """Return a lower-case text in the short alphabet; signs, spaces and digits stay."""
    text = typed.translate(_CYRILLIC)
    if any("a" <= char <= "z" or char in "ışšçčžćəŋ" for char in text) or not text.isascii():
        text = re.sub(r"(?<=[bcdfghklmnprstvz])j(?![aeiouyıäöüáóú])", "", text)
        text = re.sub(r"(?<=[a-z])['’`ʼ]", "", text)
        for pair, letter in _DIGRAPHS:
            text = text.replace(pair, letter)
        text = text.translate(_LATIN)
        text = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
        text = text.translate(_LATIN)
    return text.translate(_CYRILLIC)


def _number(word: str) -> str:
    return word if word in {PROGRAMME_WORD, "1414"} else NUMBER_WORD
