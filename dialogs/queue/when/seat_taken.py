"""The seat is gone: the three nearest free times, as buttons."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.services.branches.directory import Place
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import QueueData, chosen_place
from dialogs.queue.samples import sample_place, sample_slots
from dialogs.queue.when.nearest import labelled, near_buttons, nearest_here
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText


async def _alternatives(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    place = await chosen_place(dialog_manager)
    return _shown(place, await nearest_here(dialog_manager, place, QueueData(dialog_manager).wanted))


def _shown(place: Place, times: Sequence[tuple[int, TextRef]]) -> Shown:
    words = TextRef("queue-taken" if times else "queue-all-taken", {"branch": both(place.branch.names)})
    return {"words": words, "times": times}


def _previews() -> Iterator[Shown]:
    slots = sample_slots()[:3]
    yield _shown(sample_place(), labelled(slots, slots[0].start.date()))
    yield _shown(sample_place(), [])


taken_window = screen(
    DynamicText("words"),
    near_buttons("t"),
    SwitchTo(ButtonText("queue-other-day"), id="day", state=Queue.day),
    SwitchTo(ButtonText("queue-wait-button"), id="wait", state=Queue.wait),
    state=Queue.taken,
    getter=_alternatives,
    previews=_previews,
)
