"""Where: the region, among those with a place for the chosen service; or a street typed, or a pin of where one is."""

from collections.abc import Collection, Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Row, Select, SwitchTo

from bot.domain.branches.branches import TsonService
from bot.services.branches.directory import regions
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import looked_for, moved_booking, offered_places
from dialogs.queue.samples import sample_service
from dialogs.queue.when.parsed_request import go_to_region
from dialogs.queue.where.searching import pin_sent, text_typed
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _regions(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    there = {place.branch.region for place in await offered_places(dialog_manager)}
    return _shown(looked_for(dialog_manager), there, is_move=moved_booking(dialog_manager) is not None)


def _shown(service: TsonService | None, there: Collection[str], *, is_move: bool) -> Shown:
    return {
        "service": both(service.names) if service else TextRef("queue-looking"),
        "regions": [
            (kato, TextRef("queue-name", {"name": both(region.names)}))
            for kato, region in regions().items()
            if kato in there
        ],
        "new": not is_move,
        "moving": is_move,
    }


def _previews() -> Iterator[Shown]:
    yield _shown(None, regions(), is_move=False)
    yield _shown(sample_service(), regions(), is_move=True)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, kato: str) -> None:
    await go_to_region(manager, kato)


region_window = screen(
    I18nText("queue-region"),
    SwitchTo(ButtonText("queue-near-button"), id="near", state=Queue.near),
    Group(Select(ItemText(), id="r", item_id_getter=lambda item: item[0], items="regions", on_click=_chosen), width=2),
    text_typed(),
    pin_sent(),
    state=Queue.region,
    getter=_regions,
    previews=_previews,
    beside_home=Row(
        SwitchTo(ButtonText("button-back"), id="back", state=Queue.section, when="new"),
        SwitchTo(ButtonText("button-back"), id="days", state=Queue.day, when="moving"),
    ),
    fallback="stray-place",
)
