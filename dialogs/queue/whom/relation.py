"""Who the other person is to the citizen: stated by him, kept with the booking."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group

from bot.services.queue.person import RELATIONS
from dialogs.queue.data import RELATION
from dialogs.states import Queue
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText, I18nText


async def _chosen(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    manager.dialog_data[RELATION] = button.widget_id
    await manager.switch_to(Queue.iin)


relation_window = Window(
    ErrorBanner(),
    I18nText("queue-relation"),
    Group(*(Button(ButtonText(f"relation-{name}"), id=name, on_click=_chosen) for name in RELATIONS), width=2),
    footer(Queue.whom),
    fallback_input("stray-buttons"),
    state=Queue.relation,
)
