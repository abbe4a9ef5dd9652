"""Whom and what the estimate's questions are about; answers are on disk."""

from aiogram_dialog import DialogManager

from dialogs.data import DialogData, Field


class EstimateData(DialogData):
    """One of the family by their id, empty for somebody new; a kind of income, and whether it is told as one sum."""

    person = Field[str]("person")
    relation = Field("relation", "")
    kind = Field[str]("kind")
    whole_quarter = Field("whole_quarter", default=False)


def about(manager: DialogManager, person_id: str, relation: str) -> None:
    """Note whom the next questions are about; an empty ``person_id`` is somebody new."""
    data = EstimateData(manager)
    data.person, data.relation = person_id, relation
