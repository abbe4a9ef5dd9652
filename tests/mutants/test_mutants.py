"""The mutation run itself: what it changes, what it leaves alone, and a list of equivalents that is not out of date."""

import ast
from pathlib import Path

import pytest

from tests.mutants.__main__ import ROOT
from tests.mutants.covering import Covering
from tests.mutants.equivalent import FILE, Equivalents
from tests.mutants.loading import Place
from tests.mutants.sites import changed, sites
from tests.mutants.trying import End, Trial, try_all

SOURCE = '''"""A module."""

KEEP = 2 * 30


async def rule(count: int = 1) -> bool:
    """Say so."""
    if count < KEEP and not is_late(count):
        raise Refusal("late")
    log.info("fine")
    await tell(count)
    return count == 3
'''


def test_every_site_is_changed_once_and_alone() -> None:
    found = sites(SOURCE)
    assert [(site.line, site.operator, site.change) for site in found] == [
        (3, "sum", "2 * 30 → 2 + 30"),
        (3, "number", "2 → 3"),
        (3, "number", "2 → 1"),
        (3, "number", "30 → 31"),
        (3, "number", "30 → 29"),
        (6, "number", "1 → 2"),
        (6, "number", "1 → 0"),
        (8, "and-or", "count < KEEP and (not is_late(count)) → or"),
        (8, "edge", "count < KEEP → count <= KEEP"),
        (8, "not", "not is_late(count) → is_late(count)"),
        (9, "removed", "- raise Refusal('late')"),
        (11, "removed", "- await tell(count)"),
        (12, "return", "return count == 3 → return None"),
        (12, "edge", "count == 3 → count != 3"),
        (12, "number", "3 → 4"),
        (12, "number", "3 → 2"),
    ]
    assert [site.function for site in found] == [*[""] * 7, *["rule"] * 9]
    whole = ast.unparse(ast.parse(SOURCE)).splitlines()
    for number in range(len(found)):
        lines = ast.unparse(changed(SOURCE, number)).splitlines()
        assert len([1 for old, new in zip(whole, lines, strict=True) if old != new]) == 1
    with pytest.raises(IndexError):
        changed(SOURCE, len(found))


def test_conditions_of_sql_are_changed_and_left_out() -> None:
    source = "SQL = \"DELETE FROM t WHERE at < ? AND state = 'done' ORDER BY id DESC\""
    texts = [ast.unparse(changed(source, number)) for number in range(len(sites(source)))]
    assert texts == [
        "SQL = \"DELETE FROM t WHERE at <= ? AND state = 'done' ORDER BY id DESC\"",
        "SQL = \"DELETE FROM t WHERE at < ? OR state = 'done' ORDER BY id DESC\"",
        "SQL = \"DELETE FROM t WHERE at < ? AND state = 'done' ORDER BY id ASC\"",
        "SQL = 'DELETE FROM t WHERE at < ? ORDER BY id DESC'",
    ]
    assert sites('A = "SELECT it < ? AND go"') != []
    assert sites('A = "a < b"') == []


def test_a_mutant_that_a_test_notices_is_killed_and_another_lives(tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text("def is_over(count: int) -> bool:\n    return count > 3\n", encoding="utf-8")
    (tmp_path / "test_rule.py").write_text(
        "import sys\nsys.path.insert(0, '.')\nfrom rule import is_over\n\n"
        "def test_over():\n    assert is_over(5)\n\ndef test_edge():\n    assert not is_over(3)\n",
        encoding="utf-8",
    )
    edge = next(n for n, site in enumerate(sites((tmp_path / "rule.py").read_text())) if site.operator == "edge")
    tests = ([f"test_rule.py::{name}"] for name in ("test_over", "test_edge"))
    trials = [Trial(Place("rule.py", edge), test, 60) for test in tests]
    assert try_all(tmp_path, [*trials, Trial(Place("rule.py", edge), [], 60)], jobs=1) == [
        End.SURVIVED,
        End.KILLED,
        End.UNTRIED,
    ]


def test_a_mutant_meets_the_tests_of_its_function_those_of_little_else_first() -> None:
    functions = {"f": ["slow", "wide", "quick"], "g": ["other", "wide"], "h": ["wide"]}
    covering = Covering({"a.py": functions}, {"slow": 2.0, "quick": 0.1, "other": 0.5, "wide": 0.0})
    assert covering.of("a.py", "f") == ["quick", "slow", "wide"]
    assert covering.of("a.py", "") == ["quick", "other", "slow", "wide"]
    assert covering.of("b.py", "f") == []


def test_of_a_constant_those_tests_come_first_that_run_what_uses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.py").write_text(
        "KEEP = 2\nSPAN = KEEP * 3\n\ndef late():\n    return SPAN\n\ndef other():\n    return 1\n\n"
        "class Rule:\n    def kept(self):\n        return KEEP\n",
        encoding="utf-8",
    )
    functions = {"late": ["late"], "other": ["other"], "Rule.kept": ["kept"]}
    covering = Covering({"a.py": functions}, dict.fromkeys(("late", "other", "kept"), 0.1))
    assert covering.of("a.py", "", 1) == ["kept", "late"]
    assert covering.of("a.py", "", 2) == ["late"]
    assert covering.of("a.py", "", 99) == ["kept", "late", "other"]


def test_no_equivalent_is_out_of_date() -> None:
    equivalents = Equivalents.read(FILE)
    for file in {entry[0] for entry in equivalents.entries}:
        text = (ROOT / file).read_text(encoding="utf-8")
        for site in sites(text):
            equivalents.has(file, site, text.splitlines()[site.line - 1].strip())
    found = {(file, site.change) for file, site in equivalents.matched}
    assert {(file, change) for file, _line, change in equivalents.entries} <= found
