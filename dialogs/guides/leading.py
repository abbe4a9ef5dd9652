"""Buttons of guides and quizzes that lead on, by the deep links they name."""

from collections.abc import Iterable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.services.guides.library import find_guide, find_quiz
from bot.texts import TextRef
from dialogs.widgets.link_button import open_link
from dialogs.widgets.text import ItemText

LABELS = {
    "book": "guide-book",
    "service": "guide-book",
    "aid": "guide-aid",
    "appeal": "guide-appeal",
    "eligibility": "guide-eligibility",
    "payment": "guide-payment",
    "applications": "guide-applications",
    "places": "guide-places",
    "inquiry_complaint": "guide-complain",
    "inquiry_home_visit": "guide-home-visit",
    "inquiry_question": "wish-operator",
}
"""What a button says, by the name of its link; a guide and a quiz say their titles."""


def labelled(links: Iterable[str], language: str) -> list[tuple[str, TextRef | str]]:
    """Return the links with what their buttons say."""
    return [(link, label_of(link, language)) for link in links]


def label_of(link: str, language: str) -> TextRef | str:
    """Return what the button says; raise KeyError for a link no guide may have."""
    name, _, value = link.partition("_")
    about = find_guide(value) if name == "guide" else find_quiz(value) if name == "quiz" else None
    return f"📚 {getattr(about.title, language)}" if about else TextRef(LABELS.get(link) or LABELS[name])


def leading_buttons() -> Column:
    """Return a column of the buttons in the getter's ``leads``."""
    return Column(Select(ItemText(), id="lead", item_id_getter=lambda item: item[0], items="leads", on_click=_opened))


async def _opened(_event: CallbackQuery, _select: Any, manager: DialogManager, link: str) -> None:
    await open_link(manager, link)
