"""What a file that moves would break without a type checker's word: names of modules inside strings."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bot import data_files
from bot.data_files import ROOT

ROOMS = ("bot", "handlers", "dialogs", "storage", "simulator", "tests", "bench")
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _names_a_module(text: str) -> bool:
    """Tell whether the whole text is a dotted name that begins with a module of ours."""
    room, *rest = text.split(".")
    if room not in ROOMS or not rest or not all(part.isidentifier() for part in rest):
        return False
    beside = ROOT / room / rest[0]
    return beside.is_dir() or beside.with_suffix(".py").exists()


def test_no_string_names_a_module() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in SOURCES
        for line, text in _strings(path)
        if _names_a_module(text)
    ]
    assert found == [], "import the module and name it by its __name__, or patch the object itself"


def test_such_a_name_would_be_seen() -> None:
    assert _names_a_module(data_files.__name__)
    assert not _names_a_module("bot.sqlite")
