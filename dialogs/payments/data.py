"""What the dialog of the payment remembers between its screens; dialog state is stored encrypted."""

from bot.domain.people.identifiers import Iin
from dialogs.data import DialogData, Field


class PaymentData(DialogData):
    """The question that is read, the ИИН until it is proved, and the payment proved to be the person's."""

    topic = Field[str]("topic")
    iin = Field[Iin]("iin")
    payment_id = Field[int]("payment_id")
