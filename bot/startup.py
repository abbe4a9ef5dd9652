"""What must be so before the first update: guides that can be read, directories in the database, planned digests."""

from bot.services.branches.directory import load_branches
from bot.services.guides.library import GuideError, load_guides, load_quizzes
from bot.services.staff_chats.digest import plan_missing_digests
from bot.services.work import Services
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
