"""What the screen at the entrance remembers: where it is, what was told, whether one may join the line."""

from bot.texts import TextRef
from dialogs.data import DialogData, Field, text_from_json, text_to_json


class ArrivalData(DialogData):
    """What became of the scan."""

    branch = Field[int]("branch")
    joins = Field("joins", default=False)
    words = Field[TextRef](
        "words",
        read=lambda stored: text_from_json(stored["words"]),
        write=lambda words: {"words": text_to_json(words)},
    )
