"""What has been chosen on the way to a booking: only ids, the truth about each is read anew."""

from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.domain.directory import ServiceGroup, TsonService
from bot.services.queue import directory
from bot.services.queue.directory import Place, tson_services

SERVICE, REGION, CITY, BRANCH, DAY, PART, WANTED, WHOM, RELATION, PERSON, MOVE, BOOKED = (
    "service", "region", "city", "branch", "day", "part", "wanted", "whom", "relation", "person", "move", "booked",
)  # fmt: skip


def chosen_service(manager: DialogManager) -> TsonService:
    """Return what the person comes for."""
    return tson_services()[manager.dialog_data[SERVICE]]


def chosen_group(manager: DialogManager) -> str:
    """Return the group of windows the seat is at."""
    group: ServiceGroup = chosen_service(manager).group
    return group.value


async def chosen_place(manager: DialogManager) -> Place:
    """Return the branch the person goes to."""
    return await directory.place(services_of(manager), int(manager.dialog_data[BRANCH]))


async def offered_places(manager: DialogManager) -> list[Place]:
    """Return every place where the chosen service may be had."""
    return await directory.places_for(services_of(manager), chosen_service(manager))


def moved_booking(manager: DialogManager) -> int | None:
    """Return the booking that is being moved, or None for a new one."""
    booking: int | None = manager.dialog_data.get(MOVE)
    return booking
