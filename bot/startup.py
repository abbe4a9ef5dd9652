"""What must be so before the first update: guides that can be read, directories in the database, planned digests."""

from bot.guides import GuideError, load_guides, load_quizzes
from bot.services.core import Services
from bot.services.digest import plan_missing_digests
from bot.services.queue.directory import load_branches
from bot.settings import SetupError


async def prepare(services: Services) -> None:
    """Read the guides, load the directories that are not there yet, and have every staff chat told each morning.

    Raises SetupError naming a guide's or quiz's file that is wrong: an administrator has just changed it.
    """
    try:
        load_guides()
        load_quizzes()
    except GuideError as error:
        raise SetupError(str(error)) from None
    await load_branches(services)
    await plan_missing_digests(services)
