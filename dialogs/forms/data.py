"""Which question of a form is on the screen; answers are on disk."""

from dialogs.data import DialogData, Field


class PositionData(DialogData):
    """The question, the one of the family it is about, and whether it was opened to correct its answer."""

    field = Field[str]("field")
    member = Field("member", "")
    edit = Field("edit", default=False)
