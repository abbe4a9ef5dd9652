"""What the screens of one's applications remember: which one, and what was said on them."""

from dialogs.data import DialogData, Field


class CaseData(DialogData):
    """The application, its obligation by number, and how many answers were sent."""

    case = Field[int]("case")
    obligation = Field[int]("duty")
    sent = Field("sent", 0)
