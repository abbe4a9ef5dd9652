"""Which steps belong to which conversation one may be in the middle of, and where each of them ends."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from aiogram.fsm.state import State

from bot.domain.cases.case import AID
from bot.domain.people.consents import Purpose, purpose_of
from dialogs.applications.data import ApplicationData
from dialogs.cases.data import CaseData
from dialogs.inquiries.data import InquiryData
from dialogs.queue.data import QueueData
from dialogs.states import (
    Aid,
    Assistance,
    Bookings,
    Cases,
    Eligibility,
    Guides,
    Inquiries,
    Intake,
    Payment,
    Profile,
    Queue,
)


class FlowKind(StrEnum):
    """What somebody may be in the middle of; the words are stored and never change."""

    BOOKING = "booking"
    MOVE = "move"
    WAITING = "waiting"
    APPLICATION = "application"
    ELIGIBILITY = "eligibility"
    PAYMENT = "payment"
    PAYMENT_APPLICATION = "payment_application"
    INQUIRY = "inquiry"
    ANSWER = "answer"
    CLIENT = "client"
    TAKEOVER = "takeover"
    WITHDRAWAL = "withdrawal"
    QUIZ = "quiz"


HOLDING = frozenset({Queue.whom, Queue.iin, Queue.relation, Queue.limit, Queue.people, Queue.check})
"""Steps on which the held seat is still wanted."""

_QUEUE = (
    *(Queue.service, Queue.region, Queue.found, Queue.near, Queue.nearby, Queue.city, Queue.branch, Queue.place),
    *(Queue.offered, Queue.second, Queue.day, Queue.time, Queue.taken, Queue.wait, *HOLDING),
)
_STEPS: dict[FlowKind, Iterable[State]] = {
    FlowKind.BOOKING: _QUEUE,
    FlowKind.APPLICATION: (
        *(Aid.typed, Aid.choice, Aid.region, Aid.members, Aid.member, Aid.incomes, Aid.income_kinds),
        *(Aid.income_month, Aid.paper, Aid.recap, Aid.edit, Aid.consent),
    ),
    FlowKind.ELIGIBILITY: (
        *(Eligibility.region, Eligibility.state, Eligibility.family, Eligibility.relation, Eligibility.children),
        *(Eligibility.incomes, Eligibility.kinds, Eligibility.sums, Eligibility.plot, Eligibility.loan),
    ),
    FlowKind.PAYMENT: (Payment.iin, Payment.proof, Payment.missing),
    FlowKind.PAYMENT_APPLICATION: (Intake.choice, Intake.typed, Intake.recap, Intake.edit),
    FlowKind.INQUIRY: (
        *(Inquiries.ground, Inquiries.place, Inquiries.inside, Inquiries.words, Inquiries.address),
        *(Inquiries.phone, Inquiries.check, Inquiries.more),
    ),
    FlowKind.ANSWER: (Cases.answer,),
    FlowKind.CLIENT: (Assistance.name, Assistance.consent, Assistance.phone, Assistance.paper),
    FlowKind.TAKEOVER: (Assistance.code, Assistance.take),
    FlowKind.WITHDRAWAL: (Profile.withdraw,),
    FlowKind.QUIZ: (Guides.quiz,),
}
_KINDS = {state: kind for kind, steps in _STEPS.items() for state in steps}
STATES = {state.state: state for state in _KINDS}
"""The steps by the names they are stored under."""

_ENDS: dict[FlowKind, frozenset[State]] = {
    FlowKind.BOOKING: frozenset({Queue.done}),
    FlowKind.MOVE: frozenset({Queue.done}),
    FlowKind.WAITING: frozenset({Bookings.waiting}),
    FlowKind.APPLICATION: frozenset({Aid.done, Aid.exists}),
    FlowKind.ELIGIBILITY: frozenset({Eligibility.result}),
    FlowKind.PAYMENT: frozenset({Payment.result}),
    FlowKind.PAYMENT_APPLICATION: frozenset({Intake.sent, Intake.standing}),
    FlowKind.INQUIRY: frozenset({Inquiries.sent, Inquiries.one}),
    FlowKind.ANSWER: frozenset({Cases.one}),
    FlowKind.CLIENT: frozenset({Assistance.client}),
    FlowKind.TAKEOVER: frozenset({Cases.one}),
    FlowKind.WITHDRAWAL: frozenset({Profile.consent}),
    FlowKind.QUIZ: frozenset({Guides.quizzes}),
}
_PURPOSES = {
    FlowKind.BOOKING: Purpose.QUEUE,
    FlowKind.MOVE: Purpose.QUEUE,
    FlowKind.WAITING: Purpose.QUEUE,
    FlowKind.ELIGIBILITY: Purpose.ASSISTANCE,
    FlowKind.PAYMENT: Purpose.PAYMENTS,
    FlowKind.PAYMENT_APPLICATION: Purpose.PAYMENTS,
    FlowKind.INQUIRY: Purpose.INQUIRIES,
    FlowKind.CLIENT: Purpose.ASSISTANCE,
}


def kind_of(state: State, kept: Mapping[str, Any]) -> FlowKind | None:
    """Return what a step belongs to; None for a screen on which nothing is under way."""
    kind = _KINDS.get(state)
    if kind is FlowKind.BOOKING:
        return _queue_kind(state, kept)
    sent = kept.get(CaseData.sent.key) if kind is FlowKind.ANSWER else kept.get(InquiryData.said.key)
    return None if sent else kind  # what was sent is with the staff already


def ends(kind: FlowKind, state: State) -> bool:
    """Tell whether coming to this screen from a step ends what the step belongs to."""
    return state in _ENDS[kind]


def told_for(kind: FlowKind, kept: Mapping[str, Any]) -> Purpose | None:
    """Return what the answers of a step were given for."""
    if kind is FlowKind.APPLICATION:
        return purpose_of(kept.get(ApplicationData.service.key, AID))
    return _PURPOSES.get(kind)


def _queue_kind(state: State, kept: Mapping[str, Any]) -> FlowKind | None:
    """A place looked at without a service is no booking; who waits holds no seat."""
    if kept.get(QueueData.move.key) is not None:
        return FlowKind.MOVE
    if state is not Queue.service and not kept.get(QueueData.service.key):
        return None
    waits = kept.get(QueueData.wait.key) is not None
    return FlowKind.WAITING if waits and (state is Queue.wait or state in HOLDING) else FlowKind.BOOKING
