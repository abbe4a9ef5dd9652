"""A phrase as what the model counts: what its words mean, the words, their beginnings and insides, neighbours."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from bot.free_text.concepts import concepts

STEM = 5


class Feature(NamedTuple):
    """One thing a phrase has; `place` is the word that is to be named when it decides."""

    name: str
    place: int
    weight: float


def features(words: list[str]) -> Iterator[Feature]:
    """Yield every feature. Beginnings stand for stems: Kazakh and Russian put endings last."""
    meant = concepts(words)
    for name, place in meant:
        yield Feature(f"!{name}", place, 1.5)
    for (one, _), (other, place) in combinations(meant, 2):
        yield Feature(f"!{one}&{other}", place, 1.2)
    for at, word in enumerate(words):
        yield from _of_word(word, at)
    stems = [word[:STEM] for word in words]
    for at, stem in enumerate(stems):
        for after in range(at + 1, min(at + 4, len(stems))):
            first, second = sorted((stem, stems[after]))
            yield Feature(f"+{first} {second}", after, 0.5)


def _of_word(word: str, place: int) -> Iterator[Feature]:
    yield Feature(f"={word}", place, 0.8)
    for length in (3, 4, 5, 6):
        if len(word) > length:
            yield Feature(f"^{word[:length]}", place, 0.7)
    edged = f"<{word}>"
    for size in (3, 4):
        for start in range(len(edged) - size + 1):
            yield Feature(f"~{edged[start : start + size]}", place, 0.25)
