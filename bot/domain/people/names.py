"""Names of persons as typed (domain §1.3)."""

import re
from dataclasses import dataclass

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import foreign_letter, is_emoji, is_latin, one_alphabet

MAX_NAME = 60
MAX_FULL_NAME = 120

_LETTER = "А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
_NAME = re.compile(f"[{_LETTER}]+(?:[-' ][{_LETTER}]+)*")
_APOSTROPHES = str.maketrans("’ʼ`´‘‐‑–—", "'''''----")
_PARTICLES = frozenset({"ұлы", "қызы", "улы", "кызы", "оглы"})
_PATRONYMIC_ENDS = (
    *_PARTICLES,
    "ович",
    "евич",
    "овна",
    "евна",
    "ична",
    "ильич",
    "кузьмич",
    "фомич",
    "лукич",
    "никитич",
)


@dataclass(frozen=True, slots=True)
class FullName:
    """A name in its parts; ``patronymic`` is empty where none was told."""

    surname: str
    name: str
    patronymic: str = ""


def parse_full_name(text: str) -> str:
    """Read a whole name, as on an identity card.

    Raises what ``parse_name`` does, and ``InvalidInput("name-one-word")``.
    """
    name = parse_name(text, longest=MAX_FULL_NAME)
    if split_name(name) is None:
        raise InvalidInput("name-one-word")
    return name


def split_name(text: str) -> FullName | None:
    """Tell the parts of a whole name apart; None where it is a single word. Raises what ``parse_name`` does.

    «ұлы» and «қызы» may stand apart; of four words and more the surname has several; a patronymic in the second of
    three places makes the last word the surname.
    """
    words = parse_name(text, longest=MAX_FULL_NAME).split(" ")
    if len(words) > 2 and words[-1].lower() in _PARTICLES:
        words[-2:] = [" ".join(words[-2:])]
    if len(words) < 2 or words[-1].lower() in _PARTICLES:
        return None
    if len(words) == 2:
        return FullName(*words)
    if len(words) == 3 and _is_patronymic(words[1]) and not _is_patronymic(words[2]):
        return FullName(words[2], words[0], words[1])
    *surname, name, patronymic = words
    return FullName(" ".join(surname), name, patronymic)


def _is_patronymic(word: str) -> bool:
    return word.lower().endswith(_PATRONYMIC_ENDS)


def parse_name(text: str, *, longest: int = MAX_NAME) -> str:
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
    if len(name) > longest:
        raise InvalidInput("name-length", max=longest)
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
