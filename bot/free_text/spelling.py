"""Whether two words in skeleton spelling are one: a slip, an ending, a beginning."""

from functools import lru_cache

from rapidfuzz.distance import OSA, Prefix

_LONGEST_ENDING = 4


@lru_cache(maxsize=16384)
def alike(typed: str, word: str) -> bool:
    """Tell whether what was typed is the word: shortened, with another ending, or with a slip."""
    if typed == word:
        return True
    if not (typed.isalpha() and word.isalpha()):
        return False
    shorter, longer = sorted((len(typed), len(word)))
    if shorter >= 3 and (word.startswith(typed) or (typed.startswith(word) and longer - shorter <= _LONGEST_ENDING)):
        return True
    return _other_ending(typed, word, longer) or (shorter >= 4 and _slip(typed, word, longer))


def _other_ending(typed: str, word: str, longer: int) -> bool:
    common = Prefix.similarity(typed, word)
    return common >= 4 and longer - common <= 3 and longer <= common * 2 - 2


def _slip(typed: str, word: str, longer: int) -> bool:
    allowed = 1 if longer < 9 else 2
    return abs(len(typed) - len(word)) <= allowed and OSA.distance(typed, word, score_cutoff=allowed) <= allowed
