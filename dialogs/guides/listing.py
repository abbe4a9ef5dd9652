"""All guides, a button each."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import turn_of
from bot.guides import load_guides
from dialogs.guides.chosen import choose
from dialogs.states import Guides
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import ItemLabel, Tr
from dialogs.widgets.wanted import wanted_button


async def _guides(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    language = turn_of(dialog_manager).language
    return {"guides": [(guide.id, getattr(guide.title, language)) for guide in load_guides()]}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, guide_id: str) -> None:
    choose(manager, guide_id)
    await manager.switch_to(Guides.answer)


list_window = Window(
    Problem(),
    Tr("guides-list"),
    Column(Select(ItemLabel(), id="guide", item_id_getter=lambda item: item[0], items="guides", on_click=_chosen)),
    wanted_button("guides-find", "search"),
    home_button(),
    otherwise(),
    state=Guides.list,
    getter=_guides,
)
