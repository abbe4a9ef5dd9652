"""Catching what a reader refuses."""

from typing import Any

import pytest

from bot.domain.errors import InvalidInput


def slip(parse: Any, typed: str, **options: Any) -> str:
    """Return the code of the refusal."""
    with pytest.raises(InvalidInput) as caught:
        parse(typed, **options)
    return caught.value.code
