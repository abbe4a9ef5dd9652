"""SQL stands in storage and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.data_files import ROOT

_SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ATTACH|PRAGMA)\s", re.ASCII)


def _statements(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value):
            yield node.lineno, node.value.strip().partition("\n")[0]


@pytest.mark.parametrize("room", ["bot", "handlers", "dialogs"])
def test_no_sql_outside_storage(room: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {statement}"
        for path in sorted(Path(ROOT / room).rglob("*.py"))
        for line, statement in _statements(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_statement_would_be_seen() -> None:
    assert list(_statements('rows = await db.all(\n    "SELECT id FROM seat"\n)')) == [(2, "SELECT id FROM seat")]
    assert list(_statements('f"UPDATE {table} SET state = 1"'))
