"""«Did I get it right?»: a button for each thing meant, the way back to what was being done, the menu."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.texts import Key, unpack
from dialogs.states import Understood
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import ItemLabel, Label, Told
from dialogs.widgets.wanted import open_link


async def _offered(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    offers = _offers(dialog_manager)
    labels = [unpack({"label": label})["label"] for _link, label in offers["buttons"]]
    return {
        "words": Key(offers["words"]),
        "offers": [(str(place), label) for place, label in enumerate(labels)],
        "back": offers["back"],
    }


def _offers(manager: DialogManager) -> dict[str, Any]:
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    return {**started, **manager.dialog_data}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place: str) -> None:
    link, _label = _offers(manager)["buttons"][int(place)]
    await open_link(manager, link)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await manager.done()


offer_window = Window(
    Problem(),
    Told("words"),
    Column(Select(ItemLabel(), id="w", item_id_getter=lambda item: item[0], items="offers", on_click=_chosen)),
    Button(Label("understood-back"), id="back", on_click=_back, when="back"),
    home_button(),
    otherwise("stray-menu"),
    state=Understood.offer,
    getter=_offered,
)
