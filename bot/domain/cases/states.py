"""The life of an АӘК case: its states, its one transition table, and who may do what (product A7).

A service whose rules need no plan and contract (unconditional help, most paper services) is decided straight
from the check; conditional help is decided after the person agreed to the plan. Refusing never needs a plan.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import Refusal


class CaseState(StrEnum):
    """Where a case is."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    FORWARDED = "forwarded"
    IN_CHECK = "in_check"
    QUESTION = "question"
    PLAN_SENT = "plan_sent"
    AGREED = "agreed"
    ASSIGNED = "decided_assigned"
    REFUSED = "decided_refused"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class CaseAction(StrEnum):
    """What moves a case."""

    SUBMIT = "submit"
    FORWARD = "forward"
    CHECK = "check"
    ASK = "ask"
    ANSWER = "answer"
    SEND_PLAN = "send_plan"
    AGREE = "agree"
    DISAGREE = "disagree"
    ASSIGN = "assign"
    REFUSE = "refuse"
    CLOSE = "close"
    WITHDRAW = "withdraw"


class Role(StrEnum):
    """Who acts: the person, an assistant on the person's behalf, the unit's specialist, the bot itself."""

    CITIZEN = "citizen"
    ASSISTANT = "assistant"
    SPECIALIST = "specialist"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: by Telegram's id, in a role."""

    role: Role
    id: int


@dataclass(frozen=True, slots=True)
class Move:
    """Where an action leads and who may do it; `without_plan` marks a move only for services that need no
    plan."""

    to: CaseState
    roles: frozenset[Role]
    without_plan: bool = False


_PERSON = frozenset({Role.CITIZEN, Role.ASSISTANT})
_STAFF = frozenset({Role.SPECIALIST})
_OFFICE = frozenset({Role.SPECIALIST, Role.SYSTEM})
_S, _A = CaseState, CaseAction

_WITHDRAW_FROM = (_S.DRAFT, _S.SUBMITTED, _S.FORWARDED, _S.IN_CHECK, _S.QUESTION, _S.PLAN_SENT, _S.AGREED)

CASE_MOVES: dict[tuple[CaseState, CaseAction], Move] = {
    (_S.DRAFT, _A.SUBMIT): Move(_S.SUBMITTED, _PERSON),
    (_S.SUBMITTED, _A.FORWARD): Move(_S.FORWARDED, _OFFICE),
    (_S.FORWARDED, _A.CHECK): Move(_S.IN_CHECK, _STAFF),
    (_S.IN_CHECK, _A.ASK): Move(_S.QUESTION, _STAFF),
    (_S.QUESTION, _A.ASK): Move(_S.QUESTION, _STAFF),
    (_S.QUESTION, _A.ANSWER): Move(_S.IN_CHECK, _PERSON),
    # The answer may come by phone (order 109 item 7): the specialist then goes on with the check.
    (_S.QUESTION, _A.CHECK): Move(_S.IN_CHECK, _STAFF),
    (_S.IN_CHECK, _A.SEND_PLAN): Move(_S.PLAN_SENT, _STAFF),
    (_S.PLAN_SENT, _A.SEND_PLAN): Move(_S.PLAN_SENT, _STAFF),
    (_S.PLAN_SENT, _A.AGREE): Move(_S.AGREED, _PERSON),
    # Whoever does not agree has the plan changed, or the application decided, by the specialist.
    (_S.PLAN_SENT, _A.DISAGREE): Move(_S.IN_CHECK, _PERSON),
    (_S.AGREED, _A.ASSIGN): Move(_S.ASSIGNED, _STAFF),
    (_S.IN_CHECK, _A.ASSIGN): Move(_S.ASSIGNED, _STAFF, without_plan=True),
    (_S.IN_CHECK, _A.REFUSE): Move(_S.REFUSED, _STAFF),
    (_S.QUESTION, _A.REFUSE): Move(_S.REFUSED, _STAFF),
    (_S.PLAN_SENT, _A.REFUSE): Move(_S.REFUSED, _STAFF),
    (_S.AGREED, _A.REFUSE): Move(_S.REFUSED, _STAFF),
    (_S.ASSIGNED, _A.CLOSE): Move(_S.CLOSED, _OFFICE),
    (_S.REFUSED, _A.CLOSE): Move(_S.CLOSED, _OFFICE),
    **{(state, _A.WITHDRAW): Move(_S.WITHDRAWN, _PERSON) for state in _WITHDRAW_FROM},
}

LIVE_CASE_STATES = frozenset(_WITHDRAW_FROM)
UNDER_CONSIDERATION = LIVE_CASE_STATES - {_S.DRAFT}
"""States of a case that was sent and is not decided."""
DECIDED_STATES = frozenset({_S.ASSIGNED, _S.REFUSED})
FINAL_STATES = frozenset({_S.CLOSED, _S.WITHDRAWN})
UNSENT_STATES = frozenset({_S.DRAFT, _S.WITHDRAWN})
"""States of what stands in nobody's way: the person may apply for the same again."""
AWAITING_PERSON = frozenset({_S.QUESTION, _S.PLAN_SENT})
FOLLOWED_STATES = frozenset({_S.AGREED, _S.ASSIGNED})
"""States in which what was undertaken by the plan is followed: reminded of, shown, ticked."""


def allowed(state: CaseState, action: CaseAction, role: Role, *, needs_plan: bool = True) -> bool:
    """Tell whether that role may do that action in that state."""
    move = CASE_MOVES.get((state, action))
    return move is not None and role in move.roles and not (move.without_plan and needs_plan)


def actions_for(state: CaseState, role: Role, *, needs_plan: bool = True) -> list[CaseAction]:
    """Return what the role may do now, in the order of the case's life: the buttons of a card."""
    return [action for action in CaseAction if allowed(state, action, role, needs_plan=needs_plan)]


def advance(state: CaseState, action: CaseAction, role: Role, *, needs_plan: bool = True) -> CaseState:
    """Return the state after the action.

    Raises `Refusal`: `case-role` (somebody else may do it), `case-plan-first` (the plan must be agreed
    before), `case-state` (impossible now); each with the present state.
    """
    move = CASE_MOVES.get((state, action))
    if move is None:
        raise Refusal("case-state", state=state.value, action=action.value)
    if role not in move.roles:
        raise Refusal("case-role", state=state.value, action=action.value)
    if move.without_plan and needs_plan:
        raise Refusal("case-plan-first", state=state.value, action=action.value)
    return move.to
