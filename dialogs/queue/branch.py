"""Where: the branch; those with booking come first and carry a sign."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import services_of
from bot.services.queue import directory
from bot.services.queue.words import both
from bot.texts import Key
from dialogs.queue.flow import BRANCH, CITY, chosen_service, offered_places
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import ItemLabel, Tr


async def _branches(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    service = chosen_service(dialog_manager)
    city = (await directory.place(services_of(dialog_manager), dialog_manager.dialog_data[CITY])).branch.city
    places = [place for place in await offered_places(dialog_manager) if place.branch.city == city]
    places.sort(key=lambda place: not place.books(service))
    return {
        "city": both(city),
        "branches": [
            (
                place.id,
                Key(
                    "queue-branch-booking" if place.books(service) else "queue-branch-walk-in",
                    {"name": both(place.branch.names)},
                ),
            )
            for place in places
        ],
    }


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place_id: str) -> None:
    manager.dialog_data[BRANCH] = int(place_id)
    await manager.switch_to(Queue.place)


branch_window = Window(
    Problem(),
    Tr("queue-branch"),
    Column(Select(ItemLabel(), id="b", item_id_getter=lambda item: item[0], items="branches", on_click=_chosen)),
    footer(Queue.region),
    otherwise("stray-buttons"),
    state=Queue.branch,
    getter=_branches,
)
