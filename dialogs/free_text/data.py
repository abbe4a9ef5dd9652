"""What the screens of what was typed freely remember."""

from typing import Any

from bot.texts import TextRef
from dialogs.data import DialogData, Field, text_from_json, text_to_json

Buttons = tuple[tuple[str, TextRef], ...]
"""Links with their labels."""


def _read(stored: Any) -> Buttons:
    return tuple((link, text_from_json(label)) for link, label in stored)


def _write(buttons: Buttons) -> list[list[Any]]:
    return [[link, text_to_json(label)] for link, label in buttons]


class UnderstoodData(DialogData):
    """What is offered, by which words, and whether a screen waits below; what was searched for."""

    reads_start_data = True

    words = Field[str]("words")
    buttons = Field("buttons", read=_read, write=_write)
    back = Field("back", default=False)
    query = Field("query", "")
