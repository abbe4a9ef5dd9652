"""What must be in the database before the first update: directories from ``data/``, planned digests."""

from bot.services.core import Services
from bot.services.digest import plan_missing_digests
from bot.services.queue.directory import load_branches


async def prepare(services: Services) -> None:
    """Load the directories that are not there yet, and have every staff chat told each morning."""
    await load_branches(services)
    await plan_missing_digests(services)
