"""Places found by part of a name or street, as people type them: with slips, without Kazakh letters, in Latin ones.

Words of both alphabets are brought to one skeleton of Latin letters in which what people mix up is the same: қ and к,
ұ and у, «ск» and «sk», ъ and nothing. Likeness of skeletons is measured by rapidfuzz.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.domain.homoglyphs import one_alphabet

_LETTERS = str.maketrans(
    {
        "а": "a", "ә": "a", "ä": "a", "á": "a", "б": "b", "в": "v", "w": "v", "г": "g", "ғ": "g", "ğ": "g", "ǵ": "g",
        "д": "d", "е": "e", "ё": "e", "э": "e", "ж": "j", "з": "z", "и": "i", "і": "i", "й": "i", "ы": "i", "y": "i",
        "ı": "i", "í": "i", "ý": "u", "к": "k", "қ": "k", "q": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "ñ": "n",
        "ń": "n", "о": "o", "ө": "o", "ö": "o", "ó": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
        "ү": "u", "ū": "u", "ü": "u", "ú": "u", "ф": "f", "х": "h", "һ": "h", "ц": "s", "ч": "c", "ш": "s", "щ": "s",
        "ş": "s", "ъ": "", "ь": "", "ю": "iu", "я": "ia", "'": "", "’": "", "`": "",
    }
)  # fmt: skip
_DIGRAPHS = {
    "shch": "s", "sh": "s", "ch": "s", "zh": "j", "kh": "h", "gh": "g", "ts": "s", "ng": "n", "c": "s", "x": "h",
}  # fmt: skip
_COMMON = (
    "цон tson хқко хко hko халыққа қызмет көрсету орталығы центр обслуживания населения город қала қаласы улица ул"
    " көшесі көше мкр шағын аудан ауданы район района проспект даңғылы г к о в на"
)
LONGEST_QUERY = 80
_ENOUGH = 78
_MAX_WORDS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate by its place in the given order, and how like it is: 0–100."""

    index: int
    score: float


def fold(text: str) -> list[str]:
    """Return the skeletons of the text's words."""
    words = re.findall(r"\w+", re.sub("['’`]", "", one_alphabet(text).lower()))
    return [folded for word in words if (folded := _skeleton(word))]


def rank_places(typed: str, candidates: Sequence[Sequence[str]], limit: int = 8) -> list[Found]:
    """Return the candidates that have every word typed, the likest first; a candidate is its names and addresses.

    A word counts as had when it is the beginning of one of the candidate's, or like one. Words every place has («ЦОН»,
    «көшесі») tell nothing and are left out; where nothing else was typed, nothing is found.
    """
    wanted = [word for word in fold(typed) if word not in _TELL_NOTHING][:_MAX_WORDS]
    if not wanted:
        return []
    had = [frozenset(word for part in candidate for word in fold(part)) for candidate in candidates]
    vocabulary = sorted(frozenset[str]().union(*had))
    likeness = [_likeness(word, vocabulary) for word in wanted]
    scored = [Found(index, _score(words, likeness)) for index, words in enumerate(had)]
    return sorted((each for each in scored if each.score), key=lambda each: -each.score)[:limit]


def _likeness(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    """Return how like the typed word is to each word of the places, as far as it is like enough."""
    if word.isdigit():
        return {word: 100.0} if word in vocabulary else {}
    whole = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=_ENOUGH, limit=None)
    found = {match: score for match, score, _index in whole}
    if len(word) > 2:
        beginnings = [each[: len(word)] for each in vocabulary]
        for _match, score, index in process.extract(
            word, beginnings, scorer=fuzz.ratio, score_cutoff=_ENOUGH, limit=None
        ):
            longer = vocabulary[index]
            found[longer] = max(found.get(longer, 0.0), score - 1)
    return found


def _score(words: frozenset[str], likeness: Sequence[dict[str, float]]) -> float:
    """Return the mean likeness of the typed words, 0 when one of them is not had at all."""
    best = [max((likes[word] for word in words if word in likes), default=0.0) for likes in likeness]
    return sum(best) / len(best) if all(best) else 0.0


def _skeleton(word: str) -> str:
    folded = word.translate(_LETTERS)
    for letters, one in _DIGRAPHS.items():
        folded = folded.replace(letters, one)
    return re.sub(r"(.)\1+", r"\1", folded) if not folded.isdigit() else folded


_TELL_NOTHING = frozenset(fold(_COMMON))
