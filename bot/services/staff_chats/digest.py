"""The morning digest of a staff chat: what is new, due today, late, and waits for people (product A8, S2)."""

from dataclasses import dataclass
from datetime import time, timedelta

from bot.domain.staff_chats import CASEWORK
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.calendar import END_OF_WORK, calendar, moment, today
from bot.services.notifications import notification
from bot.services.sweeping import write_each
from bot.services.work import Services
from bot.texts import LocalDate
from storage import reminders, staff_chats
from storage.cases import lists, obligations
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.reminders import DueReminder

_MORNING = time(9)
_NEVER_LOST = timedelta(days=365)
"""However long the bot did not run, the chain of mornings goes on."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Cases of one chat on one morning."""

    untaken: int
    due_today: int
    late: int
    waiting: int
    obligations: int

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.untaken or self.due_today or self.late or self.waiting or self.obligations)


async def plan_digest(services: Services, tx: Transaction, chat_id: int) -> None:
    """Have the chat told on the next working day's morning."""
    day = calendar().add_working_days(today(services.now), 1)
    planned = (day.isoformat(), moment(day, _MORNING), moment(day + _NEVER_LOST, END_OF_WORK))
    await reminders.plan_day(tx, Subject(SubjectKind.DIGEST, chat_id), 0, planned)


async def plan_missing_digests(services: Services) -> None:
    """Plan the digest of every bound chat that has none ahead."""
    async with services.db.read() as reader:
        chats = [chat.chat_id for chat in await staff_chats.bound(reader)]
    await write_each(services, Sweep.DIGESTS, chats, lambda tx, chat_id: plan_missing_digest(services, tx, chat_id))


async def plan_missing_digest(services: Services, tx: Transaction, chat_id: int) -> None:
    """Plan the digest of a chat that works on cases and has none ahead."""
    chat = await staff_chats.find(tx, chat_id)
    is_planned = await reminders.is_planned(tx, Subject(SubjectKind.DIGEST, chat_id))
    if not is_planned and chat is not None and chat.role in CASEWORK:
        await plan_digest(services, tx, chat_id)


async def compose_digest(services: Services, tx: Transaction, reminder: DueReminder) -> OutboxMessage | None:
    """Return the digest, and plan the next; None for a quiet morning or a chat that is bound no more."""
    chat_id = reminder.subject.number
    chat = await staff_chats.find(tx, chat_id)
    if chat is None or chat.role not in CASEWORK:
        return None
    await plan_digest(services, tx, chat_id)
    figures, day = await figures_of(tx, chat_id, services.now), today(services.now)
    if figures.nothing or not calendar().is_working_day(day) or services.now > moment(day, END_OF_WORK):
        return None
    values = {
        "day": LocalDate.of(day),
        "untaken": figures.untaken,
        "due": figures.due_today,
        "late": figures.late,
        "waiting": figures.waiting,
        "obligations": figures.obligations,
    }
    return notification(
        f"{reminder.subject}:{day.isoformat()}", chat_id, "staff-digest", values, subject=reminder.subject
    )


async def figures_of(tx: Transaction, chat_id: int, now: int) -> Figures:
    """Count the chat's live cases."""
    day = today(now)
    counted = await lists.figures(tx, chat_id, moment(day, time()), moment(day + timedelta(days=1), time()))
    return Figures(**counted, obligations=await obligations.overdue_cases(tx, chat_id, day))
