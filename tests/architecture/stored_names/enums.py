"""The domain's lists of words: which of them are stored, and under which name of ours the table pins each."""

from collections.abc import Iterator
from enum import Enum

from bot.domain.applications.household import IncomeKind, MemberState, Relation
from bot.domain.branches.branches import BranchKind, PaperServiceSection, Recipient, Section, ServiceGroup
from bot.domain.branches.hours import HoursKind, OpenKind
from bot.domain.calendar.days_off import DayKind, TsonMode
from bot.domain.calendar.typed_dates import When
from bot.domain.cases.alarms import Alarm
from bot.domain.cases.deadlines import Channel
from bot.domain.cases.obligations import ObligationState
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.cases.retake import Flaw
from bot.domain.cases.states import CaseAction, CaseState, Role
from bot.domain.eligibility.estimate import Verdict
from bot.domain.forms.fields import Excuse, PlainType
from bot.domain.inquiries import InquiryKind, InquiryState
from bot.domain.payment_applications import PaymentApplicationAction, PaymentApplicationState
from bot.domain.payments.statuses import PaymentReason, PaymentStatus, PaymentStep
from bot.domain.people.consents import Purpose
from bot.domain.people.proofs import ProofKind
from bot.domain.quarantine import QuarantineReason
from bot.domain.queue.bookings import BookingKind, BookingState
from bot.domain.queue.load import Load
from bot.domain.queue.seats import SeatState
from bot.domain.queue.waiting_list import OfferState, WaitingState
from bot.domain.reception import VisitState
from bot.domain.registry import ImportAction, ImportState
from bot.domain.subject import SubjectKind
from bot.domain.sweeps import Sweep
from bot.free_text.choices import Kind as PressKind
from bot.free_text.classify import Sureness
from dialogs.unfinished.flows import FlowKind
from dialogs.widgets.calendar import DayMark
from dialogs.widgets.screen import WayHome

STORED: dict[str, type[Enum]] = {
    "case state": CaseState,
    "case action": CaseAction,
    "reason of quarantine": QuarantineReason,
    "role": Role,
    "purpose of a consent": Purpose,
    "what is left unfinished": FlowKind,
    "kind of a proof": ProofKind,
    "refusal of aid": AidRefusal,
    "case alarm": Alarm,
    "obligation state": ObligationState,
    "channel": Channel,
    "flaw of a page": Flaw,
    "excuse for a paper": Excuse,
    "relation": Relation,
    "state of a member": MemberState,
    "kind of income": IncomeKind,
    "booking state": BookingState,
    "booking kind": BookingKind,
    "visit state": VisitState,
    "seat state": SeatState,
    "waiting state": WaitingState,
    "offer state": OfferState,
    "kind of branch": BranchKind,
    "group of services": ServiceGroup,
    "section of services": Section,
    "section of appeals": PaperServiceSection,
    "recipient": Recipient,
    "kind of hours": HoursKind,
    "kind of day": DayKind,
    "hours of a day": TsonMode,
    "inquiry state": InquiryState,
    "inquiry kind": InquiryKind,
    "payment status": PaymentStatus,
    "payment reason": PaymentReason,
    "payment application state": PaymentApplicationState,
    "payment application action": PaymentApplicationAction,
    "type of a form's field": PlainType,
    "import state": ImportState,
    "swept rows": Sweep,
    "subject": SubjectKind,
}
TOLD_ONLY: frozenset[type[Enum]] = frozenset(
    {Verdict, OpenKind, Load, PaymentStep, Sureness, When, DayMark, ImportAction, PressKind, WayHome}
)
"""Worked out anew each time: no row, message or file holds them."""


def words_of(kind: type[Enum]) -> set[str]:
    """Return the stored words of a list."""
    return {str(each.value) for each in kind}


def unlisted() -> set[type[Enum]]:
    """Return the product's lists of words that are named here neither as stored nor as told only."""
    return {kind for kind in _below(Enum) if _holds_words(kind)} - set(STORED.values()) - TOLD_ONLY


def _holds_words(kind: type[Enum]) -> bool:
    of_ours = kind.__module__.split(".")[0] in {"bot", "handlers", "dialogs", "storage"}
    return of_ours and any(isinstance(each.value, str) for each in kind)


def _below(kind: type[Enum]) -> Iterator[type[Enum]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)
