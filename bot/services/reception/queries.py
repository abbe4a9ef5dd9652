"""What a reception's panel, its answers and the screen at the entrance show: each read in one look at the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.reception import Operator, StoredVisit
from bot.domain.staff_chats import StaffChat
from bot.services.branches.directory import Place, read_place
from bot.services.reception.ordering import Line, read_line
from bot.services.work import Services
from storage import staff_chats
from storage.reception import operators, visits


@dataclass(frozen=True, slots=True)
class ReceptionNow:
    """A reception: its chat, its place, who is there and who sits at which counter."""

    chat: StaffChat
    place: Place
    line: Line
    sitting: Sequence[Operator]


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Somebody who came, where, and how many are called before them."""

    visit: StoredVisit
    place: Place
    ahead: int


async def reception_now(services: Services, chat_id: int) -> ReceptionNow | None:
    """Return the reception of a chat; None when the chat serves none any more."""
    async with services.db.read() as reader:
        chat = await staff_chats.find(reader, chat_id)
        if chat is None or chat.branch_id is None:
            return None
        place = await read_place(reader, chat.branch_id, services.now)
        line = await read_line(reader, place, services.now)
        return ReceptionNow(chat, place, line, await operators.operators(reader, chat_id))


async def chats_of_scanner(services: Services, user_id: int, branch_id: int) -> list[StaffChat]:
    """Return the receptions a scanner may work at: those of a branch first, then where they sit at a counter."""
    async with services.db.read() as reader:
        own = await staff_chats.receptions_of(reader, branch_id)
        sitting = [await staff_chats.find(reader, chat_id) for chat_id in await operators.chats_of(reader, user_id)]
    return [*own, *(chat for chat in sitting if chat is not None)]


async def operator_of(services: Services, chat_id: int, user_id: int) -> Operator | None:
    """Return where the person sits."""
    async with services.db.read() as reader:
        return await operators.operator(reader, chat_id, user_id)


async def checked_in(services: Services, visit_id: int) -> CheckedIn:
    """Return where a visit stands in its line; raises LookupError for no visit."""
    async with services.db.read() as reader:
        visit = await visits.get(reader, visit_id)
        if visit is None:
            raise LookupError(visit_id)
        place = await read_place(reader, visit.branch_id, services.now)
        line = await read_line(reader, place, services.now)
    return CheckedIn(visit, place, line.ahead_of(visit.id))


async def visits_of(services: Services, visit_ids: Sequence[int]) -> list[StoredVisit]:
    """Return the visits with these ids; those that are no more are left out."""
    async with services.db.read() as reader:
        found = [await visits.get(reader, visit_id) for visit_id in visit_ids]
    return [visit for visit in found if visit]
