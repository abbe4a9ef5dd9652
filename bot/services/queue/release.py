"""Releasing seats: those who wait are asked first, and the public sees them later (product Q5).

By day the line has a few minutes, in which the sweep offers the seat and so holds it. At night nobody is woken: then
the seat is the line's until some minutes after offers are made again.
"""

from datetime import datetime, timedelta

from bot.domain.queue.bookings import StoredBooking
from bot.domain.queue.waiting_list import Offer, Waiting
from bot.services.branches.directory import tson_services
from bot.services.queue.booking_rules import BOOKING_RULES, COOL_SECONDS
from bot.services.work import Services
from bot.texts import COUNTRY_ZONE, zone
from storage.engine.database import Transaction
from storage.queue import seats, waiting_list

_LEAD = int(BOOKING_RULES.lead.total_seconds())


async def release_booked(services: Services, tx: Transaction, booking: StoredBooking) -> None:
    """Free the seats of a booking that moved or ended, for those who wait first."""
    group = tson_services()[booking.service].group.value
    public_at = await _public_at(services, tx, booking.branch_id, group, booking.starts_at)
    await seats.release_booked(tx, booking.id, public_at)
    await waiting_list.wake(tx, booking.branch_id)


async def release_offered(services: Services, tx: Transaction, entry: Waiting, offer: Offer, purpose: str) -> None:
    """Free what was kept under ``purpose`` for an offer that was not taken, for the next in line first."""
    public_at = await _public_at(services, tx, offer.branch_id, entry.service_group, offer.starts_at)
    await seats.release_holds(tx, entry.user_id, purpose, public_at=public_at)
    await waiting_list.wake(tx, offer.branch_id)


def next_offers(services: Services, zone_name: str = COUNTRY_ZONE) -> int | None:
    """Return when offers are made again, or None when they are made now: nobody is woken at night."""
    now = services.clock.now().astimezone(zone(zone_name))
    if BOOKING_RULES.offers_from <= now.time() < BOOKING_RULES.offers_until:
        return None
    day = now.date() + timedelta(days=now.time() >= BOOKING_RULES.offers_until)
    return int(datetime.combine(day, BOOKING_RULES.offers_from, now.tzinfo).timestamp())


async def _public_at(services: Services, tx: Transaction, branch_id: int, group: str, starts_at: int) -> int:
    """Return when everybody may take a seat freed now: not before the line could be asked, unless it is too late."""
    opens = next_offers(services)
    if opens is None or starts_at - _LEAD <= opens or not await waiting_list.anybody(tx, branch_id, group):
        opens = services.now
    return opens + COOL_SECONDS
