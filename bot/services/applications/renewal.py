"""АӘК for the next quarter: reminded of, begun from the last application, or extended without one (product A10)."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.applications.renewals import DAYS_AHEAD, Renewal, renewal_of
from bot.domain.calendar.quarters import income_quarter
from bot.domain.cases.case import AID, Case, Event
from bot.domain.cases.states import CaseAction, CaseState
from bot.domain.errors import Refusal
from bot.domain.forms.forms import Answer, Answers
from bot.domain.sealing import DataKeyDestroyedError
from bot.domain.subject import Subject, SubjectKind
from bot.forms.loading import form_for
from bot.forms.renewal import renewed
from bot.services.applications.drafts import change_answers, open_draft
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

_MORNING, _EVENING = time(10), time(20)
_ASSIGNED = frozenset({CaseState.ASSIGNED, CaseState.CLOSED})


@dataclass(frozen=True, slots=True)
class Renewable:
    """The last case help was assigned by, and when it may be applied for anew."""

    case: Case
    renewal: Renewal


def covered(case: Case, events: list[Event]) -> Renewal | None:
    """Return until when the case's help was assigned, by its decision or by the last extension; None for none."""
    for event in reversed(events):
        if event.type == AID_EXTENDED:
            return renewal_of(today(event.at), int(event.payload["months"]))
        if event.type == CaseAction.ASSIGN and "months" in event.payload:
            return renewal_of(today(case.submitted_at or case.created_at), int(event.payload["months"]))
    return None


async def find_renewable(services: Services, user_id: int, case_id: int | None = None) -> Renewable | None:
    """Return this case, or the last АӘК case of the citizen, or of whom they assist now, if it was decided with help.

    None once the person has an application for the time after it.
    """
    async with services.db.read() as reader:
        found = case_id or await applications.last_case(reader, user_id, AID)
        if found is None or (case_id and await applications.newer_case(reader, case_id)):
            return None
        try:
            case = await cases.load(reader, services.encryption, found)
        except (DataKeyDestroyedError, Refusal):
            return None
        if case.made_by != user_id or not case.may_act:
            return None
        events = await cases.history(reader, services.encryption, case)
    renewal = covered(case, events) if case.state in _ASSIGNED else None
    return Renewable(case, renewal) if renewal else None


async def begin_renewal(
    services: Services, user_id: int, language: str, *, changed: bool, case_id: int | None = None
) -> None:
    """Fill the draft with the answers of this or the last case; a draft with answers of its own is left as it is."""
    found = await find_renewable(services, user_id, case_id)
    if found is None or found.renewal.opens > today(services.now):
        return
    await open_draft(services, user_id=user_id, service=AID, language=language)
    last = income_quarter(today(found.case.submitted_at or found.case.created_at))
    quarter = income_quarter(today(services.now))

    def change(answers: Answers) -> dict[str, Answer]:
        if answers:
            return dict(answers)
        return renewed(form_for(AID), found.case.answers, last, quarter, changed=changed)

    await change_answers(services, user_id, AID, change)


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
    if case.state not in _ASSIGNED or renewal is None or await applications.newer_case(tx, case.id):
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
