"""What a dialog remembers is declared with its types in one module; nobody beside it names it by a string."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dialogs
from tests.architecture.stored_names.dialog_data import KEPT, typed_names

DIALOGS = Path(dialogs.__file__).parent
TYPED = sorted(typed_names())


def _named(source: str) -> Iterator[int]:
    """Yield the lines that reach for the data itself."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in KEPT:
            yield node.lineno


def test_the_packages_of_forms_declare_what_they_remember() -> None:
    assert {"applications", "eligibility", "forms", "payment_applications"} <= set(TYPED)


@pytest.mark.parametrize("package", TYPED)
def test_declared_data_is_reached_by_its_declaration_alone(package: str) -> None:
    others = [path for path in (DIALOGS / package).glob("*.py") if path.name != "data.py"]
    assert others
    assert {path.name: lines for path in others if (lines := list(_named(path.read_text(encoding="utf-8"))))} == {}


def test_reaching_for_it_would_be_seen() -> None:
    assert list(_named('async def back(manager):\n    manager.dialog_data["edit"] = False\n')) == [2]
