"""Where: the region, among those with a place for the chosen service."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Group, Select

from bot.services.queue.directory import regions
from bot.services.queue.words import both
from bot.texts import Key
from dialogs.queue.flow import CITY, REGION, chosen_service, offered_places
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import ItemLabel, Tr


async def _regions(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    there = {place.branch.region for place in await offered_places(dialog_manager)}
    return {
        "service": both(chosen_service(dialog_manager).names),
        "regions": [
            (kato, Key("queue-name", {"name": both(region.names)}))
            for kato, region in regions().items()
            if kato in there
        ],
    }


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, kato: str) -> None:
    manager.dialog_data[REGION] = kato
    cities = {place.branch.city.ru: place.id for place in await offered_places(manager) if place.branch.region == kato}
    if len(cities) > 1:
        await manager.switch_to(Queue.city)
        return
    manager.dialog_data[CITY] = next(iter(cities.values()))
    await manager.switch_to(Queue.branch)


region_window = Window(
    Problem(),
    Tr("queue-region"),
    Group(Select(ItemLabel(), id="r", item_id_getter=lambda item: item[0], items="regions", on_click=_chosen), width=2),
    footer(Queue.section),
    otherwise("stray-buttons"),
    state=Queue.region,
    getter=_regions,
)
