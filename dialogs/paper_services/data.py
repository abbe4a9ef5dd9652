"""What choosing a paper service remembers: the kind of services, or what was typed."""

from bot.domain.branches.branches import AppealSection
from dialogs.data import DialogData, Field, word_field


class PaperServicesData(DialogData):
    """Which services are listed."""

    section = word_field("section", AppealSection)
    typed = Field[str]("typed")
