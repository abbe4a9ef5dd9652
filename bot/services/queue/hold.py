"""Holding a seat while its booking is being confirmed: one seat a person, for some minutes (product Q2)."""

from datetime import UTC, datetime

from bot.domain.errors import Refusal
from bot.domain.slots import check_bookable
from bot.services.core import JsonResult, Services
from bot.services.queue.directory import Place
from bot.services.queue.free_times import day_grid
from bot.texts import zone
from storage import reminders, seats
from storage.actions import once
from storage.database import Transaction
from storage.seats import HeldSeat

_LAPSE_TOLD_WITHIN = 1800


async def hold_seat(
    services: Services, *, key: str, user_id: int, place: Place, group: str, starts_at: int
) -> HeldSeat:
    """Hold a seat at this time for the person, in place of any he held before.

    Raises `Refusal`: `booking-past`, `booking-too-soon`, `booking-too-far`, `booking-closed` (no such time),
    `seat-taken`; what he held before stays his then.
    """
    start = datetime.fromtimestamp(starts_at, UTC).astimezone(zone(place.zone))
    check_bookable(start, services.clock.now())
    slots = day_grid(place, start.date())
    if start not in [slot.start for slot in slots]:
        raise Refusal("booking-closed")
    starts = [int(slot.start.timestamp()) for slot in slots]

    async def take(tx: Transaction) -> JsonResult:
        now, until = services.now, services.now + services.rules.hold_seconds
        await release(tx, user_id)
        await seats.ensure(tx, place.id, group, start.date().isoformat(), starts, slots[0].seats)
        taken = await seats.take(tx, place.id, group, starts_at, holder=user_id, until=until, now=now)
        if taken is None:
            raise Refusal("seat-taken")
        await reminders.plan(tx, _subject(user_id), until, [("lapsed", until, until + _LAPSE_TOLD_WITHIN)])
        return {"seat": taken}

    async def job(tx: Transaction) -> HeldSeat | None:
        await once(tx, services.vault, key, services.now, lambda: take(tx))
        return await seats.held_by(tx, user_id)

    held = await services.db.write(job)
    if held is None:
        raise Refusal("hold-lapsed")
    return held


async def held_seat(services: Services, user_id: int) -> HeldSeat | None:
    """Return the seat the person holds, or held last and nobody else took."""
    async with services.db.read() as reader:
        return await seats.held_by(reader, user_id)


async def release_seat(services: Services, user_id: int) -> None:
    """Free what the person holds: he went another way."""
    await services.db.write(lambda tx: release(tx, user_id))


async def release(tx: Transaction, user_id: int) -> None:
    """Free what the person holds, and say nothing about it later."""
    await seats.release_holds(tx, user_id)
    await reminders.drop(tx, _subject(user_id))


def _subject(user_id: int) -> str:
    return f"hold:{user_id}"
