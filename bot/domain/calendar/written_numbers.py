"""Numbers written out in words, in Russian and Kazakh: «шестьдесят тысяч», «алпыс мың», «пятеро», «бесеуміз»."""

import re
from collections.abc import Iterator
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ә": "а", "і": "и", "ң": "н", "ғ": "г", "ү": "у", "ұ": "у", "қ": "к", "ө": "о", "һ": "х",
        "й": "и", "ы": "и", "э": "е", "ё": "е", "ъ": "", "ь": "", "я": "иа", "ю": "иу",
    }
)  # fmt: skip
_RUN = re.compile(r"([^\W\d])\1+")
_TOKEN = re.compile(r"[^\W\d_]+|[\W\d_]+")
_SMALL = (
    ("нол ноль", 0), ("один одна одно одну одного бир", 1), ("два две двух двое двоих еки", 2),
    ("три трое трех троих уш", 3), ("четире четирех четверо четверих торт", 4), ("пиат пиати пиатеро пиатерих бес", 5),
    ("шест шести шестеро шестерих алти", 6), ("сем семи семеро семерих жети", 7), ("восем восми восмеро сегиз", 8),
    ("девиат девиати девиатеро тогиз", 9), ("десиат десиати десиатеро он", 10), ("одинадцат", 11), ("двенадцат", 12),
    ("тринадцат", 13), ("четирнадцат", 14), ("пиатнадцат", 15), ("шестнадцат", 16), ("семнадцат", 17),
    ("восемнадцат", 18), ("девиатнадцат", 19), ("двадцат двадцати жирма", 20), ("тридцат тридцати отиз", 30),
    ("сорок сорока кирик", 40), ("пиатдесиат елу", 50), ("шестдесиат алпис", 60), ("семдесиат жетпис", 70),
    ("восемдесиат сексен", 80), ("девианосто токсан", 90), ("сто", 100), ("двести", 200), ("триста", 300),
    ("четиреста", 400), ("пиатсот", 500), ("шестсот", 600), ("семсот", 700), ("восемсот", 800), ("девиатсот", 900),
)  # fmt: skip
_VALUES = {word: value for words, value in _SMALL for word in words.split()}
_TOGETHER = (("екеу", 2), ("ушеу", 3), ("тортеу", 4), ("бесеу", 5), ("алтау", 6), ("жетеу", 7))
"""«The five of us»: what Kazakh numbers of people begin with."""
_HUNDRED = "жуз"
_SCALES = (("тисиач", 1_000), ("тис", 1_000), ("мин", 1_000), ("милион", 1_000_000), ("млн", 1_000_000))


def with_digits(text: str) -> str:
    """Return the text with its numbers in digits; digits, and all other words, stay as they are."""
    return "".join(_parts(_TOKEN.findall(text)))


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    return _RUN.sub(r"\1", word.lower().translate(_LETTERS))


def _value(word: str) -> int | None:
    folded = _skeleton(word)
    if folded in _VALUES:
        return _VALUES[folded]
    return next((value for stem, value in _TOGETHER if folded.startswith(stem)), None)


def _scale(word: str) -> int | None:
    folded = _skeleton(word)
    return next((by for stem, by in _SCALES if folded == stem or (len(stem) > 3 and folded.startswith(stem))), None)


def _parts(tokens: list[str]) -> Iterator[str]:
    place = 0
    while place < len(tokens):
        words, until = _number_at(tokens, place)
        yield str(_sum(words)) if words else tokens[place]
        place = until if words else place + 1


def _number_at(tokens: list[str], place: int) -> tuple[list[str], int]:
    """Return the words of the number that begins here, and where it ends."""
    words: list[str] = []
    until = place
    while place < len(tokens):
        token = tokens[place]
        if token.isspace() and words:
            place += 1
            continue
        part = _value(token) is not None or (bool(words) and _scale(token) is not None) or _skeleton(token) == _HUNDRED
        if not token[0].isalpha() or not part or not _may_follow(words, token):
            break
        words.append(token)
        place += 1
        until = place
    return words, until


def _may_follow(words: list[str], token: str) -> bool:
    """Tell a word that goes on with the number from the first of another: «три пять двенадцать» are three."""
    before, value = _value(words[-1]) if words else None, _value(token)
    if before is None or value is None:
        return True
    tens = before >= 20 and before % 10 == 0
    kazakh_ten = before == 10 and _skeleton(words[-1]) == "он"
    return before >= 100 > value or (value < 10 and (tens or kazakh_ten))


def _sum(words: list[str]) -> int:
    total = current = 0
    for word in words:
        value, by = _value(word), _scale(word)
        if value is not None:
            current += value
        elif _skeleton(word) == _HUNDRED:
            current = max(current, 1) * 100
        elif by:
            total, current = total + max(current, 1) * by, 0
    return total + current
