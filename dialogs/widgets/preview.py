"""What a window can show, given beside its getter; ``tests/dialogs`` renders all of it in both languages."""

from collections.abc import Callable, Iterable
from inspect import signature
from typing import Any

from aiogram_dialog import DialogManager

from bot.context import context_of, texts_of

Shown = dict[str, Any]
"""A window's data."""


class Previews:
    """Every shape of a window: with and without its optional parts, each outcome, lists empty and full.

    ``make`` calls the function in which the getter ends, so a preview has what the getter returns; it is given the
    reader's ``language`` and the ``texts`` when it asks for them. The framework's own preview shows the first one.
    """

    def __init__(self, make: Callable[..., Iterable[Shown]]) -> None:
        self.make = make
        self._wanted = signature(make).parameters

    def all_for(self, manager: DialogManager) -> list[Shown]:
        """Return the data of each shape."""
        given = {"language": context_of(manager).language, "texts": texts_of(manager)}
        return list(self.make(**{name: value for name, value in given.items() if name in self._wanted}))

    async def __call__(self, dialog_manager: DialogManager, **_data: Any) -> Shown:
        """Return the first shape."""
        return self.all_for(dialog_manager)[0]
