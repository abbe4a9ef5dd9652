"""The places whose name or address has what was typed; typing something else searches again."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import services_of
from bot.services.branches import directory
from bot.services.branches.directory import Place
from bot.services.branches.search import find_places
from bot.services.queue.texts import address, both
from bot.texts import TextRef
from dialogs.queue.data import QueueData, books_there, branch_label, looked_for
from dialogs.queue.samples import NO_ADDRESS, sample_place
from dialogs.queue.where.searching import go_to, pin_sent, text_typed
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _found(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    typed = QueueData(dialog_manager).typed
    places = await find_places(services_of(dialog_manager), looked_for(dialog_manager), typed)
    return _shown(typed, [(place, books_there(dialog_manager, place)) for place in places])


def _shown(typed: str, found: Sequence[tuple[Place, bool]]) -> Shown:
    lines: str | TextRef = ""
    for place, _books in reversed(found):
        args = {"branch": both(place.branch.names), "city": both(place.branch.city), "address": address(place)}
        lines = TextRef("queue-found-line", {**args, "more": lines})
    return {
        "typed": typed,
        "lines": lines,
        "places": [(place.id, branch_label(place, books=books)) for place, books in found],
    }


def _previews() -> Iterator[Shown]:
    yield _shown("Сауран", [(sample_place(), True), (sample_place(NO_ADDRESS), False)])


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place_id: str) -> None:
    await go_to(manager, await directory.place(services_of(manager), int(place_id)))


found_window = screen(
    I18nText("queue-found"),
    Column(Select(ItemText(), id="b", item_id_getter=lambda item: item[0], items="places", on_click=_chosen)),
    text_typed(),
    pin_sent(),
    state=Queue.found,
    getter=_found,
    previews=_previews,
    beside_home=Queue.region,
    fallback="stray-place",
)
