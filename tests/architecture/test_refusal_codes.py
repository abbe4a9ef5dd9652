"""Every code with which a rule says no is asserted by a test that has it raised.

The codes are the texts ``refusal-…`` and ``error-…``: the text checker holds them to what the code raises
(``bot.texts.check``). A code counts as asserted where it stands in a call or a comparison of a test: as what is
expected of a ``Refusal``, or as the text a person sees. A list of codes that nothing compares with does not count.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bot.data_files import ROOT

_KEY = re.compile(r"^(?:refusal|error)-([a-z0-9_-]+) *=", re.MULTILINE)


def test_every_refusal_is_raised_by_a_test() -> None:
    asserted = set(_asserted())
    missing = [code for code in sorted(_codes()) if not asserted & {code, f"refusal-{code}", f"error-{code}"}]
    assert missing == []


def test_codes_in_a_list_alone_do_not_count() -> None:
    listed = ast.parse('CODES = ["a-b"]\n"""a-c"""\n# a-d')
    assert list(_words(listed)) == []
    used = ast.parse('async def test() -> None:\n    assert refused == "a-b"\n    sees("error-a-c", max=3)')
    assert set(_words(used)) == {"a-b", "error-a-c"}


def _codes() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "locales" / "ru").glob("*.ftl"))
    return {code for text in texts for code in _KEY.findall(text)}


def _asserted() -> Iterator[str]:
    for path in (ROOT / "tests").rglob("*.py"):
        if path != Path(__file__):
            yield from _words(ast.parse(path.read_text(encoding="utf-8")))


def _words(tree: ast.Module) -> Iterator[str]:
    """Return the words of every text that stands in a call, a comparison or the rounds of a loop."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call | ast.Compare | ast.For):
            for part in ast.walk(node.iter if isinstance(node, ast.For) else node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield from part.value.split()
