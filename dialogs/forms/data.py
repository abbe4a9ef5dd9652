"""Which question is on the screen. Names and values lie in people's dialog state for months; answers are on disk."""

from typing import TypedDict, cast

from aiogram_dialog import DialogManager


class Position(TypedDict, total=False):
    """Where a person is in a form."""

    field: str
    member: str
    """The one of the family the question is about; empty for the form itself."""
    edit: bool
    """Whether the question was opened to correct its answer."""


def position_of(manager: DialogManager) -> Position:
    """Return the position, to be read and changed."""
    return cast("Position", manager.dialog_data)
