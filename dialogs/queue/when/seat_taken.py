"""The seat is gone: the three nearest free times, as buttons."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo

from bot.context import services_of
from bot.domain.queue.slots import Slot
from bot.services.branches.directory import Place
from bot.services.queue.free_times import nearest_times
from bot.services.queue.texts import both
from bot.texts import LocalDate, TextRef
from dialogs.queue.data import QueueData, chosen_group, chosen_length, chosen_place
from dialogs.queue.samples import sample_place, sample_slots
from dialogs.queue.when.hold_seat import hold_time
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, ItemText


async def _alternatives(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    place = await chosen_place(dialog_manager)
    wanted = QueueData(dialog_manager).wanted
    group, length = chosen_group(dialog_manager), chosen_length(dialog_manager)
    return _shown(place, await nearest_times(services_of(dialog_manager), place, group, wanted, length))


def _shown(place: Place, nearest: Sequence[Slot]) -> Shown:
    times = [
        (
            int(slot.start.timestamp()),
            TextRef(
                "queue-time-of-day", {"day": LocalDate.of(slot.start.date(), "short"), "time": f"{slot.start:%H:%M}"}
            ),
        )
        for slot in nearest
    ]
    words = TextRef("queue-taken" if times else "queue-all-taken", {"branch": both(place.branch.names)})
    return {"words": words, "times": times}


def _previews() -> Iterator[Shown]:
    yield _shown(sample_place(), sample_slots()[:3])
    yield _shown(sample_place(), [])


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, starts_at: str) -> None:
    await hold_time(manager, int(starts_at))


taken_window = screen(
    DynamicText("words"),
    Column(Select(ItemText(), id="t", item_id_getter=lambda item: item[0], items="times", on_click=_chosen)),
    SwitchTo(ButtonText("queue-other-day"), id="day", state=Queue.day),
    SwitchTo(ButtonText("queue-wait-button"), id="wait", state=Queue.wait),
    state=Queue.taken,
    getter=_alternatives,
    previews=_previews,
)
