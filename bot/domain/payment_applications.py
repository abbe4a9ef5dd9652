"""The life of an application for a payment before the registry takes over: its states and its one table (product P2).

Beside it the payment has the status the citizen sees: `STATUS_AFTER` says which, and it goes on by registries.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from bot.domain.errors import Refusal
from bot.domain.forms.forms import Answer
from bot.domain.payments.statuses import PaymentStatus
from bot.domain.sealing import DataKey
from bot.domain.subject import Subject, SubjectKind


class PaymentApplicationState(StrEnum):
    """Where an application is."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_CHECK = "in_check"
    CORRECTION = "correction"
    ACCEPTED = "accepted"
    EXPORTED = "exported"
    REFUSED = "refused"
    CLOSED = "closed"
    """Refused by a registry after its export, and a new application has taken its place."""


class PaymentApplicationAction(StrEnum):
    """What is done with it."""

    SUBMIT = "submit"
    TAKE = "take"
    RELEASE = "release"
    ASK = "ask"
    CORRECT = "correct"
    ACCEPT = "accept"
    REFUSE = "refuse"
    EXPORT = "export"
    CLOSE = "close"
    REOPEN = "reopen"


_S, _A = PaymentApplicationState, PaymentApplicationAction

PAYMENT_APPLICATION_MOVES: dict[tuple[PaymentApplicationState, PaymentApplicationAction], PaymentApplicationState] = {
    (_S.DRAFT, _A.SUBMIT): _S.SUBMITTED,
    (_S.SUBMITTED, _A.TAKE): _S.IN_CHECK,
    # One that somebody has let go is taken up where it was.
    (_S.IN_CHECK, _A.TAKE): _S.IN_CHECK,
    (_S.CORRECTION, _A.TAKE): _S.CORRECTION,
    (_S.IN_CHECK, _A.RELEASE): _S.IN_CHECK,
    (_S.CORRECTION, _A.RELEASE): _S.CORRECTION,
    (_S.IN_CHECK, _A.ASK): _S.CORRECTION,
    (_S.CORRECTION, _A.CORRECT): _S.IN_CHECK,
    (_S.IN_CHECK, _A.ACCEPT): _S.ACCEPTED,
    (_S.IN_CHECK, _A.REFUSE): _S.REFUSED,
    (_S.CORRECTION, _A.REFUSE): _S.REFUSED,
    (_S.ACCEPTED, _A.EXPORT): _S.EXPORTED,
    (_S.EXPORTED, _A.CLOSE): _S.CLOSED,
    # The bank has returned the money: the applicant puts the account right, and the rest is as before.
    (_S.EXPORTED, _A.REOPEN): _S.CORRECTION,
}

STATUS_AFTER: dict[PaymentApplicationState, PaymentStatus] = {
    _S.SUBMITTED: PaymentStatus.RECEIVED,
    _S.IN_CHECK: PaymentStatus.DATA_CHECK,
    _S.CORRECTION: PaymentStatus.DATA_CHECK,
    _S.ACCEPTED: PaymentStatus.CASE_FORMED,
    _S.EXPORTED: PaymentStatus.FUND_REVIEW,
    _S.REFUSED: PaymentStatus.REFUSED,
}

LIVE_PAYMENT_APPLICATION_STATES = frozenset({_S.SUBMITTED, _S.IN_CHECK, _S.CORRECTION, _S.ACCEPTED})
"""Under consideration by the staff of this bot."""
OPEN_FOR_STAFF = LIVE_PAYMENT_APPLICATION_STATES - {_S.ACCEPTED}
"""Where an owner still has something to do."""
NOT_STANDING = frozenset({_S.DRAFT, _S.REFUSED, _S.CLOSED})
"""States in which an application does not keep its person from another one for the programme."""


def actions_in(state: PaymentApplicationState) -> set[PaymentApplicationAction]:
    """Return what may be done in a state."""
    return {action for at, action in PAYMENT_APPLICATION_MOVES if at is state}


def advance_payment_application(
    state: PaymentApplicationState, action: PaymentApplicationAction
) -> PaymentApplicationState:
    """Return the state after the action; raises `Refusal("intake-state")` (param `state`) where it is impossible."""
    after = PAYMENT_APPLICATION_MOVES.get((state, action))
    if after is None:
        raise Refusal("intake-state", state=state.value)
    return after


@dataclass(frozen=True, slots=True)
class PaymentApplication:
    """One application, opened; ``asked`` are the fields that wait for a correction, ``corrected`` what came so far."""

    family: ClassVar[SubjectKind] = SubjectKind.PAYMENT_APPLICATION

    id: int
    code: str
    key: DataKey
    person_id: int | None
    made_by: int
    programme: str
    language: str
    form_version: int
    answers: dict[str, Answer]
    state: PaymentApplicationState
    asked: tuple[str, ...]
    asked_reason: str | None
    corrected: dict[str, Answer]
    payment_id: int | None
    staff_chat: int | None
    card_message_id: int | None
    owner: int | None
    owner_name: str | None
    export_id: int | None
    version: int
    created_at: int
    submitted_at: int | None

    @property
    def subject(self) -> Subject:
        """The subject of messages and audit log entries about this application."""
        return Subject(SubjectKind.PAYMENT_APPLICATION, self.id)


@dataclass(frozen=True, slots=True)
class ApplicationHead:
    """What decides about an application without opening it: whose it is, where it is, which payment came of it."""

    id: int
    state: PaymentApplicationState
    made_by: int
    payment_id: int | None


@dataclass(frozen=True, slots=True)
class SentApplication:
    """An application a citizen has sent, as a list shows it."""

    id: int
    code: str
    state: PaymentApplicationState


@dataclass(frozen=True, slots=True)
class PaymentApplicationEvent:
    """One line of the history; ``payload`` is opened."""

    seq: int
    type: str
    actor: int
    at: int
    payload: dict[str, Any]
