"""How a booking is named in texts and messages."""

from collections.abc import Iterable

from bot.domain.bilingual import Names
from bot.domain.branches.branches import TsonService
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.subject import Subject, SubjectKind
from bot.services.branches.directory import Place, tson_services
from bot.services.queue.papers import bring_text
from bot.texts import Bilingual, LocalDateTime, TextRef, Value


def subject_of(booking_id: int) -> Subject:
    """Return what messages and reminders of a booking are about."""
    return Subject(SubjectKind.BOOKING, booking_id)


def both(names: Names) -> Bilingual:
    """Return a name of our tables as a value for texts in the reader's language."""
    return Bilingual(names.kk, names.ru)


def booking_args(booking: StoredBooking, place: Place) -> dict[str, Value]:
    """Return what texts about a booking need: its ticket, services, place and time, what to bring, how to get in."""
    return {
        "ticket": booking.ticket,
        "service": services_named(booking.service, booking.second_service),
        "branch": both(place.branch.names),
        "address": address(place),
        "at": LocalDateTime(booking.starts_at, place.zone, "visit"),
        "bring": bring_text(codes_of(booking)),
        "access": access(place),
        "whom": TextRef(f"relation-{booking.relation}"),
    }


def codes_of(booking: StoredBooking) -> list[str]:
    """Return the codes of the visit's one or two services."""
    return [code for code in (booking.service, booking.second_service) if code]


def services_named(first: str, second: str | None) -> Bilingual | TextRef:
    """Name the service of a visit, or both of them."""
    names = tson_services()
    if second is None:
        return both(names[first].names)
    return TextRef("queue-two-services", {"first": both(names[first].names), "second": both(names[second].names)})


def for_whom(booking: StoredBooking, iin: str) -> TextRef:
    """Say in whose name the ticket is; for the papers of a vehicle it is the seller's (domain §5.1)."""
    return person_named([tson_services()[code] for code in codes_of(booking)], booking.relation, iin)


def person_named(services: Iterable[TsonService], relation: str, iin: str) -> TextRef:
    """Say for whom a visit for these services is, by the masked ИИН and what the person is to the citizen."""
    key = "queue-for-seller" if any(service.seller_name for service in services) else "queue-for-person"
    return TextRef(key, {"iin": iin, "relation": TextRef(f"relation-{relation}")})


_STATES = {
    BookingState.DISPLACED: "bookings-state-displaced",
    BookingState.CANCELLED: "bookings-state-cancelled",
    BookingState.CHECKED_IN: "bookings-state-checked-in",
    BookingState.SERVED: "bookings-state-served",
    BookingState.MISSED: "bookings-state-missed",
    BookingState.OVER: "bookings-over",
}


def state_text(booking: StoredBooking, now: int) -> TextRef:
    """Say what has become of a ticket: valid, displaced, cancelled, checked in, served, missed or over."""
    if booking.state is BookingState.ACTIVE:
        return TextRef("bookings-live" if booking.starts_at > now else "bookings-over")
    return TextRef(_STATES[booking.state])


def access(place: Place) -> TextRef:
    """Say whether one gets in with a wheelchair; nothing is guessed where no source tells."""
    known = {True: "queue-access-yes", False: "queue-access-no", None: "queue-access-unknown"}
    return TextRef(known[place.branch.accessible])


def address(place: Place) -> Bilingual | TextRef:
    """Return the address, or the advice to ask where none is known."""
    if not place.branch.address.ru:
        return TextRef("queue-no-address")
    return both(place.branch.address)
