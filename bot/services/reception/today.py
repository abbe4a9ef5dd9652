"""Today at a reception: everybody who booked or came, with what became of them; no names and no ИИН, tickets only."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.reception import LIVE_VISITS, StoredVisit, VisitState
from bot.services.branches.directory import Place
from bot.services.queue.texts import services_named
from bot.services.reception.ordering import local_day
from bot.services.tables import xlsx_file
from bot.services.work import Services
from bot.texts import Bilingual, LocalDateTime, TextRef, Texts
from storage.queue import bookings
from storage.reception import visits

_COLUMNS = ("time", "ticket", "service", "state", "arrived", "called", "ended", "window", "operator")


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list: a booking, a visit or both. Times are UTC seconds."""

    ticket: str
    service: Bilingual | TextRef
    state: BookingState | VisitState
    starts_at: int | None
    arrived_at: int | None = None
    called_at: int | None = None
    ended_at: int | None = None
    window: int | None = None
    operator: str | None = None


async def list_of_day(services: Services, place: Place) -> list[Listed]:
    """Return the place's today in order of time: booked time, else arrival. Cancelled bookings are left out."""
    day = local_day(place, services.now).isoformat()
    async with services.db.read() as reader:
        of_day = await bookings.of_day(reader, place.id, day)
        came = await visits.of_day(reader, place.id, day)
    booked = [each for each in of_day if each.state is not BookingState.CANCELLED]
    by_booking = {visit.booking_id: visit for visit in came if visit.booking_id is not None}
    listed = [_booked(booking, by_booking.get(booking.id)) for booking in booked]
    listed += [_walked_in(visit) for visit in came if visit.booking_id is None]
    return sorted(listed, key=lambda one: (one.starts_at or one.arrived_at or 0, one.ticket))


def figures_of(listed: Sequence[Listed]) -> dict[str, int]:
    """Return today's figures: ``all``, ``served``, ``there``, ``missed``."""

    def count(*states: BookingState | VisitState) -> int:
        return sum(one.state in states for one in listed)

    return {
        "all": len(listed),
        "served": count(BookingState.SERVED, VisitState.SERVED),
        "there": count(*LIVE_VISITS),
        "missed": count(BookingState.MISSED, VisitState.MISSED),
    }


async def file_of_day(listed: Sequence[Listed], place: Place, texts: Texts, language: str) -> bytes:
    """Return the list as an XLSX file."""
    rows = [[texts.plain(language, f"desk-column-{name}") for name in _COLUMNS]]
    rows += [_cells(one, place, texts, language) for one in listed]
    return await asyncio.to_thread(xlsx_file, rows)


def _cells(one: Listed, place: Place, texts: Texts, language: str) -> list[str]:
    def time(at: int | None) -> str:
        return "" if at is None else str(texts.render(language, LocalDateTime(at, place.zone, "time")))

    return [
        time(one.starts_at),
        one.ticket,
        texts.plain(language, "queue-name", name=one.service),
        texts.plain(language, f"desk-state-{one.state.replace('_', '-')}"),
        time(one.arrived_at),
        time(one.called_at),
        time(one.ended_at),
        str(one.window or ""),
        one.operator or "",
    ]


def _booked(booking: StoredBooking, visit: StoredVisit | None) -> Listed:
    service = services_named(booking.service, booking.second_service)
    if visit is None:
        return Listed(booking.ticket, service, booking.state, booking.starts_at)
    return _listed(visit, service)


def _walked_in(visit: StoredVisit) -> Listed:
    return _listed(visit, TextRef("desk-without-booking"))


def _listed(visit: StoredVisit, service: Bilingual | TextRef) -> Listed:
    return Listed(
        visit.ticket, service, visit.state, visit.starts_at, visit.arrived_at, visit.called_at, visit.ended_at,
        visit.window, visit.operator_name,
    )  # fmt: skip
