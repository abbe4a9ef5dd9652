"""What a business action returned, as it is stored under its key (decision 0025)."""

from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache
from inspect import get_annotations
from typing import Any

from pydantic import TypeAdapter


def result_type(action: Callable[..., object]) -> type | None:
    """Return the frozen dataclass an action is annotated to return; None for one that returns nothing."""
    returned: type | None = get_annotations(action)["return"]
    if returned is not None and not is_dataclass(returned):
        raise TypeError(f"what is done once returns a dataclass or None, not {returned}")
    return returned


def to_stored(result: object, returned: type | None) -> dict[str, object]:
    """Return a result as JSON: its fields by their names, nothing for None."""
    stored: dict[str, object] = {} if returned is None else _form(returned).dump_python(result, mode="json")
    return stored


def from_stored(stored: dict[str, object], returned: type | None) -> Any:
    """Return the result that was stored; what an earlier release stored besides is left out."""
    return None if returned is None else _form(returned).validate_python(stored)


@cache
def _form(returned: type) -> TypeAdapter[Any]:
    return TypeAdapter(returned)
