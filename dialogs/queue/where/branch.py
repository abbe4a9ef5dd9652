"""Where: the branch; those with booking come first and carry a sign."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Row, Select, SwitchTo

from bot.context import services_of
from bot.domain.bilingual import Names
from bot.services.branches import directory
from bot.services.branches.directory import Place
from bot.services.queue.texts import both
from dialogs.queue.data import QueueData, books_there, branch_label, moved_booking, offered_places
from dialogs.queue.samples import SPECIAL, sample_place
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _branches(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    city = (await directory.place(services_of(dialog_manager), QueueData(dialog_manager).city)).branch.city
    places = [place for place in await offered_places(dialog_manager) if place.branch.city == city]
    places.sort(key=lambda place: not books_there(dialog_manager, place))
    offered = [(place, books_there(dialog_manager, place)) for place in places]
    return _shown(city, offered, is_move=moved_booking(dialog_manager) is not None)


def _shown(city: Names, offered: Sequence[tuple[Place, bool]], *, is_move: bool) -> Shown:
    return {
        "city": both(city),
        "new": not is_move,
        "moving": is_move,
        "branches": [(place.id, branch_label(place, books=books)) for place, books in offered],
    }


def _previews() -> Iterator[Shown]:
    place = sample_place()
    yield _shown(place.branch.city, [(place, True), (sample_place(SPECIAL), False)], is_move=False)
    yield _shown(place.branch.city, [(place, True)], is_move=True)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place_id: str) -> None:
    QueueData(manager).branch = int(place_id)
    await manager.switch_to(Queue.place)


branch_window = screen(
    I18nText("queue-branch"),
    Column(Select(ItemText(), id="b", item_id_getter=lambda item: item[0], items="branches", on_click=_chosen)),
    SwitchTo(ButtonText("queue-other-city"), id="region", state=Queue.region, when="moving"),
    state=Queue.branch,
    getter=_branches,
    previews=_previews,
    beside_home=Row(
        SwitchTo(ButtonText("button-back"), id="back", state=Queue.region, when="new"),
        SwitchTo(ButtonText("button-back"), id="days", state=Queue.day, when="moving"),
    ),
)
