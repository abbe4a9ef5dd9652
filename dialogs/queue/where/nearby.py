"""The nearest places by distance, each with whether it is open and its first free time; the best is named first."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import services_of
from bot.services.branches import directory
from bot.services.branches.hours_text import state_text
from bot.services.queue.nearby import NearPlace, best_of, places_near
from bot.services.queue.texts import both
from bot.texts import LocalDateTime, TextRef
from dialogs.queue.data import QueueData, chosen_length, looked_for
from dialogs.queue.samples import BOOKS, ON_DUTY, SELF_SERVICE, WALK_IN, sample_place, sample_slots
from dialogs.queue.where.searching import go_to, pin_sent, text_typed
from dialogs.samples import NOW
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import DynamicText, ItemText


async def _nearby(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    services, service = services_of(dialog_manager), looked_for(dialog_manager)
    near = await places_near(services, service, chosen_length(dialog_manager), QueueData(dialog_manager).point)
    return _shown(near, services.clock.now())


def _shown(near: Sequence[NearPlace], now: datetime) -> Shown:
    best = best_of(near)
    lines: str | TextRef = ""
    for each in reversed(near):
        state = state_text(each.place, now)
        lines = TextRef("queue-nearby-line", {**_args(each), "state": state, "free": _free(each), "more": lines})
    args = {"lines": lines, "best": TextRef("queue-nearby-best", _args(best)) if best else ""}
    return {
        "words": TextRef("queue-nearby" if near else "queue-nearby-none", args),
        "places": [(each.place.id, TextRef("queue-nearby-place", _args(each))) for each in near],
    }


def _previews() -> Iterator[Shown]:
    now, free = datetime.fromtimestamp(NOW, UTC), sample_slots()[0]
    booked = [NearPlace(sample_place(name), 0.4, open_now=True, free=free) for name in (BOOKS, ON_DUTY)]
    unbooked = [NearPlace(sample_place(name), 3.25, open_now=True, free=None) for name in (SELF_SERVICE, WALK_IN)]
    yield _shown(booked, now)
    yield _shown(unbooked, now)
    yield _shown([], now)


def _args(near: NearPlace) -> dict[str, Any]:
    return {"branch": both(near.place.branch.names), "km": round(near.km, 1)}


def _free(near: NearPlace) -> TextRef:
    if near.free is None:
        return TextRef("queue-nearby-unbooked")
    at = LocalDateTime(int(near.free.start.timestamp()), near.place.zone, "visit")
    return TextRef("queue-nearby-free", {"at": at})


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place_id: str) -> None:
    await go_to(manager, await directory.place(services_of(manager), int(place_id)))


nearby_window = screen(
    DynamicText("words"),
    Column(Select(ItemText(), id="b", item_id_getter=lambda item: item[0], items="places", on_click=_chosen)),
    text_typed(),
    pin_sent(),
    state=Queue.nearby,
    getter=_nearby,
    previews=_previews,
    beside_home=Queue.region,
    fallback="stray-place",
)
