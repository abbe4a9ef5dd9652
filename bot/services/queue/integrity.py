"""The nightly count: seats, bookings, their history and reminders must agree; any difference is an alarm."""

import structlog

from bot.services.notifications import notice
from bot.services.queue.rules import BOOKING_RULES
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue.integrity import damaged

log = structlog.get_logger(__name__)
_SHOWN = 20
_DAY = 86_400


async def find_damage(services: Services) -> dict[str, list[int]]:
    """Return the ids of the rows that disagree, by kind of damage; nothing is changed."""
    async with services.db.read() as reader:
        step = int(BOOKING_RULES.step.total_seconds())
        return await damaged(reader, services.now, step=step, apart_days=BOOKING_RULES.apart_days)


async def report_damage(services: Services) -> None:
    """Log every kind of damage and tell the administrators, once a day."""
    found = await find_damage(services)
    for kind, ids in found.items():
        log.error("the queue's rows disagree", kind=kind, count=len(ids), first=ids[:_SHOWN])

    async def tell(tx: Transaction) -> None:
        for admin in sorted(services.rules.admin_ids):
            args = {"count": sum(map(len, found.values())), "kinds": ", ".join(found)}
            await services.post(tx, notice(f"damage:{services.now // _DAY}:{admin}", admin, "damage-found", args))

    if found:
        await services.db.write(tell)
