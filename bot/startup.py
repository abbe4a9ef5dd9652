"""What must be in the database before the first update: directories from ``data/``."""

from bot.services.core import Services
from bot.services.queue.directory import load_branches


async def prepare(services: Services) -> None:
    """Load the directories that are not there yet."""
    await load_branches(services)
