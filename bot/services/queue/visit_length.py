"""What a visit is for, and how long it takes: the minutes of its services, and the seats one after another."""

from bot.domain.branches.branches import TsonService
from bot.domain.queue.bookings import StoredBooking, Visit
from bot.domain.queue.slots import slots_for
from bot.domain.queue.waiting_list import Waiting
from bot.services.branches.directory import tson_services
from bot.services.queue.booking_rules import BOOKING_RULES


def visit_of(stored: StoredBooking | Waiting) -> Visit:
    """Return the visit that is booked, or waited for."""
    known = tson_services()
    second = known[stored.second_service] if stored.second_service else None
    return Visit(stored.person_id, stored.relation, known[stored.service], second)


def visit_minutes(service: TsonService, second: TsonService | None = None) -> int:
    """Return the minutes of the visit."""
    return service.minutes + (second.minutes if second else 0)


def visit_seats(service: TsonService, second: TsonService | None = None) -> int:
    """Return how many consecutive seats the visit takes."""
    return slots_for(service.minutes, BOOKING_RULES) + (slots_for(second.minutes, BOOKING_RULES) if second else 0)
