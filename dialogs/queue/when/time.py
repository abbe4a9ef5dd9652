"""When: the time, only free ones, four in a row; a long day is shown by its parts. Choosing one holds the seat."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Row, Select

from bot.context import services_of
from bot.domain.queue.slots import Slot
from bot.services.branches.directory import Place
from bot.services.queue.free_times import free_slots
from bot.services.queue.texts import both
from bot.texts import LocalDate, TextRef
from dialogs.queue.data import QueueData, chosen_group, chosen_length, chosen_place
from dialogs.queue.samples import ON_DUTY, sample_place, sample_slots
from dialogs.queue.when.hold_seat import hold_time
from dialogs.samples import TODAY
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText

# Until which hour each part of the day goes; a day with few free times is shown whole.
_PARTS = {"morning": 12, "noon": 15, "evening": 24}
_WHOLE = 16


async def _times(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    services = services_of(dialog_manager)
    place = await chosen_place(dialog_manager)
    data = QueueData(dialog_manager)
    day = data.day
    by_day = await free_slots(services, place, chosen_group(dialog_manager), [day], chosen_length(dialog_manager))
    free = [slot for slot in by_day[day] if slot.seats]
    return _shown(place, day, free, data.part, services.settings.hold_seconds // 60)


def _shown(place: Place, day: date, free: Sequence[Slot], part: str, hold_minutes: int) -> Shown:
    parts = _by_part(free) if len(free) > _WHOLE else {}
    shown = (parts.get(part) or next(iter(parts.values()))) if parts else free
    return {
        "branch": both(place.branch.names),
        "day": LocalDate.of(day, "long"),
        "words": TextRef("queue-time-words", {"minutes": hold_minutes}) if free else TextRef("queue-time-none"),
        "parts": [(name, TextRef(f"queue-part-{name}", {"count": len(slots)})) for name, slots in parts.items()],
        "times": [(int(slot.start.timestamp()), f"{slot.start:%H:%M}") for slot in shown],
    }


def _previews() -> Iterator[Shown]:
    yield _shown(sample_place(ON_DUTY), TODAY, sample_slots(ON_DUTY), "evening", 15)
    yield _shown(sample_place(), TODAY, sample_slots()[:_WHOLE], "", 15)
    yield _shown(sample_place(), TODAY, [], "", 15)


def _by_part(free: Sequence[Slot]) -> dict[str, list[Slot]]:
    parts: dict[str, list[Slot]] = {}
    for slot in free:
        parts.setdefault(part_of_day(slot.start.hour), []).append(slot)
    return parts


def part_of_day(hour: int) -> str:
    """Return the part of the day an hour is shown in."""
    return next(name for name, until in _PARTS.items() if hour < until)


async def _part(_event: CallbackQuery, _select: Any, manager: DialogManager, name: str) -> None:
    QueueData(manager).part = name


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, starts_at: str) -> None:
    await hold_time(manager, int(starts_at))


time_window = screen(
    I18nText("queue-time"),
    Row(Select(ItemText(), id="p", item_id_getter=lambda item: item[0], items="parts", on_click=_part)),
    Group(Select(ItemText(), id="t", item_id_getter=lambda item: item[0], items="times", on_click=_chosen), width=4),
    state=Queue.time,
    getter=_times,
    previews=_previews,
    beside_home=Queue.day,
)
