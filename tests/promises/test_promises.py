"""The table of promises: what it names is there, the page says the same, and a report is read as it is."""

import ast
import re
from itertools import chain

import pytest

from bot.data_files import ROOT
from tests.promises.measuring import measured
from tests.promises.table import PROMISES, Promise


def test_the_page_tells_each_promise_in_the_same_order() -> None:
    page = (ROOT / "docs/promises.md").read_text()
    told = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    assert [promise.words for promise in PROMISES] == [words for words in told if words not in {"promise", "---"}]


@pytest.mark.parametrize("test", sorted(set(chain.from_iterable(promise.tests for promise in PROMISES))))
def test_what_shows_a_promise_is_there(test: str) -> None:
    path, _, name = test.partition("::")
    tree = ast.parse((ROOT / path).read_text())
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert any(each.startswith(name or "test_") for each in names)


REPORT = """<testsuites><testsuite>
<testcase classname="tests.a" name="test_one[1]"><properties><property name="lost" value="2"/></properties></testcase>
<testcase classname="tests.a" name="test_one[2]"><properties><property name="lost" value="3"/></properties></testcase>
<testcase classname="tests.a" name="test_two"><failure/></testcase>
<testcase classname="tests.b" name="test_one"><skipped/></testcase>
</testsuite></testsuites>"""


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        (Promise("", ("tests/a.py::test_one",), ("lost",)), ("lost: 5", True)),
        (Promise("", ("tests/a.py::test_one",), ("found",)), ("found: not measured", True)),
        (Promise("", ("tests/a.py",)), ("2 of 3 tests", False)),
        (Promise("", ("tests/b.py",)), ("0 of 1 tests", False)),
        (Promise("", ("tests/a.py::test_one", "tests/c.py")), ("2 of 2 tests", False)),
        (Promise("", ("tests/c.py",)), ("0 of 0 tests", False)),
    ],
)
def test_a_report_is_read(promise: Promise, told: tuple[str, bool]) -> None:
    assert measured(promise, REPORT) == told


PAGES = ("docs/promises.md", "docs/threat-model.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_test_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"`((?:bot|handlers|storage|tests)/[\w/.]+)(?:::(\w+))?`", (ROOT / page).read_text())
    assert named
    missing = [
        (path, name)
        for path, name in named
        if not (ROOT / path).exists() or (name and f"def {name}(" not in (ROOT / path).read_text())
    ]
    assert missing == []
