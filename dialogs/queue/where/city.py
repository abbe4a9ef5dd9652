"""Where: the city, asked only when the region has more than one. A city is named by one of its places' id."""

from collections.abc import Iterator, Mapping
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Select

from bot.domain.bilingual import Names
from bot.services.branches.directory import regions
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import QueueData, offered_places
from dialogs.queue.samples import sample_places
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _cities(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    kato = QueueData(dialog_manager).region
    there = {
        place.branch.city: place.id for place in await offered_places(dialog_manager) if place.branch.region == kato
    }
    return _shown(kato, there)


def _shown(kato: str, there: Mapping[Names, int]) -> Shown:
    return {
        "region": both(regions()[kato].names),
        "cities": [(place_id, TextRef("queue-name", {"name": both(city)})) for city, place_id in there.items()],
    }


def _previews() -> Iterator[Shown]:
    yield _shown(next(iter(regions())), {place.branch.city: place.id for place in sample_places()})


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place_id: str) -> None:
    QueueData(manager).city = int(place_id)
    await manager.switch_to(Queue.branch)


city_window = screen(
    I18nText("queue-city"),
    Group(Select(ItemText(), id="c", item_id_getter=lambda item: item[0], items="cities", on_click=_chosen), width=2),
    state=Queue.city,
    getter=_cities,
    previews=_previews,
    beside_home=Queue.region,
)
