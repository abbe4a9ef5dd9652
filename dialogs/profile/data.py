"""What the profile remembers between its screens."""

from bot.domain.people.consents import Purpose
from dialogs.data import DialogData, Field


class ProfileData(DialogData):
    """The purpose whose consent is about to be taken back; None for all of them."""

    purpose: Field[Purpose | None] = Field(
        "purpose", None, read=Purpose, write=lambda purpose: purpose and str(purpose)
    )
