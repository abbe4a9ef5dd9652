"""Where: the city, asked only when the region has more than one. A city is named by one of its places' id."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Group, Select

from bot.services.queue.directory import regions
from bot.services.queue.words import both
from bot.texts import Key
from dialogs.queue.flow import CITY, REGION, offered_places
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import ItemLabel, Tr


async def _cities(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    kato = dialog_manager.dialog_data[REGION]
    there = {
        place.branch.city: place.id for place in await offered_places(dialog_manager) if place.branch.region == kato
    }
    return {
        "region": both(regions()[kato].names),
        "cities": [(place_id, Key("queue-name", {"name": both(city)})) for city, place_id in there.items()],
    }


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place_id: str) -> None:
    manager.dialog_data[CITY] = int(place_id)
    await manager.switch_to(Queue.branch)


city_window = Window(
    Problem(),
    Tr("queue-city"),
    Group(Select(ItemLabel(), id="c", item_id_getter=lambda item: item[0], items="cities", on_click=_chosen), width=2),
    footer(Queue.region),
    otherwise("stray-buttons"),
    state=Queue.city,
    getter=_cities,
)
