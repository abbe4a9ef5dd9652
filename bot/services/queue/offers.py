"""Offering freed seats to those who wait, in the order in which they came; taking, passing on, running out (product
Q5).

A line is always looked at from its head, in one transaction, so that nobody is passed over by somebody who came later:
an entry is skipped only where no free time fits its wish, where it has an offer already, where the time was offered
to it before, or where it fails by itself. An offer that runs out goes to the next in line before the public: so does
every hold.
"""

from datetime import date, time

from bot.callbacks import OfferCallback
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingKind
from bot.domain.queue.slots import Hold, Slot, SlotRef
from bot.domain.queue.waiting_list import Offer, OfferState, Waiting, WaitingState
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.amendments import amend
from bot.services.branches.directory import Place, read_place, tson_services
from bot.services.calendar import today
from bot.services.notifications import NotificationButton, notification
from bot.services.queue.booking import Booked, book_held, is_open, move_to_held, offer_purpose
from bot.services.queue.booking_limit import check_person_limit
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.queue.free_times import horizon, read_free_slots
from bot.services.queue.hold import keep_seats
from bot.services.queue.release import next_offers, release_offered
from bot.services.queue.texts import both, services_named
from bot.services.queue.visit_length import visit_of
from bot.services.queue.waiting_list import PARTS, amend_offers, own_waiting
from bot.services.sweeping import savepoint_each, write_each
from bot.services.work import Services
from bot.texts import LocalDateTime
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT
from storage.queue import bookings, seats, waiting_list

LOOK_EVERY = 300
"""Seconds after which a line is looked at again though nobody freed a seat and no hold ran out: days are added."""
_LINES_AT_ONCE = 8


async def offer_freed_seats(services: Services) -> int:
    """Pass on what ran out, end what is over, and offer what is free; return how many offers were made."""
    async with services.db.read() as reader:
        expired = await waiting_list.expired_offers(reader, services.now)
        over = await waiting_list.over(reader, today(services.now).isoformat())
    await write_each(services, Sweep.EXPIRED_OFFERS, expired, lambda tx, offer_id: _expire(services, tx, offer_id))
    await write_each(services, Sweep.PAST_WAITING, over, lambda tx, entry_id: _end_past(services, tx, entry_id))
    # Read only now: who was passed on to is in them.
    async with services.db.read() as reader:
        lines = await waiting_list.due_lines(reader, services.now)
    made = await write_each(
        services,
        Sweep.LINES,
        lines,
        lambda tx, line: _offer_in_line(services, tx, *line),
        key=_line_key,
        at_once=_LINES_AT_ONCE,
    )
    return sum(made)


async def offer_at_once(services: Services, tx: Transaction, branch_id: int) -> None:
    """Offer the lines of a branch what is free there, before anybody else can see it."""
    lines = [(branch_id, group) for group in await waiting_list.groups_in_line(tx, branch_id)]
    await savepoint_each(
        services, tx, Sweep.LINES, lines, lambda tx, line: _offer_in_line(services, tx, *line), key=_line_key
    )


def _line_key(line: tuple[int, str]) -> str:
    branch_id, group = line
    return f"{branch_id}.{group}"


async def take_offer(services: Services, *, key: str, user_id: int, offer_id: int) -> int:
    """Book the offered seat, or move the booking the person had; return the booking's id.

    Raises ``Refusal``: ``offer-taken`` (theirs already, as ``ticket``), ``offer-over`` (passed on, run out or
    another's), ``booking-limit``, ``hold-lapsed``.
    """

    async def take(tx: Transaction) -> Booked:
        taken = await waiting_list.taken_by(tx, user_id, offer_id)
        booked = await bookings.get(tx, taken) if taken is not None else None
        if booked is not None and is_open(booked, services.now):
            raise Refusal("offer-taken", ticket=booked.ticket)
        return Booked(await _take(services, tx, user_id, offer_id))

    return (await services.run_once(key, take)).booking


