"""What applying remembers beside the question: what for, and what the form's own screens are about."""

from collections.abc import Mapping, Sequence

from bot.domain.cases.case import AID
from dialogs.data import DialogData, Field


class ApplicationData(DialogData):
    """The service, and the case whose reminder it was opened by; whose income of which kind, in which month of the
    quarter from nought; what was found about the pages of a paper; what is being submitted, or exists already.
    """

    reads_start_data = True

    service = Field("service", AID)
    renewed: Field[int | None] = Field("renewed", None)
    person = Field[str]("person")
    kind = Field[str]("kind")
    month = Field[int]("month")
    flaws: Field[Mapping[str, Sequence[str]]] = Field("flaws", {})
    application = Field[int]("application")
    number = Field[str]("number")
