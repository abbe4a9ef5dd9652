"""Keys that are put together of a value: every value the rules know has its text, or a reason to have none."""

from collections.abc import Iterable

import pytest

from bot.domain.applications.household import IncomeKind, MemberState, Relation
from bot.domain.branches.branches import BranchKind, Recipient, Section
from bot.domain.cases.case import Case
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.cases.states import CaseState, Role
from bot.domain.eligibility.estimate import Verdict
from bot.domain.forms.fields import Excuse
from bot.domain.inquiries import Inquiry, InquiryKind, InquiryState
from bot.domain.payment_applications import PaymentApplication, PaymentApplicationState
from bot.domain.payments.statuses import PaymentReason, PaymentStatus, PaymentStep
from bot.domain.queue.bookings import BookingState
from bot.domain.queue.load import Load
from bot.domain.reception import VisitState
from bot.domain.registry import COLUMNS
from bot.domain.staff_chats import ROLES
from bot.domain.subject import SubjectKind
from bot.services.assistants.filing import CONSENT_PAPER
from bot.services.cases.forwarding import LATER_ITEMS
from bot.services.cases.questions.asking import ITEMS
from bot.services.payments.faq import QUESTIONS
from bot.services.queue.person import RELATIONS, SELF
from bot.services.received_files.photo_quality import FLAWS
from bot.texts import Texts

TEXTS = Texts()
FAMILIES: dict[str, Iterable[str]] = {
    # What is attached is told by its pages.
    "aid-excuse-": set(Excuse) - {Excuse.ATTACHED},
    "aid-field-state-": MemberState,
    "aid-kind-": IncomeKind,
    "aid-member-state-": MemberState,
    "aid-member-relation-": set(Relation) - {Relation.APPLICANT},
    "aid-page-": FLAWS,
    "appeal-recipient-": Recipient,
    "case-file-role-": Role,
    "case-item-": ITEMS,
    "case-refusal-": AidRefusal,
    "case-short-": set(CaseState) - {CaseState.DRAFT},
    "data-about-": {Case.family, Inquiry.family, PaymentApplication.family, SubjectKind.CHAT, SubjectKind.IMPORT},
    "desk-state-": {_.replace("_", "-") for _ in {*BookingState, *VisitState} - {BookingState.CANCELLED}},
    "eligibility-verdict-": Verdict,
    "inquiry-kind-": InquiryKind,
    "inquiry-state-": InquiryState,
    "intake-short-": set(PaymentApplicationState) - {PaymentApplicationState.DRAFT},
    "load-": Load,
    "payment-about-": PaymentReason,
    "payment-means-": set(PaymentStatus) - {PaymentStatus.REFUSED},
    # A reason comes with its remedy, which is told instead.
    "payment-next-": set(PaymentStep) - {PaymentStep.FIX_DATA},
    "payment-reason-": PaymentReason,
    "payment-status-": PaymentStatus,
    "payment-topic-": QUESTIONS,
    "payment-why-": PaymentReason,
    "queue-kind-": {_.replace("_", "-") for _ in BranchKind},
    "queue-section-": Section,
    "registry-field-": COLUMNS,
    "relation-": {*RELATIONS, SELF},
    "staff-item-": ITEMS,
    "staff-paper-": {*LATER_ITEMS, CONSENT_PAPER},
    "staff-refusal-": AidRefusal,
    "staff-role-": ROLES,
    "staff-state-": set(CaseState) - {CaseState.DRAFT},
}


@pytest.mark.parametrize("prefix", FAMILIES)
def test_every_value_has_its_text(prefix: str) -> None:
    assert [key for key in sorted(prefix + value for value in FAMILIES[prefix]) if not TEXTS.has(key)] == []
