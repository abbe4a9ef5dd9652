"""What reading guides and answering quizzes remember."""

from collections.abc import Sequence

from dialogs.data import DialogData, Field


class GuidesData(DialogData):
    """The topic, the guide and the quiz by their names, and the way through the quiz."""

    reads_start_data = True

    topic = Field("topic", "")
    guide = Field("guide", "")
    quiz = Field("quiz", "")
    way: Field[Sequence[str]] = Field("way", (), write=list)
