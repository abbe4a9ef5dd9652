"""Reading what Telegram sends although its models refuse a part: whatever is added there tomorrow must not mute today
(aiogram/aiogram#1840, #1561).
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, TypeVar

from aiogram import Bot
from pydantic import BaseModel, ValidationError

_MOST_PARTS = 64
Read = TypeVar("Read", bound=BaseModel)


def read(model: type[Read], raw: dict[str, Any], bot: Bot) -> tuple[Read, list[str]]:
    """Return an object, and the names of the parts without which alone it could be read.

    What is left out is the smallest part around what is refused; never what stands right in ``raw``, nor an item of a
    list that stands there. Raises ValidationError when that does not help.
    """
    left_out: list[str] = []
    while True:
        try:
            return model.model_validate(raw, context={"bot": bot}), left_out
        except ValidationError as error:
            path = _refused_part(raw, error.errors(include_url=False, include_input=False)[0]["loc"])
            if len(left_out) == _MOST_PARTS or len(path) < 2:
                raise
            raw = raw if left_out else deepcopy(raw)
            around = _at(raw, path[:-1])
            if len(path) == 2 and isinstance(around, list):
                raise
            del around[path[-1]]
            left_out.append(".".join(map(str, path)))


def _refused_part(raw: Any, location: Sequence[int | str]) -> list[int | str]:
    """Return the way to the deepest part that is there; locations also name the models of a choice of models."""
    path: list[int | str] = []
    here = raw
    for step in location:
        is_there = (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int))
        if is_there:
            here = here[step]
            path.append(step)
    return path


def _at(raw: Any, path: Sequence[int | str]) -> Any:
    for step in path:
        raw = raw[step]
    return raw
