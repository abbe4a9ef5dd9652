"""The nearest free times, each taken by one press: today and tomorrow are named."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import services_of
from bot.domain.queue.slots import Slot
from bot.services.branches.directory import Place
from bot.services.queue.free_times import nearest_times
from bot.texts import LocalDate, TextRef, zone
from dialogs.queue.data import chosen_group, chosen_length
from dialogs.queue.when.hold_seat import hold_time
from dialogs.widgets.text import ItemText


async def nearest_here(manager: DialogManager, place: Place, wanted: int | None = None) -> list[tuple[int, TextRef]]:
    """Return the free times at the place nearest to the wanted one, or to now, for `near_buttons`."""
    services = services_of(manager)
    near = services.now if wanted is None else wanted
    found = await nearest_times(services, place, chosen_group(manager), near, chosen_length(manager))
    return labelled(found, services.clock.now().astimezone(zone(place.zone)).date())


def labelled(slots: Sequence[Slot], today: date) -> list[tuple[int, TextRef]]:
    """Return the times with what their buttons say."""
    return [(int(slot.start.timestamp()), _label(slot, today)) for slot in slots]


def _label(slot: Slot, today: date) -> TextRef:
    day = slot.start.date()
    told = {"day": LocalDate.of(day, "short"), "time": f"{slot.start:%H:%M}"}
    if day == today:
        return TextRef("queue-time-today", told)
    return TextRef("queue-time-tomorrow" if day == today + timedelta(days=1) else "queue-time-of-day", told)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, starts_at: str) -> None:
    await hold_time(manager, int(starts_at))


def near_buttons(widget_id: str) -> Column:
    """Return the buttons of `data["times"]`."""
    return Column(
        Select(ItemText(), id=widget_id, item_id_getter=lambda item: item[0], items="times", on_click=_chosen)
    )
