"""What binding a staff chat remembers: the answers, and the code that was made of them."""

from dialogs.data import DialogData, Field


class BindingData(DialogData):
    """Role and region of the group (None: the whole country), the code and when it lapses."""

    role = Field[str]("role")
    region = Field[str | None]("region")
    code = Field[str]("code")
    expires_at = Field[int]("expires_at")
