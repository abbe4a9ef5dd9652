"""What a window can show, given beside its getter; ``tests/dialogs`` renders all of it in both languages."""

from collections.abc import Callable, Iterable
from inspect import signature
from typing import Any

from aiogram_dialog import DialogManager

from bot.context import turn_of

Shown = dict[str, Any]
"""A window's data."""


class Previews:
    """Every shape of a window: with and without its optional parts, each outcome, lists empty and full.

    ``make`` calls the function in which the getter ends, so a preview has what the getter returns; it is called with
    the reader's ``language`` when it asks for it. The framework's own preview shows the first one.
    """

    def __init__(self, make: Callable[..., Iterable[Shown]]) -> None:
        self.make = make
        self._is_spoken = "language" in signature(make).parameters

    def all_in(self, language: str) -> list[Shown]:
        """Return the data of each shape."""
        return list(self.make(language) if self._is_spoken else self.make())

    async def __call__(self, dialog_manager: DialogManager, **_data: Any) -> Shown:
        """Return the first shape."""
        return self.all_in(turn_of(dialog_manager).language)[0]
