"""When: the day, out of a calendar of all days that can be booked."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window

from bot.context import services_of, turn_of
from bot.domain.slots import Slot
from bot.services.queue.directory import Place, holiday_name
from bot.services.queue.free_times import day_grid, free_slots, horizon
from bot.services.queue.words import both
from bot.texts import Day, Key
from dialogs.queue.flow import DAY, PART, chosen_group, chosen_place, moved_booking
from dialogs.queue.leaving import day_footer
from dialogs.states import Queue
from dialogs.widgets.calendar import DayCalendar, DayMark
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.problem import Problem, tell_problem
from dialogs.widgets.tr import Told

_FEW = 0.2


async def _days(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    place = await chosen_place(dialog_manager)
    free, group = await _free(dialog_manager, place), chosen_group(dialog_manager)
    args = {"branch": both(place.branch.names)}
    return {
        "question": Key("queue-day-move" if moved_booking(dialog_manager) else "queue-day", args),
        "days": {day: _mark(place, group, day, slots) for day, slots in free.items()},
    }


async def _free(manager: DialogManager, place: Place) -> dict[date, list[Slot]]:
    services = services_of(manager)
    return await free_slots(services, place, chosen_group(manager), horizon(place, services.clock.now()))


def _mark(place: Place, group: str, day: date, slots: Sequence[Slot]) -> DayMark:
    if not slots:
        return DayMark.CLOSED
    seats = sum(slot.seats for slot in slots)
    if not seats:
        return DayMark.FULL
    all_day = sum(slot.seats for slot in day_grid(place, group, day))
    return DayMark.FEW if seats <= all_day * _FEW else DayMark.FREE


async def _picked(_event: CallbackQuery, manager: DialogManager, day: date) -> None:
    place = await chosen_place(manager)
    slots = (await _free(manager, place)).get(day, [])
    if any(slot.seats for slot in slots):
        manager.dialog_data[DAY] = day.isoformat()
        manager.dialog_data.pop(PART, None)
        await manager.switch_to(Queue.time)
    elif slots:
        tell_problem(manager, Key("queue-day-full", {"day": Day.of(day, "long")}))
    else:
        tell_problem(manager, _closed(manager, place, day))


def _closed(manager: DialogManager, place: Place, day: date) -> Key:
    told = {"day": Day.of(day, "long")}
    if day_grid(place, chosen_group(manager), day):
        return Key("queue-day-over", told)
    holiday = holiday_name(day, turn_of(manager).language)
    return Key("queue-day-holiday", {**told, "holiday": holiday}) if holiday else Key("queue-day-closed", told)


day_window = Window(
    Problem(),
    Told("question"),
    DayCalendar("d", "days", _picked),
    day_footer(),
    otherwise("stray-buttons"),
    state=Queue.day,
    getter=_days,
)
