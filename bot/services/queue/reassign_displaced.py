"""After hours, capacity or closures changed: nobody keeps a time that is no more, and what is new is the line's first.

A displaced booking keeps its number; three other times are kept for its owner by a reminder that is due at once, so
that a crash in the middle is followed by the same messages, each once. What was only held, kept or offered at such a
time is let go in the same transaction, so that it cannot become a booking afterwards. One that fails does not keep a
place from closing: it is tried again by itself.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.callbacks import AlternativeCallback
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.queue.waiting_list import OfferState
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.amendments import amend
from bot.services.branches.directory import Place, read_place
from bot.services.notifications import notification
from bot.services.queue.booking import OFFERS
from bot.services.queue.conflicts import left_without_seat
from bot.services.queue.free_times import day_grid
from bot.services.queue.notifications.bookings import cancel_messages
from bot.services.queue.offers import offer_at_once
from bot.services.queue.texts import both
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import LocalDateTime, zone
from storage import reminders
from storage.engine.database import Transaction
from storage.queue import bookings, seats, waiting_list
from storage.queue.seats import Kept

AGAIN_AFTER = timedelta(hours=20)
"""A displaced person who chose nothing is told once more so long after; ours."""


async def reassign_displaced(
    services: Services, tx: Transaction, branch_id: int, *, closure_id: int | None = None, actor: int | None = None
) -> int:
    """Displace whoever has no seat any more and offer the line what is new; return how many were displaced."""
    place = await read_place(tx, branch_id, services.now)
    displaced = await savepoint_each(
        services,
        tx,
        Sweep.DISPLACED,
        await left_without_seat(tx, place, services.now),
        lambda tx, booking: _displace(services, tx, booking, closure_id, actor),
        key=lambda booking: f"{booking.id}.{closure_id or 0}",
    )
    await savepoint_each(
        services,
        tx,
        Sweep.KEPT_SEATS,
        await _kept_without_seat(services, tx, place),
        lambda tx, kept: _let_go(services, tx, place, kept),
        key=lambda kept: str(kept.first_seat),
    )
    await waiting_list.wake(tx, branch_id)
    await offer_at_once(services, tx, branch_id)
    return len(displaced)


async def displace_again(services: Services, tx: Transaction, key: str) -> None:
    """Displace a booking that failed to be, by its key, if it still has no seat."""
    booking_id, closure_id = map(int, key.split("."))
    booking = await bookings.get(tx, booking_id)
    if booking is None:
        return
    place = await read_place(tx, booking.branch_id, services.now)
    if booking in await left_without_seat(tx, place, services.now):
        await _displace(services, tx, booking, closure_id or None, None)


async def let_go_again(services: Services, tx: Transaction, key: str) -> None:
    """Let go of what is kept from this seat on, if it is still kept at a time that is no more."""
    branch_id = await seats.branch_of(tx, int(key))
    if branch_id is None:
        return
    place = await read_place(tx, branch_id, services.now)
    for kept in await _kept_without_seat(services, tx, place):
        if kept.first_seat == int(key):
            await _let_go(services, tx, place, kept)


async def _displace(
    services: Services, tx: Transaction, booking: StoredBooking, closure_id: int | None, actor: int | None
) -> None:
    if not await bookings.change(tx, booking.id, BookingState.DISPLACED, now=services.now, actor=actor):
        return
    await bookings.set_closure(tx, booking.id, closure_id)
    await seats.release_booked(tx, booking.id, services.now)
    await cancel_messages(services, tx, booking)
    await _plan_times(services, tx, booking.id, booking.version + 1, "displaced")


async def _plan_times(services: Services, tx: Transaction, booking_id: int, version: int, kind: str) -> None:
    """Plan the message with three times for now, and once more for whoever chooses none."""
    again = services.now + int(AGAIN_AFTER.total_seconds())
    planned = [(kind, services.now, again), ("displaced-again", again, again + int(AGAIN_AFTER.total_seconds()))]
    await reminders.plan(tx, Subject(SubjectKind.DISPLACED, booking_id), version, planned)


async def _kept_without_seat(services: Services, tx: Transaction, place: Place) -> list[Kept]:
    """Return what is held, kept or offered beyond the counters there are now; what ends first keeps its time."""
    taken = Counter(await seats.booked_from(tx, place.id, services.now))
    out = []
    for kept in await seats.kept_at(tx, place.id, services.now):
        times = [(kept.service_group, at) for at in kept.times]
        if all(taken[time] < capacity for time, capacity in zip(times, _capacities(place, kept), strict=True)):
            taken.update(times)
        else:
            out.append(kept)
    return out


def _capacities(place: Place, kept: Kept) -> Iterator[int]:
    for at in kept.times:
        start = datetime.fromtimestamp(at, zone(place.zone))
        grid = {slot.start: slot.seats for slot in day_grid(place, kept.service_group, start.date())}
        yield grid.get(start, 0)


async def _let_go(services: Services, tx: Transaction, place: Place, kept: Kept) -> None:
    await seats.release_holds(tx, kept.holder, kept.purpose)
    kind, _, rest = kept.purpose.partition(":")
    if kind == OFFERS:
        await waiting_list.end_offer(tx, int(rest), OfferState.VOID, services.now)
        await amend(services, tx, Subject(SubjectKind.OFFER, int(rest)), kept.holder)
        args = {"at": LocalDateTime(kept.times[0], place.zone), "branch": both(place.branch.names)}
        await services.enqueue(tx, notification(f"offer-gone:{rest}", kept.holder, "waiting-offer-gone", args))
    elif kind == AlternativeCallback.prefix:
        booking = await bookings.get(tx, AlternativeCallback.unpack(kept.purpose).booking)
        if booking is not None and booking.state is BookingState.DISPLACED:
            await _plan_times(services, tx, booking.id, booking.version, f"displaced-{services.now}")
