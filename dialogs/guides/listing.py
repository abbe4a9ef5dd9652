"""The guides of one topic, a button each."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import context_of
from bot.domain.guides.guide import TOPICS
from bot.services.guides.library import load_guides
from bot.texts import TextRef
from dialogs.guides.chosen import chosen_guide
from dialogs.guides.data import GuidesData
from dialogs.states import Guides
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _guides(dialog_manager: DialogManager, **_data: Any) -> Shown:
    # Whoever came by a link goes back to the topic of what they have read.
    topic = GuidesData(dialog_manager).topic or chosen_guide(dialog_manager).topic
    return _shown(topic, context_of(dialog_manager).language)


def _shown(topic: str, language: str) -> Shown:
    guides = [(guide.id, getattr(guide.title, language)) for guide in load_guides() if guide.topic == topic]
    return {"topic": TextRef(f"guides-topic-{topic}"), "guides": guides}


def _previews(language: str) -> Iterator[Shown]:
    yield from (_shown(topic, language) for topic in TOPICS)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, guide_id: str) -> None:
    GuidesData(manager).guide = guide_id
    await manager.switch_to(Guides.answer)


list_window = screen(
    I18nText("guides-list"),
    ContinueButtons(),
    Column(Select(ItemText(), id="guide", item_id_getter=lambda item: item[0], items="guides", on_click=_chosen)),
    state=Guides.list,
    getter=_guides,
    previews=_previews,
    beside_home=Guides.topics,
)
