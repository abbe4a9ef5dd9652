"""Which guide is being read, and its words in the reader's language."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import turn_of
from bot.domain.guide import Guide
from bot.guides import find_guide, load_guides
from bot.texts import Day
from dialogs.widgets.wanted import wanted_button


def choose(manager: DialogManager, guide_id: str) -> None:
    """Read this guide next."""
    manager.dialog_data["guide"] = guide_id


async def chosen(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    """Getter: the guide's words, and which of its actions there are buttons for."""
    guide, language = _guide(dialog_manager), turn_of(dialog_manager).language
    told = {
        "title": getattr(guide.title, language),
        "answer": getattr(guide.answer, language),
        "steps": "\n\n".join(f"{place}. {getattr(step, language)}" for place, step in enumerate(guide.steps, 1)),
        "changed": getattr(guide.changed, language) if guide.changed else "",
        "as_of": Day.of(guide.as_of),
        "source": getattr(guide.source, language),
    }
    return {**told, **{action: action in guide.actions for action in ("book", "aid", "payment")}}


def _guide(manager: DialogManager) -> Guide:
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    # A guide taken out of the data since the screen was drawn: the first one is better than an error.
    return find_guide(manager.dialog_data.get("guide") or started.get("guide", "")) or load_guides()[0]


def action_buttons() -> tuple[Button, ...]:
    """Return the buttons that do what a guide is about; the getter says which of them it has."""
    return (
        wanted_button("guide-book", "book", when="book"),
        wanted_button("guide-aid", "aid", when="aid"),
        wanted_button("guide-payment", "payment", when="payment"),
    )
