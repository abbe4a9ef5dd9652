"""What has been chosen on the way to a booking: only ids, the truth about each is read anew."""

from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.domain.branches.branches import ServiceGroup, TsonService
from bot.domain.queue.bookings import Visit
from bot.services.branches import directory
from bot.services.branches.directory import Place, tson_services
from bot.services.queue.texts import both, services_named
from bot.services.queue.visit_length import visit_seats
from bot.texts import Bilingual, TextRef

SERVICE, SECOND, REGION, CITY, BRANCH, DAY, PART, WANTED, WHOM, RELATION, PERSON, MOVE, SEATS, BOOKED, TYPED, POINT = (
    "service", "second", "region", "city", "branch", "day", "part", "wanted", "whom", "relation", "person", "move",
    "seats", "booked", "typed", "point",
)  # fmt: skip
WAIT = "wait"


def choose_service(manager: DialogManager, code: str) -> None:
    """Begin with a service; what was chosen for another one is forgotten."""
    for name in (SECOND, BRANCH, PERSON, RELATION):
        manager.dialog_data.pop(name, None)
    manager.dialog_data[SERVICE] = code


def chosen_service(manager: DialogManager) -> TsonService:
    """Return what the person comes for."""
    return tson_services()[manager.dialog_data[SERVICE]]


def explained(service: TsonService) -> bool:
    """Tell whether the service is explained before a place is asked for: it is had online, or without booking."""
    return bool(service.online_where) or service.group is ServiceGroup.MIGRATION


def looked_for(manager: DialogManager) -> TsonService | None:
    """Return what the person comes for, or None for who only looks for a place."""
    return tson_services().get(manager.dialog_data.get(SERVICE, ""))


def books_there(manager: DialogManager, place: Place) -> bool:
    """Tell whether the person may book there: what he comes for, or anything when he only looks."""
    service = looked_for(manager)
    return place.books(service) if service else bool(place.offered())


def branch_label(place: Place, *, books: bool) -> TextRef:
    """Return what a place's button says: those with booking carry a sign."""
    return TextRef("queue-branch-booking" if books else "queue-branch-walk-in", {"name": both(place.branch.names)})


def chosen_second(manager: DialogManager) -> TsonService | None:
    """Return the other service of the same visit, or None."""
    return tson_services().get(manager.dialog_data.get(SECOND, ""))


def chosen_services(manager: DialogManager) -> Bilingual | TextRef:
    """Name what the visit is for: one service or two."""
    second = chosen_second(manager)
    return services_named(chosen_service(manager).code, second.code if second else None)


def chosen_visit(manager: DialogManager) -> Visit:
    """Return whose visit it is, and for what."""
    data = manager.dialog_data
    return Visit(data[PERSON], data[RELATION], chosen_service(manager), chosen_second(manager))


def chosen_length(manager: DialogManager) -> int:
    """Return how many consecutive seats the visit takes; one that is moved keeps its length."""
    kept: int | None = manager.dialog_data.get(SEATS)
    service = looked_for(manager)
    return kept or (visit_seats(service, chosen_second(manager)) if service else 1)


def chosen_group(manager: DialogManager) -> str:
    """Return the group of windows the seat is at."""
    group: ServiceGroup = chosen_service(manager).group
    return group.value


async def chosen_place(manager: DialogManager) -> Place:
    """Return the branch the person goes to."""
    return await directory.place(services_of(manager), int(manager.dialog_data[BRANCH]))


async def offered_places(manager: DialogManager) -> list[Place]:
    """Return every place where the chosen service may be had; all places to who only looks."""
    return await directory.places_for(services_of(manager), looked_for(manager))


def moved_booking(manager: DialogManager) -> int | None:
    """Return the booking that is being moved, or None for a new one."""
    booking: int | None = manager.dialog_data.get(MOVE)
    return booking
