"""What a case's dates and rules are, computed from the case and the country's calendar."""

from dataclasses import replace
from datetime import date

from bot.domain.cases.case import AID, Case
from bot.domain.cases.deadlines import Channel, Deadlines, NextStep, deadlines, extended, next_step, pause
from bot.domain.cases.states import CaseAction, CaseState
from bot.services.calendar import END_OF_WORK, calendar, moment, today


def dates_of(case: Case) -> Deadlines:
    """Return the case's dates by order 109 items 5-6 and its channel, moved by the days it waited for the person."""
    channel = Channel(case.answers.get("channel") or Channel.CENTRE) if case.service == AID else None
    start = today(case.submitted_at or case.created_at)
    is_extended = case.extended_at is not None
    plain = extended(deadlines(start, calendar(), channel=channel), start, is_extended)
    if case.clock_due is None:
        return plain
    due = today(case.clock_due)
    if case.state is CaseState.AGREED:
        return extended(replace(plain, decide_by=due), start, is_extended)
    if case.state not in _CHECKED_BY_CLOCK:
        return plain
    moved = calendar().working_days_between(plain.check_by, due)
    decide_by = calendar().add_working_days(plain.decide_by, moved) if plain.decide_by else None
    return Deadlines(plain.forward_by, due, decide_by)


_CHECKED_BY_CLOCK = frozenset({CaseState.FORWARDED, CaseState.IN_CHECK, CaseState.QUESTION, CaseState.PLAN_SENT})


def as_resumed(case: Case, now: int) -> Case:
    """Return the case as if the person answered now: its terms with the days it stands already."""
    if case.clock_paused_at is None or case.clock_due is None:
        return case
    return replace(case, clock_due=moment(_resumed(case, now), END_OF_WORK), clock_paused_at=None)


def next_of(case: Case) -> NextStep:
    """Return what the person waits for or must do, and by when."""
    if papers_in_order(case):
        return NextStep("service_term", None)
    if case.service != AID and case.state is CaseState.ASSIGNED:
        return NextStep("granted", None)
    return next_step(case.state, dates_of(case))


def papers_in_order(case: Case) -> bool:
    """Tell whether the check is over and the decision has the service's own term (order 109 items 8-9)."""
    return case.state is CaseState.IN_CHECK and case.clock_due is None


def clock_after(case: Case, action: CaseAction, now: int) -> dict[str, int | None]:
    """Return the clock's columns after an action: it runs, stands while the person is awaited, or is over
    (product A8)."""
    match action:
        case CaseAction.FORWARD:
            return _runs_to(dates_of(case).check_by)
        case CaseAction.ASK | CaseAction.SEND_PLAN:
            return {"clock_paused_at": case.clock_paused_at or now}
        case CaseAction.ANSWER | CaseAction.CHECK | CaseAction.DISAGREE if (
            case.clock_due is None and case.clock_paused_at is not None
        ):
            # The papers were in order when it was asked: the decision still has the service's own term.
            return {"clock_due": None, "clock_paused_at": None}
        case CaseAction.ANSWER | CaseAction.DISAGREE:
            return _runs_to(_resumed(case, now))
        case CaseAction.CHECK if case.clock_paused_at is not None:
            return _runs_to(_resumed(case, now))
        case CaseAction.AGREE:
            plain = dates_of(case)
            moved = calendar().working_days_between(plain.check_by, _resumed(case, now))
            return _runs_to(calendar().add_working_days(plain.decide_by or plain.check_by, moved))
        case CaseAction.ASSIGN | CaseAction.REFUSE | CaseAction.WITHDRAW | CaseAction.CLOSE:
            return {"clock_due": None, "clock_paused_at": None}
        case _:
            return {}


def _resumed(case: Case, now: int) -> date:
    due = dates_of(case).check_by
    if case.clock_paused_at is None:
        return due
    return pause(due, today(case.clock_paused_at), today(now), calendar())


def _runs_to(day: date) -> dict[str, int | None]:
    return {"clock_due": moment(day, END_OF_WORK), "clock_paused_at": None}
