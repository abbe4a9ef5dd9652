"""The words of guides in the reader's language; fees in МРП are told in tenge of the day."""

from dataclasses import dataclass
from datetime import date

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of, texts_of
from bot.domain.eligibility.poverty_lines import mci_on
from bot.domain.guides.guide import MCI
from bot.domain.payments.programmes import BothLanguages
from bot.services.calendar import today
from bot.services.eligibility import mcis
from bot.texts import Money, Texts


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads a guide, and the day of it."""

    texts: Texts
    language: str
    day: date

    def worded(self, words: BothLanguages | None) -> str:
        """Return the words, or nothing; `{mci 0.25}` in them becomes the amount of the day."""
        return MCI.sub(lambda found: self._mci(found[1]), str(getattr(words, self.language))) if words else ""

    def _mci(self, share: str) -> str:
        shown, mci = share.replace(".", ","), mci_on(mcis(), self.day)
        if mci is None:
            return self.texts.plain(self.language, "guide-mci-unknown", mci=shown)
        amount = Money(round(float(share) * mci))
        return self.texts.plain(self.language, "guide-mci", mci=shown, amount=amount)


def reader_of(manager: DialogManager) -> Reader:
    """Return who reads the screen."""
    return Reader(texts_of(manager), context_of(manager).language, today(services_of(manager).now))
