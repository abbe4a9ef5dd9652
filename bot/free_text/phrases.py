"""The phrases people use, by intent: `data/free_text/*.txt`. `[intent]` begins a list; `(a|b)` stands for either
word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import product
from pathlib import Path

from bot.data_files import DATA

PHRASES = DATA / "free_text"
OUTSIDE = "outside"
_CHOICE = re.compile(r"\(([^()]*)\)")


class PhraseError(Exception):
    """A file of phrases is not what it should be, and which line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: all its phrases mean the same and are never parted between learning and checking."""

    intent: str
    phrases: tuple[str, ...]


def read_lines(folder: Path = PHRASES) -> list[Line]:
    """Return every line of every file in order. Raises PhraseError with the file and the line."""
    return [line for path in sorted(folder.glob("*.txt")) for line in _file(path)]


@cache
def digest(folder: Path = PHRASES) -> str:
    """Return what tells whether the phrases are those the model was made from."""
    return sha256(b"\0".join(path.read_bytes() for path in sorted(folder.glob("*.[ti][xn][ti]")))).hexdigest()


def _file(path: Path) -> Iterator[Line]:
    intent = ""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = text.strip()
        if line.startswith("["):
            intent = line.strip("[]")
        elif line:
            if not intent or line.count("(") != line.count(")"):
                raise PhraseError(f"{path.name}:{number}: {line}")
            yield Line(intent, expand(line))


def expand(line: str) -> tuple[str, ...]:
    """Return every phrase a line with `(a|b)` stands for."""
    parts = _CHOICE.split(line)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return tuple(" ".join("".join(chosen).split()) for chosen in product(*choices))
