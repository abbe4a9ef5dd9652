"""A case's alarms as reminder rows: planned with every move, and true still when they fire (product A8)."""

from datetime import date, time

from bot.domain.cases.alarms import Alarm, plan_alarms
from bot.domain.cases.case import Case
from bot.domain.cases.states import LIVE_CASE_STATES, CaseState
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.calendar import END_OF_WORK, calendar, moment, today
from bot.services.cases.common import button, message_to_citizen, message_to_staff, next_key, state_key
from bot.services.cases.deadlines import dates_of
from bot.services.cases.routing import tell_unserved
from bot.services.notifications import NotificationButton, notification
from bot.services.work import Services
from bot.texts import LocalDate, TextRef, Value
from storage import reminders, staff_chats
from storage.cases import cases
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.reminders import DueReminder

_MORNING = time(9)
_TOLD = {
    (True, True): "staff-told-both",
    (True, False): "staff-told-person",
    (False, True): "staff-told-duty",
    (False, False): "staff-told-nobody",
}
"""What staff read of a late case: by whether its person, and the duty chat, was told."""
_CHECK = frozenset({Alarm.HALF, Alarm.LAST, Alarm.BREACH})
_DECISION = frozenset({Alarm.DECIDE_LAST, Alarm.DECIDE_BREACH})


async def set_alarms(services: Services, tx: Transaction, case: Case) -> None:
    """Put the alarms of the case as it is now in the place of those planned before."""
    due = today(case.clock_due) if case.clock_due is not None and case.clock_paused_at is None else None
    planned = plan_alarms(case.state, today(services.now), due, dates_of(case).decide_by, calendar())
    rows = [
        (f"{each.alarm}:{each.about.isoformat()}", moment(each.morning, _MORNING), moment(each.morning, END_OF_WORK))
        for each in planned
    ]
    await reminders.plan(tx, case.subject, case.version, rows)


async def compose_case_alarm(services: Services, tx: Transaction, reminder: DueReminder) -> OutboxMessage | None:
    """Return what a due alarm says; None when the case has moved on since it was planned."""
    try:
        case = await cases.load(tx, services.encryption, reminder.subject.number)
    except DataKeyDestroyedError:
        return None
    alarm, about = Alarm(reminder.kind.partition(":")[0]), date.fromisoformat(reminder.kind.partition(":")[2])
    if not _is_so(case, alarm, about):
        return None
    dedupe = f"{alarm}:{about}:{reminder.subject_version}"
    match alarm:
        case Alarm.PING:
            return message_to_citizen(case, "case-ping", _where(services, case), dedupe=dedupe, buttons=_open(case))
        case Alarm.NUDGE:
            return _nudge(case, dedupe)
        case Alarm.BREACH | Alarm.DECIDE_BREACH:
            return await _breach(services, tx, case, alarm, about, dedupe)
        case _:
            key = "staff-half-time" if alarm is Alarm.HALF else "staff-last-day"
            return message_to_staff(case, key, _term(case, alarm, about), dedupe=dedupe)


def _is_so(case: Case, alarm: Alarm, about: date) -> bool:
    if case.state not in LIVE_CASE_STATES:
        return False
    if alarm in _CHECK:
        return case.clock_paused_at is None and case.clock_due is not None and today(case.clock_due) == about
    if alarm in _DECISION:
        return case.clock_paused_at is None and dates_of(case).decide_by == about
    return (case.clock_paused_at is not None) == (alarm is Alarm.NUDGE)


def _nudge(case: Case, dedupe: str) -> OutboxMessage | None:
    if case.state is CaseState.PLAN_SENT:
        rows = [[button("case-button-plan", "plan", case, "success")], [button("case-button-ask", "answer", case)]]
        return message_to_citizen(case, "case-nudge-plan", dedupe=dedupe, buttons=rows)
    rows = [[button("case-button-answer", "answer", case, "primary")]]
    return message_to_citizen(case, "case-nudge-question", dedupe=dedupe, buttons=rows)


async def _breach(
    services: Services, tx: Transaction, case: Case, alarm: Alarm, about: date, dedupe: str
) -> OutboxMessage | None:
    """A term is over: its staff are told, the duty chat too, and the person what it means and what they may do."""
    values = _term(case, alarm, about)
    duty = await staff_chats.serving(tx, "duty", case.region)
    is_escalated = duty is not None and duty.chat_id != case.staff_chat
    if duty is not None and is_escalated:
        key = f"{case.subject}:{dedupe}:duty"
        await services.enqueue(tx, notification(key, duty.chat_id, "staff-escalated", {"code": case.code, **values}))
    by_whom = TextRef(await _told_whom(services, tx, case, is_escalated=is_escalated))
    said = {"about": values["about"], "by": LocalDate.of(about), "told": by_whom, **_where(services, case)}
    outgoing = message_to_citizen(case, "case-late", said, dedupe=f"{dedupe}:told", buttons=_open(case))
    if outgoing is not None:
        await services.enqueue(tx, outgoing)
    told = _TOLD[outgoing is not None, is_escalated]
    return message_to_staff(case, "staff-late", {**values, "told": TextRef(told)}, dedupe=dedupe)


async def _told_whom(services: Services, tx: Transaction, case: Case, *, is_escalated: bool) -> str:
    """Return what the person is told of who was told; administrators are, where there is no chat."""
    if case.staff_chat is not None:
        return "case-told-duty" if is_escalated else "case-told-staff"
    if is_escalated:
        return "case-told-duty-only"
    return "case-told-admins" if await tell_unserved(services, tx, case.service, case.region) else "case-told-nobody"


def _term(case: Case, alarm: Alarm, about: date) -> dict[str, Value]:
    deciding = alarm in _DECISION or case.state is CaseState.AGREED
    what = "deciding" if deciding else "forwarding" if case.state is CaseState.SUBMITTED else "checking"
    owner = TextRef("staff-owner", {"name": case.owner_name}) if case.owner_name else TextRef("staff-nobody")
    return {"about": TextRef(f"staff-term-{what}"), "by": LocalDate.of(about), "owner": owner}


def _where(services: Services, case: Case) -> dict[str, Value]:
    return {"state": state_key(case), "next": next_key(case, services.now)}


def _open(case: Case) -> list[list[NotificationButton]]:
    return [[button("case-button-open", "open", case)]]
