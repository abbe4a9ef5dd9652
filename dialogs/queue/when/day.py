"""When: the day, out of a calendar of all days that can be booked; here a second service joins the visit, too."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.context import context_of, services_of
from bot.domain.queue.slots import Slot
from bot.services.branches.directory import Place, holiday_name
from bot.services.queue.free_times import day_grid, day_visits, free_slots, horizon
from bot.services.queue.texts import both, services_named
from bot.texts import Bilingual, LocalDate, TextRef
from dialogs.queue.data import (
    QueueData,
    chosen_group,
    chosen_length,
    chosen_place,
    chosen_second,
    chosen_services,
    moved_booking,
)
from dialogs.queue.samples import BIRTH, READY, sample_place, sample_slots
from dialogs.queue.when.nearest import labelled, near_buttons, nearest_here
from dialogs.samples import NOW
from dialogs.states import Bookings, Queue
from dialogs.widgets.calendar import DayCalendar, DayMark
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText

_FEW = 0.2


async def _days(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    place = await chosen_place(dialog_manager)
    free = await _free(dialog_manager, place)
    return _shown(
        place,
        chosen_services(dialog_manager),
        {day: _mark(dialog_manager, place, day, slots) for day, slots in free.items()},
        await nearest_here(dialog_manager, place),
        is_move=moved_booking(dialog_manager) is not None,
        is_two=chosen_second(dialog_manager) is not None,
    )


def _shown(
    place: Place,
    services: Bilingual | TextRef,
    days: Mapping[date, DayMark],
    times: Sequence[tuple[int, TextRef]],
    *,
    is_move: bool,
    is_two: bool = False,
) -> Shown:
    return {
        "question": TextRef(
            "queue-day-move" if is_move else "queue-day", {"branch": both(place.branch.names), "service": services}
        ),
        "days": days,
        "times": times,
        "late": DayMark.LATE in days.values(),
        "new": not is_move,
        "moving": is_move,
        "one": not is_move and not is_two,
        "two": not is_move and is_two,
    }


def _previews() -> Iterator[Shown]:
    place, marks = sample_place(), tuple(DayMark)
    days = {
        day: marks[place % len(marks)] for place, day in enumerate(horizon(place, datetime.fromtimestamp(NOW, UTC)))
    }
    slots = sample_slots()[:3]
    times = labelled(slots, slots[0].start.date() - timedelta(days=1))
    yield _shown(place, services_named(READY, None), days, times, is_move=False)
    early = {day: mark for day, mark in days.items() if mark is not DayMark.LATE}
    yield _shown(place, services_named(READY, BIRTH), early, [], is_move=False, is_two=True)
    yield _shown(place, services_named(READY, None), days, times, is_move=True)


async def _free(manager: DialogManager, place: Place) -> dict[date, list[Slot]]:
    services = services_of(manager)
    days = horizon(place, services.clock.now())
    return await free_slots(services, place, chosen_group(manager), days, chosen_length(manager))


def _mark(manager: DialogManager, place: Place, day: date, slots: Sequence[Slot]) -> DayMark:
    if not slots:
        return DayMark.LATE if day_grid(place, chosen_group(manager), day) else DayMark.CLOSED
    seats = sum(slot.seats for slot in slots)
    if not seats:
        return DayMark.FULL
    every = day_visits(place, chosen_group(manager), day, chosen_length(manager))
    return DayMark.FEW if seats <= sum(slot.seats for slot in every) * _FEW else DayMark.FREE


async def _picked(_event: CallbackQuery, manager: DialogManager, day: date) -> None:
    place = await chosen_place(manager)
    slots = (await _free(manager, place)).get(day, [])
    if any(slot.seats for slot in slots):
        data = QueueData(manager)
        data.day = day
        del data.part
        await manager.switch_to(Queue.time)
    elif slots:
        show_error(manager, TextRef("queue-day-full", {"day": LocalDate.of(day, "long")}))
    else:
        show_error(manager, _closed(manager, place, day))


def _closed(manager: DialogManager, place: Place, day: date) -> TextRef:
    told = {"day": LocalDate.of(day, "long")}
    if day_grid(place, chosen_group(manager), day):
        return TextRef("queue-day-over", told)
    holiday = holiday_name(day, context_of(manager).language)
    return TextRef("queue-day-holiday", {**told, "holiday": holiday}) if holiday else TextRef("queue-day-closed", told)


async def _one_only(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    del QueueData(manager).second


def _back() -> Row:
    """Return «Back» to the branch's card (``new``), or to the ticket that was going to be moved (``moving``)."""
    back = SwitchTo(ButtonText("button-back"), id="back", state=Queue.place, when="new")
    return Row(back, Button(ButtonText("queue-keep-time"), id="keep", on_click=_keep, when="moving"))


async def _keep(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await manager.mark_closed()  # nothing is left to be continued
    await manager.start(Bookings.all, mode=StartMode.RESET_STACK)


day_window = screen(
    DynamicText("question"),
    I18nText("queue-day-today-late", when="late"),
    near_buttons("near"),
    DayCalendar("d", "days", _picked),
    SwitchTo(ButtonText("queue-add-service"), id="add", state=Queue.second, when="one"),
    Button(ButtonText("queue-one-service"), id="one", on_click=_one_only, when="two"),
    SwitchTo(ButtonText("queue-other-branch"), id="branch", state=Queue.branch, when="moving"),
    SwitchTo(ButtonText("queue-wait-button"), id="wait", state=Queue.wait),
    state=Queue.day,
    getter=_days,
    previews=_previews,
    beside_home=_back(),
)
