"""What goes out from the reception: the panel drawn anew, a call to a counter, the live «N before you» of each who
waits.

Both the panel and the live message are drawn at the moment they are sent, as everything is then: messages only say that
something changed, so that any number of changes costs one edit, and none is lost in a crash.
"""

from dataclasses import dataclass
from uuid import uuid4

from bot.callbacks import BookingCallback
from bot.domain.reception import StoredVisit, VisitState
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.branches.directory import read_place
from bot.services.notifications import NotificationButton, notification
from bot.services.queue.texts import both
from bot.services.reception.ordering import Line, read_line
from bot.services.sweeping import run_each, write_each
from bot.services.work import Services
from storage import staff_chats
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.engine.outbox import NORMAL, URGENT, OutboxMessage
from storage.reception import operators, visits

PANEL, LINE = "desk-panel", "desk-line"
TELL_EVERY_SECONDS = 30
"""*Ours*: a place in the line is told no oftener."""


@dataclass(frozen=True, slots=True)
class PanelSent:
    """The message number of the panel before, if there was one."""

    earlier: int | None


async def new_panel(services: Services, *, key: str, chat_id: int, thread_id: int | None) -> int | None:
    """Have a fresh panel sent to the chat or its topic; return the number of the one before, which is no panel now."""

    async def send_panel(tx: Transaction) -> PanelSent:
        earlier = await operators.panel(tx, chat_id)
        await operators.remove_panel(tx, chat_id)
        payload, subject = {"thread": thread_id}, Subject(SubjectKind.PANEL, chat_id)
        await services.enqueue(
            tx, OutboxMessage(f"{SubjectKind.PANEL}:{key}", chat_id, PANEL, payload, subject, priority=URGENT)
        )
        return PanelSent(earlier.message_id if earlier else None)

    return (await services.run_once(key, send_panel)).earlier


async def panel_changed(services: Services, tx: Transaction, branch_id: int) -> None:
    """Have the panels of the branch's reception drawn anew; one that will be drawn anyway is not asked for twice."""
    for chat in await staff_chats.receptions_of(tx, branch_id):
        subject = Subject(SubjectKind.PANEL, chat.chat_id)
        if await outbox.is_waiting(tx, subject) or await operators.panel(tx, chat.chat_id) is None:
            continue
        await services.enqueue(
            tx, OutboxMessage(f"{subject}:{uuid4().hex}", chat.chat_id, PANEL, subject=subject, priority=URGENT)
        )


async def tell_called(services: Services, tx: Transaction, visit: StoredVisit) -> None:
    """Tell the citizen of a call by a message of its own."""
    if visit.user_id is None:
        return
    place = await read_place(tx, visit.branch_id, services.now)
    args = {"ticket": visit.ticket, "window": visit.window or 0, "branch": both(place.branch.names)}
    key = f"called:{visit.id}:{visit.calls}"
    outgoing = notification(
        key, visit.user_id, "visit-called", args, subject=Subject(SubjectKind.VISIT, visit.id), priority=URGENT,
        not_after=services.now + 30 * 60,
    )  # fmt: skip
    await services.enqueue(tx, outgoing)


async def tell_missed_walk_in(services: Services, tx: Transaction, visit: StoredVisit) -> None:
    """Tell somebody who came without booking that they were called in vain, and what they can do."""
    if visit.user_id is None:
        return
    place = await read_place(tx, visit.branch_id, services.now)
    args = {"ticket": visit.ticket, "branch": both(place.branch.names)}
    buttons = [[NotificationButton("visit-book", BookingCallback("anew", 0))]]
    await services.enqueue(
        tx, notification(f"visit-missed:{visit.id}", visit.user_id, "visit-missed", args, buttons=buttons)
    )


async def tell_place(
    services: Services, tx: Transaction, visit: StoredVisit, words: str, *, anew: bool = False
) -> None:
    """Have the citizen's live message drawn anew; ``words`` tells this state of things from another.

    ``anew`` has it sent below everything else in the chat, in place of the one that is there.
    """
    if visit.user_id is None:
        return
    await visits.told(tx, visit.id, words, services.now)
    subject = Subject(SubjectKind.LINE, visit.id)
    payload = {"visit": visit.id} | ({"replaces": visit.message_id} if anew else {})
    await services.enqueue(
        tx,
        OutboxMessage(
            f"{subject}:{uuid4().hex}", visit.user_id, LINE, payload, subject=subject,
            priority=NORMAL, not_after=services.now + 60 * 60,
        ),
    )  # fmt: skip


async def tell_lines(services: Services) -> int:
    """Tell everybody in a line whose place changed, no oftener than every half minute; return how many were told."""
    async with services.db.read() as reader:
        places = await visits.live_places(reader)
    changed = await run_each(services, Sweep.LIVE_PLACES, places, lambda branch_id: _to_tell(services, branch_id))
    todo = [each for of_branch in changed for each in of_branch]
    told = await write_each(
        services,
        Sweep.LIVE_VISITS,
        todo,
        lambda tx, each: _tell_changed(services, tx, *each),
        key=lambda each: str(each[0].id),
    )
    return sum(told)


async def _tell_changed(services: Services, tx: Transaction, visit: StoredVisit, words: str) -> bool:
    """Return whether nothing was told meanwhile, which knew better."""
    now = await visits.get(tx, visit.id)
    if now is None or (now.state, now.told, now.told_at) != (visit.state, visit.told, visit.told_at):
        return False
    await tell_place(services, tx, now, words)
    return True


async def _to_tell(services: Services, branch_id: int) -> list[tuple[StoredVisit, str]]:
    async with services.db.read() as reader:
        line = await read_line(reader, await read_place(reader, branch_id, services.now), services.now)
    soon = services.now - TELL_EVERY_SECONDS
    there = [visit for visit in (*line.waiting, *line.called, *line.parked) if visit.user_id is not None]
    told = [(visit, words_of(visit, line)) for visit in there]
    return [(visit, words) for visit, words in told if words != visit.told and (visit.told_at or 0) <= soon]


def words_of(visit: StoredVisit, line: Line) -> str:
    """Return what is to be told, as a short mark that two equal states share."""
    if visit.state is not VisitState.WAITING:
        return f"{visit.state}:{visit.window}"
    ahead = line.ahead_of(visit.id)
    wait = line.wait_at(ahead)
    return f"waiting:{ahead}:{wait.low}:{wait.high}"
