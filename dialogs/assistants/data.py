"""What filing for others, and taking a case over, remember between their screens."""

from dialogs.data import DialogData, Field, text_field


class AssistanceData(DialogData):
    """What came of an invitation; the client and a new one's name; the code of a slip."""

    words = text_field("words")
    client = Field[int]("client")
    name = Field[str]("name")
    code = Field[str]("code")
