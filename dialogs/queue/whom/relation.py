"""Who the other person is to the citizen: stated by the citizen, kept with the booking."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from bot.domain.people.consents import Purpose
from bot.services.queue.person import RELATIONS
from dialogs.queue.data import QueueData
from dialogs.states import Queue
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _chosen(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    QueueData(manager).relation = button.widget_id
    await manager.switch_to(Queue.iin)


relation_window = screen(
    I18nText("queue-relation"),
    Group(*(Button(ButtonText(f"relation-{name}"), id=name, on_click=_chosen) for name in RELATIONS), width=2),
    state=Queue.relation,
    beside_home=Queue.whom,
).asking(Purpose.QUEUE)
