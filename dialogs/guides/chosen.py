"""Which guide is being read, and its words in the reader's language."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from bot.domain.guides.guide import Guide
from bot.services.guides.library import find_guide, load_guides
from bot.texts import LocalDate, Texts
from dialogs.guides.data import GuidesData
from dialogs.guides.leading import labelled
from dialogs.guides.wording import Reader, reader_of
from dialogs.samples import TODAY
from dialogs.widgets.preview import Shown


def chosen_guide(manager: DialogManager) -> Guide:
    """Return the guide that is being read."""
    # A guide taken out of the data since the screen was drawn: the first one is better than an error.
    return find_guide(GuidesData(manager).guide) or load_guides()[0]


async def chosen(dialog_manager: DialogManager, **_data: Any) -> Shown:
    """Return the guide's words and the links it leads to."""
    return guide_shown(chosen_guide(dialog_manager), reader_of(dialog_manager))


def guide_shown(guide: Guide, reader: Reader) -> Shown:
    """Return the words and links of a guide for its reader."""
    return {
        "title": reader.worded(guide.title),
        "answer": reader.worded(guide.answer),
        "fee": reader.worded(guide.fee),
        "term": reader.worded(guide.term),
        "changed": reader.worded(guide.changed),
        "as_of": LocalDate.of(guide.as_of),
        "source": reader.worded(guide.source),
        "stale": guide.review_by is not None and guide.review_by <= reader.day,
        "link": guide.link or "",
        "leads": labelled(guide.actions, reader.language),
    }


def chosen_previews(texts: Texts, language: str) -> Iterator[Shown]:
    """Return every guide as it is read now, and when it may be out of date."""
    for day in (TODAY, date.max):
        yield from (guide_shown(guide, Reader(texts, language, day)) for guide in load_guides())