async def pass_offer(services: Services, *, key: str, user_id: int, offer_id: int) -> None:
    """Let the next in line have it; the person keeps their place. Raises ``Refusal("offer-over")``."""

    async def pass_on(tx: Transaction) -> None:
        offer, entry = await _own(services, tx, user_id, offer_id)
        await _release(services, tx, offer, entry, OfferState.PASSED)

    await services.run_once(key, pass_on)


async def _take(services: Services, tx: Transaction, user_id: int, offer_id: int) -> int:
    offer, entry = await _own(services, tx, user_id, offer_id)
    purpose = offer_purpose(offer.id)
    await waiting_list.end(tx, entry.id, WaitingState.SERVED, services.now)
    moved = await bookings.get(tx, entry.booking_id) if entry.booking_id else None
    if moved is not None and is_open(moved, services.now):
        await move_to_held(services, tx, moved, user_id, purpose)
        booking_id = moved.id
    else:
        booking_id = await book_held(services, tx, user_id, visit_of(entry), purpose)
    await waiting_list.end_offer(tx, offer.id, OfferState.TAKEN, services.now, booking_id)
    await amend_offers(services, tx, entry)
    return booking_id


async def _own(services: Services, tx: Transaction, user_id: int, offer_id: int) -> tuple[Offer, Waiting]:
    offer = await waiting_list.offer(tx, offer_id)
    if offer is None or offer.state is not OfferState.OPEN or offer.expires_at <= services.now:
        raise Refusal("offer-over")
    try:
        return offer, await own_waiting(tx, user_id, offer.waiting_id)
    except Refusal:
        raise Refusal("offer-over") from None


async def _expire(services: Services, tx: Transaction, offer_id: int) -> None:
    """End an offer that ran out, unless somebody ended it meanwhile, and tell its person."""
    offer = await waiting_list.offer(tx, offer_id)
    if offer is None or offer.state is not OfferState.OPEN:
        return
    entry = await waiting_list.get(tx, offer.waiting_id)
    if entry is None:
        raise LookupError(offer.waiting_id)
    await _release(services, tx, offer, entry, OfferState.EXPIRED)
    rows = [[NotificationButton("waiting-leave", OfferCallback("leave", entry.id))]]
    key, subject = f"offer-expired:{offer.id}", Subject(SubjectKind.OFFER, offer.id)
    outgoing = notification(key, entry.user_id, "waiting-offer-expired", buttons=rows, subject=subject)
    await services.enqueue(tx, outgoing)


async def _end_past(services: Services, tx: Transaction, entry_id: int) -> None:
    """End an entry whose days are over, unless somebody ended it meanwhile, and tell its person."""
    entry = await waiting_list.get(tx, entry_id)
    if entry is None or not await waiting_list.end(tx, entry.id, WaitingState.OVER, services.now):
        return
    rows = [[NotificationButton("waiting-again", OfferCallback("again", entry.id))]]
    await services.enqueue(
        tx, notification(f"waiting-over:{entry.id}", entry.user_id, "waiting-over-told", buttons=rows)
    )


async def _release(services: Services, tx: Transaction, offer: Offer, entry: Waiting, to: OfferState) -> None:
    await waiting_list.end_offer(tx, offer.id, to, services.now)
    await release_offered(services, tx, entry, offer, offer_purpose(offer.id))
    await amend(services, tx, Subject(SubjectKind.OFFER, offer.id), entry.user_id)


