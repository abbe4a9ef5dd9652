"""What can be booked at a place that was looked up: the service leads straight to its days."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.services.branches.directory import Place
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import QueueData, choose_service, chosen_place
from dialogs.queue.samples import SPECIAL, sample_place
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _offered(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(await chosen_place(dialog_manager))


def _shown(place: Place) -> Shown:
    return {
        "title": both(place.branch.names),
        "services": [(each.code, TextRef("queue-name", {"name": both(each.names)})) for each in place.offered()],
    }


def _previews() -> Iterator[Shown]:
    yield _shown(sample_place())
    yield _shown(sample_place(SPECIAL))


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    data = QueueData(manager)
    branch = data.branch
    choose_service(manager, code)
    data.branch = branch
    await manager.switch_to(Queue.day)


offered_window = screen(
    I18nText("queue-service"),
    Column(Select(ItemText(), id="s", item_id_getter=lambda item: item[0], items="services", on_click=_chosen)),
    state=Queue.offered,
    getter=_offered,
    previews=_previews,
    beside_home=Queue.place,
)
