"""What applying for a payment remembers beside the question."""

from dialogs.data import DialogData, Field


class PaymentApplicationData(DialogData):
    """The programme, the application, and one's own that exists already: nought where it is another's."""

    programme = Field[str]("programme")
    application = Field[int]("application")
    standing = Field("standing", 0)