async def _offer_in_line(services: Services, tx: Transaction, branch_id: int, group: str) -> int:
    """Offer one line what it has free, from its head on; return how many offers were made."""
    place = await read_place(tx, branch_id, services.now)
    opens = next_offers(services, place.zone)
    if opens is not None:
        await waiting_list.look_later(tx, branch_id, group, opens)
        return 0
    asked = [
        entry
        for entry in await waiting_list.line(tx, branch_id, group)
        if await waiting_list.open_offer(tx, entry.id) is None
    ]
    made = await savepoint_each(
        services,
        tx,
        Sweep.LINE_ENTRIES,
        asked,
        lambda tx, entry: _offer(services, tx, place, entry),
        key=lambda entry: str(entry.id),
    )
    lapse = await seats.next_lapse(tx, branch_id, group, services.now)
    await waiting_list.look_later(
        tx, branch_id, group, min(services.now + LOOK_EVERY, lapse or services.now + LOOK_EVERY)
    )
    return sum(made)


async def _offer(services: Services, tx: Transaction, place: Place, entry: Waiting) -> bool:
    before = await waiting_list.offered(tx, entry.id)
    for slot in await _fitting(services, tx, place, entry):
        starts_at = int(slot.start.timestamp())
        if (place.id, starts_at) in before:
            continue
        expires_at = min(
            services.now + int(BOOKING_RULES.offer.total_seconds()),
            starts_at - int(BOOKING_RULES.lead.total_seconds()),
        )
        if expires_at <= services.now:
            continue
        offer_id = await waiting_list.add_offer(tx, entry.id, place.id, starts_at, expires_at, services.now)
        try:
            await keep_seats(
                services,
                tx,
                place,
                SlotRef(place.id, entry.service_group, starts_at, entry.seats),
                Hold(entry.user_id, expires_at, offer_purpose(offer_id)),
                first=True,
            )
        except Refusal:
            await waiting_list.end_offer(tx, offer_id, OfferState.VOID, services.now)
            continue
        await _tell(services, tx, place, entry, offer_id, starts_at, expires_at)
        return True
    return False


async def _tell(
    services: Services, tx: Transaction, place: Place, entry: Waiting, offer_id: int, starts_at: int, expires_at: int
) -> None:
    args = {
        "at": LocalDateTime(starts_at, place.zone, "visit"),
        "branch": both(place.branch.names),
        "service": services_named(entry.service, entry.second_service),
        "until": LocalDateTime(expires_at, place.zone, "time"),
    }
    rows = [
        [NotificationButton("waiting-take", OfferCallback("take", offer_id), "success")],
        [
            NotificationButton("waiting-pass", OfferCallback("pass", offer_id)),
            NotificationButton("waiting-leave", OfferCallback("leave", entry.id)),
        ],
    ]
    subject = Subject(SubjectKind.OFFER, offer_id)
    outgoing = notification(
        str(subject),
        entry.user_id,
        "waiting-offer-move" if entry.booking_id else "waiting-offer",
        args,
        buttons=rows,
        subject=subject,
        priority=URGENT,
        not_after=expires_at,
    )
    await services.enqueue(tx, outgoing)


async def _fitting(services: Services, tx: Transaction, place: Place, entry: Waiting) -> list[Slot]:
    """Return the free times of the wished days and part that the person may have, in order of time."""
    first, last = date.fromisoformat(entry.day_from), date.fromisoformat(entry.day_to)
    days = [day for day in horizon(place, services.clock.now()) if first <= day <= last]
    days = [day for day in days if await _allowed(services, tx, entry, day)]
    if not days:
        return []
    by_day = await read_free_slots(services, tx, place, entry.service_group, days, entry.seats, first=True)
    return [slot for day in days for slot in by_day[day] if slot.seats and _in_part(slot.start.time(), entry.part)]


def _in_part(at: time, part: str | None) -> bool:
    if part is None:
        return True
    begins, ends = PARTS[part]
    return begins <= at.hour < ends


async def _allowed(services: Services, tx: Transaction, entry: Waiting, day: date) -> bool:
    try:
        await check_person_limit(
            tx,
            user_id=entry.user_id,
            person_id=entry.person_id,
            kind=BookingKind.of(tson_services()[entry.service].group),
            day=day,
            now=services.now,
            moving=entry.booking_id,
        )
    except Refusal:
        return False
    return True
