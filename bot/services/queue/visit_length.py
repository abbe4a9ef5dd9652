"""How long a visit takes: the minutes of its services, and the seats one after another they need."""

from bot.domain.branches.branches import TsonService
from bot.domain.queue.slots import slots_for
from bot.services.queue.booking_rules import BOOKING_RULES


def visit_minutes(service: TsonService, second: TsonService | None = None) -> int:
    """Return the minutes of the visit."""
    return service.minutes + (second.minutes if second else 0)


def visit_seats(service: TsonService, second: TsonService | None = None) -> int:
    """Return how many consecutive seats the visit takes."""
    return slots_for(service.minutes, BOOKING_RULES) + (slots_for(second.minutes, BOOKING_RULES) if second else 0)
