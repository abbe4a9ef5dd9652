"""What every action on a case shares: who may act, and how the person and the staff are told."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from bot.callbacks import CaseNotification
from bot.domain.assistants import GONE
from bot.domain.cases.case import AID, Case, Event
from bot.domain.cases.states import DECIDED_STATES, FINAL_STATES, LIVE_CASE_STATES, CaseAction, CaseState
from bot.domain.errors import Refusal
from bot.domain.text_input import fits_caption
from bot.services.calendar import today
from bot.services.cases.deadlines import next_of
from bot.services.cases.facts import short_name
from bot.services.cases.routing import send_card
from bot.services.notifications import NotificationButton, notification
from bot.services.work import Services
from bot.texts import LocalDate, Money, TextRef, to_json
from storage import staff_chats
from storage.cases import cases
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.engine.encryption import Encryption
from storage.engine.outbox import OutboxMessage

CASE_NOTIFICATION = "case_notice"
CASE_NOTE = "case_note"
AID_EXTENDED = "prolong"
"""The event of help assigned for a new term without an application."""
Result = TypeVar("Result")
Act = Callable[[Transaction, Case], Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class Drafted:
    """The number of the event that keeps a draft."""

    seq: int


async def run_case_action(services: Services, key: str, application_id: int, action: Act[Result]) -> Result:
    """Run one action on a case in one transaction, once for its key; raises what ``action`` refuses."""

    @wraps(action)
    async def act_on_case(tx: Transaction) -> Result:
        return await action(tx, await cases.load(tx, services.encryption, application_id))

    return await services.run_once(key, act_on_case)


def require_applicant(case: Case, user_id: int) -> None:
    """Raise ``Refusal``: ``case-unknown`` for a stranger, to whom the case does not exist.

    And for an assistant: ``client-gone`` once they let the person go, ``assistant-removed`` once they are none.
    """
    if case.made_by != user_id or case.state is CaseState.DRAFT:
        raise Refusal("case-unknown")
    if case.client_id == GONE:
        raise Refusal("client-gone")
    if not case.may_act:
        raise Refusal("assistant-removed")


def require_live(case: Case) -> None:
    """Raise ``Refusal("case-state")`` once the case is decided, closed or withdrawn."""
    if case.state not in LIVE_CASE_STATES or case.state is CaseState.DRAFT:
        raise Refusal("case-state", state=case.state.value)


def require_open(case: Case) -> None:
    """Raise ``Refusal("case-state")`` once nobody works on the case any more: closed or withdrawn."""
    if case.state in FINAL_STATES or case.state is CaseState.DRAFT:
        raise Refusal("case-state", state=case.state.value)


def state_key(case: Case) -> TextRef:
    """Return the sentence that says where the case is; of АӘК as help, of another service as a service."""
    of_service = case.service != AID and case.state in DECIDED_STATES
    return TextRef(f"case-state-{case.state.value}{'_service' if of_service else ''}")


def next_key(case: Case, now: int) -> TextRef:
    """Return the sentence that says what happens next, with its date where a rule sets one.

    A date that is over at ``now`` is said to be so, not promised.
    """
    step = next_of(case)
    if step.by is None:
        return TextRef(f"case-next-{step.code}")
    late = "-late" if step.by < today(now) else ""
    return TextRef(f"case-next-{step.code}{late}", {"by": LocalDate.of(step.by)})


async def decision_of(tx: Transaction, encryption: Encryption, case: Case) -> TextRef | None:
    """Return the words of the decision; None before it."""
    if case.state not in DECIDED_STATES | {CaseState.CLOSED}:
        return None
    made = next(
        (event for event in reversed(await cases.history(tx, encryption, case)) if event.type in _DECISIONS), None
    )
    return decision_words(made) if made else None


def decision_words(made: Event) -> TextRef:
    """Return the words of a decision."""
    if made.type == CaseAction.ASSIGN and "amount" not in made.payload:
        return TextRef("case-decided-granted", {"text": made.payload["text"]})
    if made.type in {CaseAction.ASSIGN, AID_EXTENDED}:
        values = {"amount": Money(made.payload["amount"]), "months": made.payload["months"]}
        return TextRef("case-decided-prolonged" if made.type == AID_EXTENDED else "case-decided-assigned", values)
    reason = TextRef(f"case-refusal-{made.payload['reason']}")
    return TextRef("case-decided-refused", {"reason": reason, "fix": made.payload["fix"]})


_DECISIONS = frozenset({CaseAction.ASSIGN.value, CaseAction.REFUSE.value, AID_EXTENDED})


def code_for(case: Case) -> str:
    """Return the number as whoever filed the case is told it: an assistant has many, so with whose it is."""
    return case.code if case.client_id is None else f"{case.code} ({short_name(case.answers)})"


def message_to_citizen(
    case: Case,
    key: str,
    args: Mapping[str, Any] | None = None,
    *,
    dedupe: str,
    buttons: Sequence[Sequence[NotificationButton]] = (),
    staff_message: int | None = None,
    document: int | None = None,
) -> OutboxMessage | None:
    """Return what tells the person, in own language, with the number; staff see under ``staff_message`` if it came.

    ``document`` is the id of a stored file that goes with the words. None when the assistant who filed the case acts
    for the person no more: it is not for them to know.
    """
    if not case.may_act:
        return None
    values = {"code": code_for(case), **(args or {})}
    outgoing = notification(
        f"{case.subject}:{dedupe}", case.made_by, key, values, buttons=buttons, subject=case.subject
    )
    payload = {**outgoing.payload, "staff_message": staff_message, "document": document}
    return OutboxMessage(outgoing.dedupe_key, case.made_by, CASE_NOTIFICATION, payload, case.subject, outbox.NORMAL)


async def tell_citizen(
    services: Services,
    tx: Transaction,
    case: Case,
    key: str,
    args: Mapping[str, Any] | None = None,
    *,
    dedupe: str,
    buttons: Sequence[Sequence[NotificationButton]] = (),
    staff_message: int | None = None,
    document: int | None = None,
) -> None:
    """Have the person told (``message_to_citizen``); staff hear when there is nobody to tell."""
    outgoing = message_to_citizen(
        case, key, args, dedupe=dedupe, buttons=buttons, staff_message=staff_message, document=document
    )
    if outgoing is None:
        await tell_staff(services, tx, case, "staff-untold", dedupe=f"untold:{dedupe}")
    else:
        await services.enqueue(tx, outgoing)


def message_to_staff(
    case: Case,
    key: str,
    args: Mapping[str, Any] | None = None,
    *,
    dedupe: str,
    document: int | None = None,
    caption: str = "",
) -> OutboxMessage | None:
    """Return a message for the case's topic, in the chat's language; None when no chat serves the case yet.

    ``document`` is the id of a stored file that goes with it, ``caption`` what the person wrote beside that.
    """
    if case.staff_chat is None:
        return None
    values = to_json({"code": case.code, **(args or {})})
    payload = {"key": key, "args": values, "document": document, "caption": caption}
    return OutboxMessage(f"{case.subject}:{dedupe}", case.staff_chat, CASE_NOTE, payload, subject=case.subject)


async def tell_staff(
    services: Services,
    tx: Transaction,
    case: Case,
    key: str,
    args: Mapping[str, Any] | None = None,
    *,
    dedupe: str,
    document: int | None = None,
    caption: str = "",
) -> None:
    """Put a message into the case's topic (``message_to_staff``); a caption too long for a file goes before it.

    A decided case stays with the chat that decided it; when something is to be said after that chat is gone, the case
    goes to the one that serves it now, or waits for one: what was said comes with its history.
    """
    if document is not None and not fits_caption(caption):
        await tell_staff(services, tx, case, key, args, dedupe=f"{dedupe}:words", caption=caption)
        caption = ""
    outgoing = message_to_staff(case, key, args, dedupe=dedupe, document=document, caption=caption)
    if outgoing is None:
        return
    if case.state in DECIDED_STATES and await staff_chats.find(tx, outgoing.chat_id) is None:
        await send_card(services, tx, case.id)
    else:
        await services.enqueue(tx, outgoing)


def button(key: str, what: str, case: Case, style: str | None = None) -> NotificationButton:
    """Return a notification's button that opens ``what`` of this case."""
    return NotificationButton(key, CaseNotification(what, case.id), style)
