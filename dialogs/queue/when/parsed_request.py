"""A booking begun with words: the city, the day and the time a person named are taken over where they can be had."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.services.queue.free_times import free_slots, horizon
from bot.texts import LocalDate, TextRef
from dialogs.queue.data import QueueData, chosen_group, chosen_length, chosen_place, offered_places
from dialogs.queue.typed_request import BookingRequest, read_link
from dialogs.states import Queue
from dialogs.widgets.problem import show_error

_PARTS = {"morning": 12, "noon": 15, "evening": 24}


async def ask_where(manager: DialogManager) -> None:
    """Ask for the region, unless the person named one where the service is had."""
    request = _wish(manager)
    if request is None or not request.region or not await go_to_region(manager, request.region):
        await manager.switch_to(Queue.region)


async def go_to_region(manager: DialogManager, kato: str) -> bool:
    """Go on to the region's cities, or to the branches of its only one; False when it has none."""
    cities = {place.branch.city.ru: place.id for place in await offered_places(manager) if place.branch.region == kato}
    if not cities:
        return False
    data = QueueData(manager)
    data.region = kato
    if len(cities) > 1:
        await manager.switch_to(Queue.city)
    else:
        data.city = next(iter(cities.values()))
        await manager.switch_to(Queue.branch)
    return True


async def ask_day(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Show the days, or at once the times of the day the person named when it has free ones."""
    request = _wish(manager)
    if request is None or request.request.day is None:
        await manager.switch_to(Queue.day)
    elif await _has_free(manager, request.request.day):
        data = QueueData(manager)
        data.day = request.request.day
        data.part = _part(request)
        await manager.switch_to(Queue.time)
    else:
        show_error(manager, TextRef("queue-wish-none", {"day": LocalDate.of(request.request.day, "long")}))
        await manager.switch_to(Queue.day)


async def _has_free(manager: DialogManager, day: date) -> bool:
    services, place = services_of(manager), await chosen_place(manager)
    if day not in horizon(place, services.clock.now()):
        return False
    free = await free_slots(services, place, chosen_group(manager), [day], chosen_length(manager))
    return any(slot.seats for slot in free.get(day, []))


def _part(request: BookingRequest) -> str:
    at = request.request.at
    return next(name for name, until in _PARTS.items() if at.hour < until) if at else request.request.part


def _wish(manager: DialogManager) -> BookingRequest | None:
    return read_link(QueueData(manager).request)
