"""Open what the entrance poster's link leads to."""

from collections.abc import Sequence

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.reception import VisitState
from bot.services.branches.directory import place
from bot.services.reception.check_in import check_in_at_entrance, takes_walk_ins
from bot.services.reception.links import read_entrance
from bot.services.reception.queries import visits_of
from bot.services.work import Services
from bot.texts import TextRef
from bot.texts.error_messages import problem_key
from dialogs.reception.data import ArrivalData
from dialogs.states import Arrival, Menu

# Nothing keeps whoever hears one of these from waiting in the line like people without booking.
_MAY_JOIN = frozenset({"desk-nothing-booked", "desk-too-late", "desk-ticket-missed"})


async def in_line(services: Services, visit_ids: Sequence[int]) -> TextRef:
    """Tell which of the visits' tickets are in the line, or which is called to a counter."""
    there = await visits_of(services, visit_ids)
    called = next((visit for visit in there if visit.state is VisitState.CALLED), None)
    if called is not None:
        return TextRef("arrival-called", {"ticket": called.ticket, "window": called.window or 0})
    return tickets_in_line([visit.ticket for visit in there])


def tickets_in_line(tickets: Sequence[str]) -> TextRef:
    """Say that these tickets are in the line."""
    return TextRef("arrival-in-line", {"tickets": ", ".join(tickets)})


async def open_arrival(manager: DialogManager, value: str) -> None:
    """Check in whoever scanned the poster; a link that was not made here opens the main menu."""
    services, context = services_of(manager), context_of(manager)
    branch_id = read_entrance(services.encryption, value)
    if branch_id is None:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
        return
    joins, words = False, TextRef("arrival-nothing")
    try:
        there = await check_in_at_entrance(
            services, key=context.key("door"), user_id=context.user_id, branch_id=branch_id
        )
        words = await in_line(services, there)
    except Refusal as problem:
        where = await place(services, branch_id)
        joins = problem.code in _MAY_JOIN and takes_walk_ins(where, services.now)
        words = problem_key(problem)
    data = ArrivalData.branch.stored(branch_id) | ArrivalData.joins.stored(joins) | ArrivalData.words.stored(words)
    await manager.start(Arrival.here, data=data, mode=StartMode.RESET_STACK)
