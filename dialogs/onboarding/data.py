"""What the first contact remembers: what the person came for."""

from dialogs.data import DialogData, Field


class StartData(DialogData):
    """The payload of the link that was followed, or the words typed; it is opened or answered at the end."""

    reads_start_data = True

    wanted = Field("wanted", "")
    words = Field("words", "")
