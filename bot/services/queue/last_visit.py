"""What a citizen booked last: offered first the next time, so that few presses lead to a ticket (product Q2)."""

from dataclasses import dataclass

from bot.domain.branches.branches import TsonService
from bot.domain.people.identifiers import mask_iin
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.branches.directory import Place, read_place, tson_services
from bot.services.work import Services
from storage.people import persons
from storage.queue import bookings


@dataclass(frozen=True, slots=True)
class LastVisit:
    """The services, the place and the person of the last booking; ``iin`` is masked."""

    service: TsonService
    second: TsonService | None
    place: Place
    person_id: int
    relation: str
    iin: str


async def last_visit(services: Services, user_id: int) -> LastVisit | None:
    """Return what this Telegram user booked last, as far as all of it can still be booked."""
    known = tson_services()
    async with services.db.read() as reader:
        booking = await bookings.latest_of(reader, user_id)
        if booking is None or booking.service not in known:
            return None
        place = await read_place(reader, booking.branch_id, services.now)
        try:
            iin = (await persons.details(reader, services.encryption, booking.person_id))["iin"]
        except DataKeyDestroyedError:
            return None
    service, second = known[booking.service], known.get(booking.second_service or "")
    if not all(place.books(each) for each in (service, second) if each):
        return None
    return LastVisit(service, second, place, booking.person_id, booking.relation, mask_iin(iin))
