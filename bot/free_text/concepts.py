"""Concepts: words of all languages that mean the same («отмен…», «болдырма…», «алып таста…» are `cancel`)."""

from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from bot.data_files import DATA
from bot.free_text.normalize import tokens

CONCEPTS = DATA / "free_text" / "concepts.ini"
ANCHORS = CONCEPTS.with_name("anchors.ini")
# Words of another world: never by a slip, so that none of ours is taken for one.
FOREIGN = "outside_word"
_EXACT, _FUZZY = 3, 5
# What may follow an abbreviation of two letters: «жк», «ипге».
_ENDINGS = frozenset({"", "га", "ге", "ка", "ке", "ди", "ти", "ни", "ша", "шку", "шник"})
Stem = tuple[str, ...]


@cache
def stems(path: Path = CONCEPTS) -> dict[Stem, tuple[str, ...]]:
    """Return which concepts each stem (of one word or several in a row) stands for."""
    found: dict[Stem, list[str]] = {}
    concept = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            concept = line.strip("[]")
        elif line and not line.startswith("#"):
            for typed in line.split():
                stem = tuple(tokens(typed.replace("_", " ")))
                if stem and concept not in found.setdefault(stem, []):
                    found[stem].append(concept)
    return {stem: tuple(names) for stem, names in found.items()}


def concepts(typed: list[str]) -> list[tuple[str, int]]:
    """Return `(concept, place of its last word)` for each concept a phrase has."""
    single, several = _by_length()
    found: dict[str, int] = {}
    for place, word in enumerate(typed):
        for name in _of_word(word, single):
            found.setdefault(name, place)
        for stem in several.get(word[:3], ()):
            if _row(stem, typed[place : place + len(stem)]):
                for name in stems()[stem]:
                    found.setdefault(name, place + len(stem) - 1)
    return sorted(found.items())


@cache
def _by_length() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[Stem, ...]]]:
    single = {stem[0]: names for stem, names in stems().items() if len(stem) == 1}
    several: dict[str, list[Stem]] = {}
    for stem in stems():
        if len(stem) > 1:
            several.setdefault(stem[0][:3], []).append(stem)
    return single, {start: tuple(found) for start, found in several.items()}


@cache
def _fuzzy_stems() -> tuple[str, ...]:
    return tuple(stem for stem, names in _by_length()[0].items() if len(stem) >= _FUZZY and FOREIGN not in names)


def _of_word(word: str, single: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the concepts of the longest stem the word begins with; else of the stem one slip away."""
    for length in range(len(word), 0, -1):
        names = single.get(word[:length])
        if names and (length >= _EXACT or word[length:] in _ENDINGS):
            return names
    if len(word) < _FUZZY:
        return ()
    for stem in _fuzzy_stems():
        if word[0] == stem[0] or word[1:3] == stem[1:3]:
            near = min(
                OSA.distance(word[:size], stem, score_cutoff=1) for size in (len(stem) - 1, len(stem), len(stem) + 1)
            )
            if near <= 1:
                return single[stem]
    return ()


def _row(stem: Stem, typed: list[str]) -> bool:
    return len(typed) == len(stem) and all(word.startswith(start) for word, start in zip(typed, stem, strict=True))


@cache
def anchors(path: Path = ANCHORS) -> dict[str, tuple[frozenset[str], ...]]:
    """Return for each intent the sets of concepts, one of which a phrase must have to be understood for sure."""
    rows = (line.split("=") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {intent.strip(): tuple(frozenset(one.split("+")) for one in needed.split()) for intent, needed in rows}
