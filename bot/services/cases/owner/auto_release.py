"""A case its owner leaves untouched goes back to everybody in the chat (product A6, A8)."""

from datetime import date, time, timedelta

from bot.domain.cases.alarms import IDLE_DAYS
from bot.domain.cases.case import Case
from bot.domain.cases.states import AWAITING_PERSON, Actor, CaseState, Role
from bot.domain.sealing import DataKeyDestroyedError
from bot.domain.subject import Subject, SubjectKind
from bot.services.calendar import END_OF_WORK, calendar, moment, today
from bot.services.cases.common import message_to_staff
from bot.services.cases.routing import refresh_card
from bot.services.work import Services
from storage import reminders
from storage.cases import cases
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.reminders import DueReminder

_MORNING = time(9)
_OFFICE_TURN = frozenset({CaseState.IN_CHECK, CaseState.AGREED})
_NEVER_LOST = timedelta(days=365)
"""However long the bot did not run, the case is looked at."""
_SYSTEM = 0


async def watch_owner(services: Services, tx: Transaction, case: Case) -> None:
    """Look, after the days an owner has, whether they did anything."""
    await _look_again(services, tx, case, today(services.now))


async def compose_idle_check(services: Services, tx: Transaction, reminder: DueReminder) -> OutboxMessage | None:
    """Give an untouched case back; look again later at one that was touched or waits for its person."""
    try:
        case = await cases.load(tx, services.encryption, reminder.subject.number)
    except DataKeyDestroyedError:
        return None
    if case.owner is None or case.state not in _OFFICE_TURN | AWAITING_PERSON:
        return None
    touched = await _last_touch(services, tx, case)
    now = today(services.now)
    if case.state not in _OFFICE_TURN:
        await _look_again(services, tx, case, now)
        return None
    if calendar().working_days_between(touched, now) < IDLE_DAYS:
        await _look_again(services, tx, case, touched)
        return None
    return await _give_back(services, tx, case)


async def _give_back(services: Services, tx: Transaction, case: Case) -> OutboxMessage | None:
    name = {"name": case.owner_name or ""}
    await cases.change(tx, case, owner=None, owner_name=None, updated_at=services.now)
    await cases.add_event(tx, services.encryption, case.id, "return", Actor(Role.SYSTEM, _SYSTEM), services.now, name)
    await refresh_card(services, tx, case.id)
    return message_to_staff(case, "staff-returned", name, dedupe=f"returned:{case.version}")


async def _last_touch(services: Services, tx: Transaction, case: Case) -> date:
    """The last thing the owner did, or the move that made it the office's turn; other words are neither."""
    at = await cases.last_touch(tx, case)
    return today(services.now if at is None else at)


async def _look_again(services: Services, tx: Transaction, case: Case, since: date) -> None:
    day = calendar().add_working_days(since, IDLE_DAYS)
    if day <= today(services.now):
        day = calendar().add_working_days(today(services.now), 1)
    planned = (f"idle:{day.isoformat()}", moment(day, _MORNING), moment(day + _NEVER_LOST, END_OF_WORK))
    await reminders.plan_day(tx, Subject(SubjectKind.HAND, case.id), case.version, planned)
