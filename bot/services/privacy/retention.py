"""Numbers of persons that nothing needs any more: erased at night (domain §9, the term of a consent is its purpose).

Whoever withdrew consent had coming bookings, which kept their person until the visit; and a number that was typed
but never booked for is kept for a while, in case its person comes back to the open question.
"""

import asyncio

from bot.domain.sweeps import Sweep
from bot.services.sweeping import write_each
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.engine.migrate import remove_old_copies
from storage.people import persons

OPEN_QUESTION_SECONDS = 30 * 86_400
_AT_ONCE = 2_000


async def erase_unneeded_persons(services: Services) -> int:
    """Erase them, looked for some ids at a time, so that nobody waits for it; return how many there were."""
    async with services.db.read() as reader:
        newest = await persons.newest(reader)
    erased = 0
    for first in range(1, newest + 1, _AT_ONCE):
        async with services.db.read() as reader:
            found = await persons.unneeded(reader, first, first + _AT_ONCE - 1, services.now - OPEN_QUESTION_SECONDS)
        if found:
            erased += sum(
                await write_each(services, Sweep.PERSONS, found, lambda tx, person_id: forget(services, tx, person_id))
            )
    return erased


async def forget(services: Services, tx: Transaction, person_id: int) -> int:
    """Erase a person unless something needs it again; return how many were erased."""
    return await persons.erase_unneeded(tx, [person_id], services.now)


async def remove_upgrade_copies(services: Services) -> None:
    """Remove the copies of the database that upgrades left a while ago: they hold who was erased since."""
    await asyncio.to_thread(remove_old_copies, services.db.path)
