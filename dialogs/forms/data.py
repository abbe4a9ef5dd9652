"""Which question of a form is on the screen; answers are on disk."""

from dialogs.data import DialogData, Field


class PositionData(DialogData):
    """The question, the one of the family it is about, whether it was opened to correct its answer, and
    a whole name whose parts are to be confirmed, and whether one went back to it."""

    field = Field[str]("field")
    member = Field("member", "")
    edit = Field("edit", default=False)
    name = Field("name", "")
    back = Field("back", default=False)
