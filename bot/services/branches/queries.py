"""What the commands about a place's opening show, and which other places there are."""

from bot.domain.branches.branches import TsonService
from bot.domain.branches.changes import BranchChange, StoredClosure
from bot.services.branches.directory import Place, places_beside
from bot.services.work import Services
from storage.branches import opening


async def closures_of(services: Services, branch_id: int) -> list[StoredClosure]:
    """Return the place's closures that are not over and were not lifted, by time."""
    async with services.db.read() as reader:
        return (await opening.closures(reader, [branch_id], services.now)).get(branch_id, [])


async def changes_of(services: Services, branch_id: int, limit: int) -> list[BranchChange]:
    """Return the latest changes of the place's opening, the newest first."""
    async with services.db.read() as reader:
        return await opening.changes(reader, branch_id, limit)


async def other_places(services: Services, place: Place, service: TsonService) -> list[Place]:
    """Return the other places of the city that give out seats for the service, as ``places_beside``."""
    async with services.db.read() as reader:
        return await places_beside(reader, place, service, services.now)
