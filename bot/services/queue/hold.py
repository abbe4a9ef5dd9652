"""Holding seats while their booking is being confirmed: one visit a person, for some minutes (product Q2)."""

from datetime import UTC, datetime

from bot.domain.errors import Refusal
from bot.domain.queue.slots import Hold, SlotRef, check_bookable, run_of
from bot.domain.subject import Subject, SubjectKind
from bot.services.branches.directory import Place, read_place
from bot.services.queue.booking_rules import BOOKING_RULES, COOL_SECONDS
from bot.services.queue.free_times import day_grid
from bot.services.work import Services
from bot.texts import zone
from storage import reminders
from storage.engine.database import Transaction
from storage.queue import seats
from storage.queue.seats import PICK, HeldSeats

_LAPSE_TOLD_WITHIN = 1800


async def hold_seat(services: Services, *, key: str, user_id: int, slot: SlotRef) -> HeldSeats:
    """Hold seats for the person, in place of any they held before.

    Raises `Refusal`: `booking-past`, `booking-too-soon`, `booking-too-far`, `booking-closed` (no such time),
    `seat-taken`; what they held before stays theirs then.
    """

    async def hold(tx: Transaction) -> None:
        until = services.now + services.settings.hold_seconds
        place = await read_place(tx, slot.branch_id, services.now)
        check_bookable(datetime.fromtimestamp(slot.starts_at, zone(place.zone)), services.clock.now(), BOOKING_RULES)
        await release(tx, user_id)
        await keep_seats(services, tx, place, slot, Hold(user_id, until, PICK))
        await reminders.plan(tx, _subject(user_id), until, [("lapsed", until, until + _LAPSE_TOLD_WITHIN)])

    await services.run_once(key, hold)
    held = await held_seat(services, user_id)
    if held is None:
        raise Refusal("hold-lapsed")
    return held


async def keep_seats(
    services: Services, tx: Transaction, place: Place, slot: SlotRef, hold: Hold, *, first: bool = False
) -> None:
    """Keep the slot's seats at its place for somebody, all or none.

    ``first`` takes cooling seats too: for the waiting list and for those whose place closed. Raises `Refusal`
    (`booking-closed`: no such time, `seat-taken`) and keeps nothing for this purpose then.
    """
    start = datetime.fromtimestamp(slot.starts_at, UTC).astimezone(zone(place.zone))
    grid = {slot.start: slot.seats for slot in day_grid(place, slot.group, start.date())}
    run = [(int(at.timestamp()), grid.get(at, 0)) for at in run_of(start, slot.length, BOOKING_RULES)]
    if not all(capacity for _at, capacity in run):
        raise Refusal("booking-closed")
    await seats.ensure(tx, place.id, slot.group, start.date().isoformat(), run)
    for at, capacity in run:
        taken = await seats.take(
            tx,
            SlotRef(place.id, slot.group, at),
            hold,
            capacity=capacity,
            now=services.now,
            cooling=None if first else COOL_SECONDS,
        )
        if taken is None:
            await seats.release_holds(tx, hold.holder, hold.purpose)
            raise Refusal("seat-taken")


async def held_seat(services: Services, user_id: int) -> HeldSeats | None:
    """Return the seats the person holds, or held last and nobody else took."""
    async with services.db.read() as reader:
        return await seats.held_by(reader, user_id)


async def release_seat(services: Services, user_id: int) -> None:
    """Free what the person holds: they went another way."""
    await services.db.write(lambda tx: release(tx, user_id))


async def release(tx: Transaction, user_id: int) -> None:
    """Free what the person holds, and say nothing about it later."""
    await seats.release_holds(tx, user_id)
    await reminders.drop(tx, _subject(user_id))


def _subject(user_id: int) -> Subject:
    return Subject(SubjectKind.HOLD, user_id)
