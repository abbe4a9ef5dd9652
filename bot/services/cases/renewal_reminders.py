"""The term help was assigned for, and the reminders that it can be applied for anew (product A10)."""

from datetime import date, time

from bot.domain.applications.renewals import DAYS_AHEAD, Renewal, renewal_of
from bot.domain.cases.case import Case, Event
from bot.domain.cases.states import CaseAction, CaseState
from bot.domain.sealing import DataKeyDestroyedError
from bot.domain.subject import Subject, SubjectKind
from bot.services.calendar import moment, today
from bot.services.cases.common import AID_EXTENDED, button, message_to_citizen
from bot.services.work import Services
from bot.texts import LocalDate
from storage import reminders
from storage.applications import applications
from storage.cases import cases
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.reminders import DueReminder

ASSIGNED = frozenset({CaseState.ASSIGNED, CaseState.CLOSED})
_MORNING, _EVENING = time(10), time(20)


def covered(case: Case, events: list[Event]) -> Renewal | None:
    """Return until when the case's help was assigned, by its decision or by the last extension; None for none."""
    for event in reversed(events):
        if event.type == AID_EXTENDED:
            return renewal_of(today(event.at), int(event.payload["months"]))
        if event.type == CaseAction.ASSIGN and "months" in event.payload:
            return assigned_for(case, int(event.payload["months"]))
    return None


def assigned_for(case: Case, months: int) -> Renewal:
    """Return the renewal of help that a decision assigns for so many months: from the month of the application on."""
    return renewal_of(today(case.submitted_at or case.created_at), months)


async def plan_renewal(services: Services, tx: Transaction, case: Case, renewal: Renewal) -> None:
    """Have the person told before the term ends, and on the day an application for what follows can be made."""
    planned = [
        (kind, moment(day, _MORNING), moment(last, _EVENING))
        for kind, day, last in _days(renewal)
        if moment(day, _MORNING) > services.now
    ]
    await reminders.plan(tx, Subject(SubjectKind.RENEWAL, case.id), case.version, planned)


def _days(renewal: Renewal) -> list[tuple[str, date, date]]:
    last = renewal.opens.fromordinal(renewal.opens.toordinal() + DAYS_AHEAD)
    return [("soon", renewal.remind, renewal.covered_to), ("open", renewal.opens, last)]


async def compose_renewal(services: Services, tx: Transaction, reminder: DueReminder) -> OutboxMessage | None:
    """Return the reminder; None once the person applied again or is not to be found."""
    try:
        case = await cases.load(tx, services.encryption, reminder.subject.number)
    except DataKeyDestroyedError:
        return None
    renewal = covered(case, await cases.history(tx, services.encryption, case))
    if case.state not in ASSIGNED or renewal is None or await applications.newer_case(tx, case.id):
        return None
    told = {"covered": LocalDate.of(renewal.covered_to), "opens": LocalDate.of(renewal.opens)}
    rows = [[button("aid-renew", "renew", case, "primary")]] if reminder.kind == "open" else []
    dedupe = f"renewal:{reminder.kind}:{renewal.opens}"
    return message_to_citizen(
        case,
        f"case-renew-{reminder.kind}",
        told,
        dedupe=dedupe,
        buttons=[*rows, [button("case-button-open", "open", case)]],
    )
