"""What an operator is told of somebody who was checked in."""

from bot.domain.reception import VisitState
from bot.services.reception.queries import checked_in
from bot.services.work import Services
from bot.texts import LocalDateTime, TextRef


async def check_in_text(services: Services, visit_id: int) -> TextRef:
    """Say who is in the line now, and how many are before them; raises LookupError for no visit."""
    came = await checked_in(services, visit_id)
    visit = came.visit
    if visit.state is VisitState.CALLED:
        return TextRef("desk-checked-in-called", {"ticket": visit.ticket, "window": visit.window or 0})
    told = {"ticket": visit.ticket, "ahead": came.ahead}
    if visit.starts_at is None:
        return TextRef("desk-checked-in-walkin", told)
    return TextRef("desk-checked-in", {**told, "at": LocalDateTime(visit.starts_at, came.place.zone, "time")})
