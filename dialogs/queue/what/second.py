"""One more service in the same visit: those of the same counters of the place; their seats follow each other."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.domain.branches.branches import TsonService
from bot.services.branches.directory import Place, tson_services
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import QueueData, chosen_place, chosen_service
from dialogs.queue.samples import sample_place, sample_service
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _others(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(await chosen_place(dialog_manager), chosen_service(dialog_manager))


def _shown(place: Place, first: TsonService) -> Shown:
    there = [each for each in tson_services().values() if each.group is first.group and place.books(each)]
    return {
        "service": both(first.names),
        "services": [(each.code, TextRef("queue-name", {"name": both(each.names)})) for each in there if each != first],
    }


def _previews() -> Iterator[Shown]:
    yield _shown(sample_place(), sample_service())


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    QueueData(manager).second = code
    await manager.switch_to(Queue.day)


second_window = screen(
    I18nText("queue-second"),
    Column(Select(ItemText(), id="s", item_id_getter=lambda item: item[0], items="services", on_click=_chosen)),
    state=Queue.second,
    getter=_others,
    previews=_previews,
    beside_home=Queue.day,
)
