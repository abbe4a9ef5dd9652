"""What guides are about: the topics, the quizzes, search."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo

from bot.domain.guides.guide import TOPICS
from bot.texts import TextRef
from dialogs.guides.data import GuidesData
from dialogs.states import Guides
from dialogs.widgets.link_button import link_button
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _topics(**_data: Any) -> dict[str, Any]:
    return {"topics": [(topic, TextRef(f"guides-topic-{topic}")) for topic in TOPICS]}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, topic: str) -> None:
    GuidesData(manager).topic = topic
    await manager.switch_to(Guides.list)


topics_window = screen(
    I18nText("guides-topics"),
    ContinueButtons(),
    Column(Select(ItemText(), id="topic", item_id_getter=lambda item: item[0], items="topics", on_click=_chosen)),
    SwitchTo(ButtonText("guides-quizzes"), id="quizzes", state=Guides.quizzes),
    link_button("guides-find", "search"),
    state=Guides.topics,
    getter=_topics,
)
