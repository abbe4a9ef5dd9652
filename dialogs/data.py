"""What a conversation remembers between its screens: typed fields over the JSON that is stored with it.

A subject lists its fields in ``dialogs/<subject>/data.py``. They are read by whichever release comes next, so their
names never change, and what another release left out or wrote in another form is no error: the default is read.
"""

from collections import ChainMap
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from types import EllipsisType
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from aiogram_dialog import DialogManager

from bot.texts import TextRef, from_json, to_json

FRAMEWORK_NAMES = frozenset({"dialog_data", "start_data", "middleware_data", "event"})
"""What aiogram-dialog adds to the data of every window."""

Value = TypeVar("Value")
Word = TypeVar("Word", bound=StrEnum)


class LostDataError(LookupError):
    """The conversation does not hold what its screen is about; it ends as one that is lost (pitfall 3)."""


class DialogData:
    """What one conversation remembers; what is set is stored with the update that sets it."""

    reads_start_data: ClassVar[bool] = False
    """Whether conversations may still be open that were begun before `begin` took over what the dialog is opened
    with."""

    def __init__(self, manager: DialogManager) -> None:
        started = manager.start_data if self.reads_start_data else None
        self.kept: ChainMap[str, Any] = ChainMap(manager.dialog_data, started if isinstance(started, dict) else {})

    def __contains__(self, field: "Field[Any]") -> bool:
        return field.key in self.kept

    def clear(self) -> None:
        """Forget everything."""
        for place in self.kept.maps:
            place.clear()


class Field(Generic[Value]):
    """One remembered value under the name ``key``; ``read`` and ``write`` turn JSON into it and back.

    A field without ``default`` is what a screen is about: where it is lacking, ``LostDataError`` ends the conversation.
    """

    def __init__(
        self,
        key: str,
        default: Value | EllipsisType = ...,
        *,
        read: Callable[[Any], Value] = lambda value: value,
        write: Callable[[Value], Any] = lambda value: value,
    ) -> None:
        self.key = key
        self._default = default
        self._read = read
        self._write = write

    @overload
    def __get__(self, data: None, owner: type[DialogData]) -> Self: ...
    @overload
    def __get__(self, data: DialogData, owner: type[DialogData]) -> Value: ...
    def __get__(self, data: DialogData | None, owner: type[DialogData]) -> Self | Value:
        if data is None:
            return self
        with suppress(KeyError, TypeError, ValueError):
            return self._read(data.kept[self.key])
        if isinstance(self._default, EllipsisType):
            raise LostDataError(self.key)
        return self._default

    def __set__(self, data: DialogData, value: Value) -> None:
        data.kept[self.key] = self._write(value)

    def __delete__(self, data: DialogData) -> None:
        for place in data.kept.maps:
            place.pop(self.key, None)

    def stored(self, value: Value) -> dict[str, Any]:
        """Return the data by which a dialog is opened with this value."""
        return {self.key: self._write(value)}


def word_field(key: str, kind: type[Word], default: Word | EllipsisType = ...) -> Field[Word]:
    """Return a field of one of the words of a list."""
    return Field(key, default, read=kind, write=str)


def text_field(key: str) -> Field[TextRef]:
    """Return a field of a text with its values."""
    return Field(key, read=text_from_json, write=text_to_json)


def text_to_json(text: TextRef | None) -> Any:
    """Make a text storable."""
    return to_json({"": text})[""]


def text_from_json(stored: Any) -> TextRef:
    """Return a stored text; raise TypeError for anything else."""
    text = from_json({"": stored})[""]
    if not isinstance(text, TextRef):
        raise TypeError(stored)
    return text


async def begin(start_data: Any, manager: DialogManager) -> None:
    """Take over what the dialog was opened with: ``on_start`` of every dialog that is opened with anything."""
    if isinstance(start_data, dict):
        manager.dialog_data.update(start_data)
