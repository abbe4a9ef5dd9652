"""The nightly count: seats, bookings, their history and reminders must agree; any difference is an alarm."""

import structlog

from bot.domain.sweeps import Sweep
from bot.services.notifications import notification
from bot.services.queue.booking_rules import BOOKING_RULES
from bot.services.sweeping import post_each, run_each
from bot.services.work import Services
from storage.queue.integrity import KINDS, damaged

log = structlog.get_logger(__name__)
_SHOWN = 20
_DAY = 86_400


async def find_damage(services: Services) -> dict[str, list[int]]:
    """Return the ids of the rows that disagree, by kind of damage; nothing is changed."""
    found = [(kind, await _damaged(services, kind)) for kind in KINDS]
    return {kind: ids for kind, ids in found if ids}


async def _damaged(services: Services, kind: str) -> list[int]:
    async with services.db.read() as reader:
        step = int(BOOKING_RULES.step.total_seconds())
        return await damaged(reader, kind, services.now, step=step, apart_days=BOOKING_RULES.apart_days)


async def report_damage(services: Services) -> None:
    """Log every kind of damage and tell the administrators, once a day."""
    found: dict[str, list[int]] = {}

    async def count(kind: str) -> None:
        if ids := await _damaged(services, kind):
            found[kind] = ids
            log.error("the queue's rows disagree", kind=kind, count=len(ids), first=ids[:_SHOWN])

    await run_each(services, Sweep.DAMAGE_CHECKS, KINDS, count)
    if not found:
        return
    args = {"count": sum(map(len, found.values())), "kinds": ", ".join(found)}
    day, admins = services.now // _DAY, sorted(services.settings.admin_ids)
    await post_each(services, [notification(f"damage:{day}:{admin}", admin, "damage-found", args) for admin in admins])
