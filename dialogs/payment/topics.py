"""Questions about 2020: which facts of the programme answer which (product P5)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select

from bot.texts import Key
from dialogs.states import Payment
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import ItemLabel, Tr

TOPICS: dict[str, tuple[str, ...]] = {
    "who": ("who_april", "who_july"),
    "second": ("second_month", "second_month_who"),
    "july": ("july_once", "july_dates"),
    "half": ("half_august",),
    "term": ("decision_term", "payer", "no_signature"),
    "refused": (),
    "return": ("return_wage",),
}
"""Question → codes of facts in ``data/programmes``; refusals are told by the programme's list of reasons."""


async def _topics(**_data: Any) -> dict[str, Any]:
    return {"topics": [(topic, Key(f"payment-topic-{topic}")) for topic in TOPICS]}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, topic: str) -> None:
    manager.dialog_data["topic"] = topic
    await manager.switch_to(Payment.topic)


topics_window = Window(
    Problem(),
    Tr("payment-topics"),
    Column(Select(ItemLabel(), id="topic", item_id_getter=lambda item: item[0], items="topics", on_click=_chosen)),
    footer(Payment.home),
    otherwise(),
    state=Payment.topics,
    getter=_topics,
)
