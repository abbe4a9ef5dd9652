"""Questions about 2020 (product P5)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.services.payments.faq import QUESTIONS, topic_text
from dialogs.payments.data import PaymentData
from dialogs.states import Payment
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _topics(**_data: Any) -> dict[str, Any]:
    return {"topics": [(topic, topic_text(topic)) for topic in QUESTIONS]}


async def choose_topic(_event: CallbackQuery, _select: Any, manager: DialogManager, topic: str) -> None:
    """Show a question's or a reason's answer."""
    PaymentData(manager).topic = topic
    await manager.switch_to(Payment.topic)


topics_window = screen(
    I18nText("payment-topics"),
    ContinueButtons(),
    Column(Select(ItemText(), id="topic", item_id_getter=lambda item: item[0], items="topics", on_click=choose_topic)),
    state=Payment.topics,
    getter=_topics,
    beside_home=Payment.home,
)
