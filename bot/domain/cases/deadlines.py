"""Clocks of a case: order 109 items 5 and 6, terms of the service passport (domain §1.2, §4.4)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.calendar.working_days import WorkCalendar
from bot.domain.cases.states import CaseState


class Channel(StrEnum):
    """Where the application goes: the centre itself, or through the akim of a rural district."""

    CENTRE = "centre"
    RURAL_AKIM = "rural_akim"


@dataclass(frozen=True, slots=True)
class CaseTerms:
    """Terms in working days; an administrator may change them."""

    forward: int = 2
    """Order 109 item 5."""
    check: int = 2
    """Order 109 item 6."""
    decide_centre: int = 15
    """m.egov.kz pass166_mtszn."""
    decide_rural: int = 18
    """m.egov.kz pass166_mtszn."""

    def decide(self, channel: Channel) -> int:
        """Return the term of the decision by channel."""
        return self.decide_rural if channel is Channel.RURAL_AKIM else self.decide_centre


DEFAULT_TERMS = CaseTerms()


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The dates by which the office must have forwarded, checked and decided.

    ``decide_by`` is None where the decision has the ordinary term of its service (order 109 item 9), which no source
    gives.
    """

    forward_by: date
    check_by: date
    decide_by: date | None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What happens next (a text key's tail) and by when; None where no rule sets a date."""

    code: str
    by: date | None


def deadlines(
    submitted: date,
    calendar: WorkCalendar,
    *,
    channel: Channel | None = Channel.CENTRE,
    terms: CaseTerms = DEFAULT_TERMS,
) -> Deadlines:
    """Return the case's dates. They run from the day of submission, which is day zero.

    Without a ``channel`` – a service other than АӘК – no date is set for the decision.
    """
    return Deadlines(
        forward_by=calendar.add_working_days(submitted, terms.forward),
        check_by=calendar.add_working_days(submitted, terms.forward + terms.check),
        decide_by=calendar.add_working_days(submitted, terms.decide(channel)) if channel else None,
    )


EXTENDED_DAYS = 30
"""Calendar days from submission when other bodies must be asked (m.egov.kz pass166_mtszn, domain §4.4)."""


def extended(dates: Deadlines, submitted: date, was_extended: bool) -> Deadlines:
    """Return the dates with the decision's term extended to 30 calendar days, never shortened by it."""
    if not was_extended:
        return dates
    last = submitted + timedelta(days=EXTENDED_DAYS)
    return replace(dates, decide_by=max(dates.decide_by or last, last))


def pause(due: date, asked: date, answered: date, calendar: WorkCalendar) -> date:
    """Return the date moved by the working days the office waited for the person's answer."""
    return calendar.add_working_days(due, calendar.working_days_between(asked, answered))


def half_time(start: date, due: date, calendar: WorkCalendar) -> date:
    """Return the day on which half of the working days are gone: staff are reminded then (product A8)."""
    return calendar.add_working_days(start, calendar.working_days_between(start, due) // 2)


def next_step(state: CaseState, dates: Deadlines) -> NextStep:
    """Return what the citizen waits for or must do now; `dates` already carry the pauses."""
    by = {
        CaseState.SUBMITTED: dates.forward_by,
        CaseState.FORWARDED: dates.check_by,
        CaseState.IN_CHECK: dates.check_by,
        CaseState.AGREED: dates.decide_by,
    }
    return NextStep(_NEXT_CODES[state], by.get(state))


_NEXT_CODES = {
    CaseState.DRAFT: "submit",
    CaseState.SUBMITTED: "forwarding",
    CaseState.FORWARDED: "checking",
    CaseState.IN_CHECK: "checking",
    CaseState.QUESTION: "answer",
    CaseState.PLAN_SENT: "agree",
    CaseState.AGREED: "deciding",
    CaseState.ASSIGNED: "payment",
    CaseState.REFUSED: "appeal",
    CaseState.CLOSED: "closed",
    CaseState.WITHDRAWN: "none",
}
