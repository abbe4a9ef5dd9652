"""Whom and what the estimate's questions are about. Names and values lie in people's dialog state for months."""

from typing import TypedDict, cast

from aiogram_dialog import DialogManager


class EstimateData(TypedDict, total=False):
    """What a question is about; answers are on disk."""

    person: str
    """One of the family by their id; empty for somebody new."""
    relation: str
    kind: str
    """A kind of income."""
    whole_quarter: bool
    """Whether it is told as one sum."""


def data_of(manager: DialogManager) -> EstimateData:
    """Return what is remembered, to be read and changed."""
    return cast("EstimateData", manager.dialog_data)


def about(manager: DialogManager, person_id: str, relation: str) -> None:
    """Note whom the next questions are about; an empty ``person_id`` is somebody new."""
    data_of(manager).update({"person": person_id, "relation": relation})
