"""What writing to the staff remembers: the answers so far, and which inquiry is read."""

from collections.abc import Sequence

from bot.domain.inquiries import InquiryKind
from dialogs.data import DialogData, Field, word_field


class InquiryData(DialogData):
    """The answers of an inquiry being written, the places found for it; the one sent, and whether more was said."""

    reads_start_data = True

    kind = word_field("kind", InquiryKind, InquiryKind.QUESTION)
    ground: Field[str | None] = Field("ground", None)
    found: Field[Sequence[int]] = Field("found", (), write=list)
    branch: Field[int | None] = Field("branch", None)
    inside = Field("inside", default=False)
    words = Field("words", "")
    photo = Field("photo", "")
    address = Field("address", "")
    phone = Field("phone", "")
    inquiry = Field("inquiry", 0)
    said = Field("said", default=False)
