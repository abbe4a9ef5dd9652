"""Mutants that change nothing anybody could see: named by file, line and change, each with its reason."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutants.sites import Site

FILE = Path(__file__).parent / "equivalent.toml"


@dataclass(slots=True)
class Equivalents:
    """The list; ``matched`` are the sites that were found in it."""

    entries: set[tuple[str, str, str]]
    matched: set[tuple[str, Site]] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path = FILE) -> "Equivalents":
        """Read it; every entry says why."""
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
        for entry in entries:
            if not entry["why"].strip():
                raise ValueError(f"no reason for {entry}")
        return cls({(entry["file"], entry["line"], entry["change"]) for entry in entries})

    def has(self, file: str, site: Site, line: str) -> bool:
        """Tell whether it is in the list: by the words of its line, which survive a move."""
        found = (file, line, site.change) in self.entries
        if found:
            self.matched.add((file, site))
        return found
