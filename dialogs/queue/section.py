"""What one comes for, step one: a few kinds of matters; a ready document is one press away."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column

from bot.domain.directory import Section
from dialogs.queue.flow import SERVICE
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr

_READY = "result"


async def _ready(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    manager.dialog_data[SERVICE] = _READY
    await manager.switch_to(Queue.region)


async def _section(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    manager.dialog_data["section"] = button.widget_id
    await manager.switch_to(Queue.service)


def _sections() -> list[Button]:
    others = [section for section in Section if section is not Section.READY]
    return [Button(Label(f"queue-section-{each.value}"), id=each.value, on_click=_section) for each in others]


section_window = Window(
    Problem(),
    Tr("queue-section"),
    Column(Button(Label("queue-section-ready"), id=Section.READY.value, on_click=_ready), *_sections()),
    home_button(),
    otherwise("stray-buttons"),
    state=Queue.section,
)
