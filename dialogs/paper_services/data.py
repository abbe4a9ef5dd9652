"""What choosing a paper service remembers: the kind of services, or what was typed."""

from bot.domain.branches.branches import PaperServiceSection
from dialogs.data import DialogData, Field, word_field


class PaperServicesData(DialogData):
    """Which services are listed."""

    section = word_field("section", PaperServiceSection)
    typed = Field[str]("typed")
