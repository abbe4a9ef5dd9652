"""What of a long row of cases runs on every change, and what only with the long tests (docs/testing.md)."""

from collections.abc import Iterable
from typing import Any

import pytest
from _pytest.mark import ParameterSet


def long(*values: Any) -> ParameterSet:
    """Leave this case to the long tests."""
    return pytest.param(*values, marks=pytest.mark.long)


def first_now(values: Iterable[Any]) -> list[Any]:
    """Run the first of them on every change, the others with the long tests."""
    first, *others = values
    return [first, *map(long, others)]
