"""How a booking is named in texts, letters and buttons."""

from typing import Any

from bot.domain.directory import Names
from bot.services.queue.directory import Place, tson_services
from bot.texts import Both, Key, Moment
from storage.bookings import StoredBooking


def subject_of(booking_id: int) -> str:
    """Return what letters and reminders of a booking are about."""
    return f"booking:{booking_id}"


def press(action: str, booking_id: int) -> str:
    """Return what a button about a booking says when pressed (``handlers.booking_buttons``)."""
    return f"bk:{action}:{booking_id}"


def both(names: Names) -> Both:
    """A name of our tables, told in the reader's language."""
    return Both(names.kk, names.ru)


def booking_args(booking: StoredBooking, place: Place) -> dict[str, Any]:
    """Return what texts about a booking need: its ticket, service, place and time."""
    service = tson_services()[booking.service]
    return {
        "ticket": booking.ticket,
        "service": both(service.names),
        "branch": both(place.branch.names),
        "address": address(place),
        "at": Moment(booking.starts_at, place.zone),
    }


def address(place: Place) -> Both | Key:
    """The address, or the advice to ask where none is known."""
    if not place.branch.address.ru:
        return Key("queue-no-address")
    return both(place.branch.address)
