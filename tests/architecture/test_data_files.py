"""One module knows where the project's folder is, so that files may move without losing their data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import data_files
from bot.data_files import DATA, ROOT, read_toml, regions, rows

ROOMS = ("bot", "handlers", "dialogs", "storage")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def _climbs(path: Path) -> Iterator[int]:
    """Yield the lines on which a module leaves its own folder to find a file."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Attribute):
            parents = ast.unparse(node).removeprefix("Path(__file__)")
            if parents in {".parent.parent", ".parents"}:
                yield node.lineno


def test_only_one_module_counts_folders_up_to_the_project() -> None:
    found = {path for path in MODULES if list(_climbs(path))}
    assert found == {Path(data_files.__file__)}


def test_the_tables_are_read_from_the_data() -> None:
    assert DATA.is_dir()
    assert rows("branches/regions.csv")[0].keys() >= {"kato", "name_kk", "name_ru"}
    assert list(regions()) == [row["kato"] for row in rows("branches/regions.csv")]
    assert read_toml("inquiries/duty.toml").keys() == {"from", "until"}


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-table"):
        rows("no-such-table.csv")
