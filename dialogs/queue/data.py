"""What has been chosen on the way to a booking: only ids, the truth about each is read anew."""

from dataclasses import asdict, dataclass
from datetime import date

from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.domain.branches.branches import Section, ServiceGroup, TsonService
from bot.domain.queue.bookings import Visit
from bot.services.branches import directory
from bot.services.branches.directory import Place, tson_services
from bot.services.queue.texts import both, services_named
from bot.services.queue.visit_length import visit_seats
from bot.texts import Bilingual, TextRef
from dialogs.data import DialogData, Field, LostDataError, word_field

ANY, WEEK = "any", "week"
"""Choices of days in the waiting list that stand for more than one."""


@dataclass(frozen=True, slots=True)
class WaitingChoice:
    """What is waited for: days, part of the day, here or anywhere in the city."""

    days: str = ANY
    part: str = "any"
    where: str = "here"


class QueueData(DialogData):
    """What was chosen so far, in the order of the screens."""

    request = Field("wish", "")
    section = word_field("section", Section)
    service = Field("service", "")
    second = Field("second", "")
    typed = Field[str]("typed")
    point = Field("point", read=lambda stored: (float(stored[0]), float(stored[1])), write=list)
    region = Field[str]("region")
    city = Field[int]("city")
    branch = Field[int]("branch")
    day = Field("day", read=date.fromisoformat, write=date.isoformat)
    part = Field("part", "")
    wait: Field[WaitingChoice | None] = Field(
        "wait", None, read=lambda stored: WaitingChoice(**stored), write=lambda choice: choice and asdict(choice)
    )
    wanted = Field[int]("wanted")
    whom = Field[str]("whom")
    relation = Field[str]("relation")
    person = Field[int]("person")
    move: Field[int | None] = Field("move", None)
    seats = Field("seats", 0)
    booked = Field[int]("booked")


def choose_service(manager: DialogManager, code: str) -> None:
    """Begin with a service; what was chosen for another one is forgotten."""
    data = QueueData(manager)
    del data.second, data.branch, data.person, data.relation
    data.service = code


def chosen_service(manager: DialogManager) -> TsonService:
    """Return what the person comes for."""
    service = looked_for(manager)
    if service is None:
        raise LostDataError(QueueData.service.key)
    return service


def explained(service: TsonService) -> bool:
    """Tell whether the service is explained before a place is asked for: it is done online, or without booking."""
    return bool(service.online_where) or service.group is ServiceGroup.MIGRATION


def looked_for(manager: DialogManager) -> TsonService | None:
    """Return what the person comes for, or None when they only look for a place."""
    return tson_services().get(QueueData(manager).service)


def books_there(manager: DialogManager, place: Place) -> bool:
    """Tell whether the person may book there: what they come for, or anything when they only look."""
    service = looked_for(manager)
    return place.books(service) if service else bool(place.offered())


def branch_label(place: Place, *, books: bool) -> TextRef:
    """Return what a place's button says: those with booking carry a sign."""
    return TextRef("queue-branch-booking" if books else "queue-branch-walk-in", {"name": both(place.branch.names)})


def chosen_second(manager: DialogManager) -> TsonService | None:
    """Return the other service of the same visit, or None."""
    return tson_services().get(QueueData(manager).second)


def chosen_services(manager: DialogManager) -> Bilingual | TextRef:
    """Name the one or two services of the visit."""
    second = chosen_second(manager)
    return services_named(chosen_service(manager).code, second.code if second else None)


def chosen_visit(manager: DialogManager) -> Visit:
    """Return whose visit it is, and for what."""
    data = QueueData(manager)
    return Visit(data.person, data.relation, chosen_service(manager), chosen_second(manager))


def chosen_length(manager: DialogManager) -> int:
    """Return how many consecutive seats the visit takes; one that is moved keeps its length."""
    service = looked_for(manager)
    return QueueData(manager).seats or (visit_seats(service, chosen_second(manager)) if service else 1)


def chosen_group(manager: DialogManager) -> str:
    """Return the group of counters the seat is at."""
    group: ServiceGroup = chosen_service(manager).group
    return group.value


async def chosen_place(manager: DialogManager) -> Place:
    """Return the branch the person goes to."""
    return await directory.place(services_of(manager), QueueData(manager).branch)


async def offered_places(manager: DialogManager) -> list[Place]:
    """Return every place where the chosen service may be had; all places when the person only looks."""
    return await directory.places_for(services_of(manager), looked_for(manager))


def moved_booking(manager: DialogManager) -> int | None:
    """Return the booking that is being moved, or None for a new one."""
    return QueueData(manager).move
