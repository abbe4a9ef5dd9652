"""``python -m bot check``: the nightly count of the queue, now."""

import asyncio

from bot.cli.offline import offline_services
from bot.services.queue.integrity import find_damage
from bot.settings import Settings


def check_queue(settings: Settings) -> str:
    """Return what disagrees, a line for each kind of damage with the ids of its rows; empty when all is well."""

    async def find() -> dict[str, list[int]]:
        async with offline_services(settings) as services:
            return await find_damage(services)

    found = asyncio.run(find())
    return "\n".join(
        ["the queue's rows disagree:", *(f"  {kind}: {ids}" for kind, ids in found.items())] if found else []
    )
