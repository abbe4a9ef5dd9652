"""Telegram objects as the JSON of the Bot API."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel


def to_json(value: BaseModel) -> dict[str, Any]:
    """Return one object with the Bot API's own names and without empty fields."""
    return value.model_dump(mode="json", by_alias=True, exclude_none=True)


def _inner(value: object) -> object:
    if isinstance(value, BaseModel):
        return to_json(value)
    raise TypeError(f"{type(value).__name__} is no JSON")


def encode(value: Mapping[str, Any]) -> str:
    """Return JSON text of a mapping that may hold Telegram objects at any depth; half a sign stays, escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_inner)
    if text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return json.dumps(value, separators=(",", ":"), default=_inner)
