"""What an operator is told of somebody who was checked in."""

from bot.domain.reception import VisitState
from bot.services.branches.directory import read_place
from bot.services.reception.ordering import read_line
from bot.services.work import Services
from bot.texts import Key, Moment
from storage.reception import visits


async def check_in_words(services: Services, visit_id: int) -> Key:
    """Say who is in the line now, and how many are before him; raises LookupError for no visit."""
    async with services.db.read() as reader:
        visit = await visits.get(reader, visit_id)
        if visit is None:
            raise LookupError(visit_id)
        place = await read_place(reader, visit.branch_id, services.now)
        line = await read_line(reader, place, services.now)
    if visit.state is VisitState.CALLED:
        return Key("desk-checked-in-called", {"ticket": visit.ticket, "window": visit.window or 0})
    told = {"ticket": visit.ticket, "ahead": line.ahead_of(visit.id)}
    if visit.starts_at is None:
        return Key("desk-checked-in-walkin", told)
    return Key("desk-checked-in", {**told, "at": Moment(visit.starts_at, place.zone, "time")})
