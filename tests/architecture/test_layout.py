"""Folders in which a stranger finds what they look for, and words that are kept to (docs/glossary.md)."""

import re
from collections import Counter
from pathlib import Path

from bot.data_files import ROOT

ROOMS = ("bot", "handlers", "dialogs", "storage", "simulator", "tests", "bench")
MOST = 20
REVISIONS = Path("storage/migrations/versions")
"""One after the other, for ever; none is edited once it has landed."""
_FOUND = [path.relative_to(ROOT) for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
SOURCES = [path for path in _FOUND if path.parent != REVISIONS]
_ONE_OF_TWO = re.compile(r"(?<![a-z])(he|him|his|himself|she|her|hers|herself)(?![a-z])", re.IGNORECASE)
"""Names of tests count, too."""


def test_no_folder_holds_more_than_can_be_looked_through() -> None:
    held = Counter(path.parent for path in SOURCES if path.name != "__init__.py")
    assert len(held) > 100
    assert {str(folder): count for folder, count in held.items() if count > MOST} == {}


def test_people_are_spoken_of_as_they() -> None:
    found = [
        f"{path}:{number}: {line.strip()}"
        for path in SOURCES
        if path != Path(__file__).relative_to(ROOT)
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if _ONE_OF_TWO.search(line)
    ]
    assert found == []
