"""Which guide is being read, and its words in the reader's language."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.domain.guide import Guide
from bot.guides import find_guide, load_guides
from bot.services.case_facts import today
from bot.texts import Day
from dialogs.guides.leading import labelled
from dialogs.guides.wording import worded


def choose(manager: DialogManager, guide_id: str) -> None:
    """Read this guide next."""
    manager.dialog_data["guide"] = guide_id


def chosen_guide(manager: DialogManager) -> Guide:
    """Return the guide that is being read."""
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    # A guide taken out of the data since the screen was drawn: the first one is better than an error.
    return find_guide(manager.dialog_data.get("guide") or started.get("guide", "")) or load_guides()[0]


async def chosen(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    """Getter: the guide's words, and the links it leads to."""
    guide = chosen_guide(dialog_manager)
    stale = guide.review_by is not None and guide.review_by <= today(services_of(dialog_manager).now)
    return {
        "title": worded(dialog_manager, guide.title),
        "answer": worded(dialog_manager, guide.answer),
        "fee": worded(dialog_manager, guide.fee),
        "term": worded(dialog_manager, guide.term),
        "changed": worded(dialog_manager, guide.changed),
        "as_of": Day.of(guide.as_of),
        "source": worded(dialog_manager, guide.source),
        "stale": stale,
        "link": guide.link or "",
        "leads": labelled(dialog_manager, guide.actions),
    }
