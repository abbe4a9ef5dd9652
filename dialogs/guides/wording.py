"""The words of guides in the reader's language; fees in МРП are told in tenge of the day."""

from aiogram_dialog import DialogManager

from bot.context import services_of, texts_of, turn_of
from bot.domain.aid_lines import mci_on
from bot.domain.guide import MCI
from bot.domain.programme import BothLanguages
from bot.services.case_facts import today
from bot.services.estimates import mcis
from bot.texts import Money


def worded(manager: DialogManager, words: BothLanguages | None) -> str:
    """Return the words, or nothing; `{mci 0.25}` in them becomes the amount of today."""
    if words is None:
        return ""
    language = turn_of(manager).language
    mci = mci_on(mcis(), today(services_of(manager).now))

    def told(share: str) -> str:
        shown = share.replace(".", ",")
        if mci is None:
            return texts_of(manager).plain(language, "guide-mci-unknown", mci=shown)
        amount = Money(round(float(share) * mci))
        return texts_of(manager).plain(language, "guide-mci", mci=shown, amount=amount)

    return MCI.sub(lambda found: told(found[1]), str(getattr(words, language)))
