"""The decision: АӘК assigned with its amount and term, another service granted in words, or a refusal.

A refusal has a reason, says what to fix and how to appeal.
"""

from typing import Any

from bot.domain.aid_refusals import AidRefusal
from bot.domain.cases import CaseAction, Role, advance
from bot.domain.renewals import renewal_of
from bot.services.advance_case import advance_case
from bot.services.appeals import short_name_of
from bot.services.case_facts import AID, needs_plan, today
from bot.services.casework import act, button, require_owner, tell_citizen
from bot.services.core import Services
from bot.services.renewal import plan_renewal
from bot.texts import Key, Money
from storage import cases
from storage.cases import Case
from storage.database import Transaction

DRAFTED = "refusal_drafted"
GRANT_DRAFTED = "grant_drafted"


async def assign_aid(
    services: Services, *, key: str, application_id: int, actor: int, amount: int, months: int, staff_message: int
) -> dict[str, Any]:
    """Assign ``amount`` tenge a person and month for ``months`` months.

    Raises ``Refusal``: ``case-not-yours``, ``case-take-first``, ``case-plan-first``, ``case-state``.
    """

    async def assigning(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        payload = {"amount": amount, "months": months}
        case = await advance_case(
            services, tx, case, CaseAction.ASSIGN, role=Role.SPECIALIST, actor=actor, payload=payload
        )
        await plan_renewal(services, tx, case, renewal_of(today(case.submitted_at or case.created_at), months))
        await tell_citizen(
            services,
            tx,
            case,
            "case-assigned",
            {"amount": Money(amount), "months": months},
            dedupe="decided",
            buttons=[[button("case-button-open", "open", case)]],
            staff_message=staff_message,
        )
        return {"code": case.code}

    return await act(services, key, application_id, assigning)


async def require_assignable(services: Services, application_id: int, actor: int) -> None:
    """Raise what ``assign_aid`` would refuse, before the sum is asked for."""
    async with services.db.read() as reader:
        case = await cases.load(reader, services.vault, application_id)
    require_owner(case, actor)
    advance(case.state, CaseAction.ASSIGN, Role.SPECIALIST, needs_plan=needs_plan(case))


async def draft_grant(services: Services, *, key: str, application_id: int, actor: int, words: str) -> dict[str, Any]:
    """Keep what was decided, in the specialist's words, to be looked at first; return the number ``seq``."""

    async def drafting(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        advance(case.state, CaseAction.ASSIGN, Role.SPECIALIST, needs_plan=needs_plan(case))
        told = {"text": words}
        seq = await cases.add_event(
            tx, services.vault, case.id, GRANT_DRAFTED, Role.SPECIALIST, actor, services.now, told
        )
        return {"seq": seq}

    return await act(services, key, application_id, drafting)


async def grant_service(
    services: Services, *, key: str, application_id: int, actor: int, seq: int, staff_message: int
) -> dict[str, Any]:
    """Grant a service other than АӘК with the words of draft ``seq``."""

    async def granting(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        drafted = await _drafted(services, tx, case, seq, GRANT_DRAFTED)
        case = await advance_case(
            services, tx, case, CaseAction.ASSIGN, role=Role.SPECIALIST, actor=actor, payload=drafted
        )
        await tell_citizen(
            services,
            tx,
            case,
            *_told(grant_words(case, drafted["text"])),
            dedupe="decided",
            buttons=[[button("case-button-open", "open", case)]],
            staff_message=staff_message,
        )
        return {"code": case.code}

    return await act(services, key, application_id, granting)


def grant_words(case: Case, words: str) -> Key:
    """Return what the person is told of a service granted."""
    return Key("case-granted", {"code": case.code, "service": short_name_of(case.service), "text": words})


def refusal_words(case: Case, reason: str, fix: str) -> Key:
    """Return what the person is told of a refusal."""
    values = {"code": case.code, "reason": Key(f"case-refusal-{reason}"), "fix": fix}
    if case.service == AID:
        return Key("case-refused", values)
    return Key("case-refused-service", {**values, "service": short_name_of(case.service)})


def _told(words: Key) -> tuple[str, dict[str, Any]]:
    """The key and its values; the number is added as whoever filed the case is told it."""
    return words.key, {name: value for name, value in words.args.items() if name != "code"}


async def _drafted(services: Services, tx: Transaction, case: Case, seq: int, kind: str) -> dict[str, Any]:
    drafted = await cases.event(tx, services.vault, case, seq)
    if drafted is None or drafted.type != kind:
        raise LookupError(f"no {kind} {seq}")
    return drafted.payload


async def draft_refusal(
    services: Services, *, key: str, application_id: int, actor: int, reason: AidRefusal, fix: str
) -> dict[str, Any]:
    """Keep the reason and what to fix in the specialist's words, to be looked at first; return the number ``seq``."""

    async def drafting(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        advance(case.state, CaseAction.REFUSE, Role.SPECIALIST)
        payload = {"reason": reason.value, "fix": fix}
        seq = await cases.add_event(tx, services.vault, case.id, DRAFTED, Role.SPECIALIST, actor, services.now, payload)
        return {"seq": seq}

    return await act(services, key, application_id, drafting)


async def refuse_aid(
    services: Services, *, key: str, application_id: int, actor: int, seq: int, staff_message: int
) -> dict[str, Any]:
    """Refuse with the reason and words of draft ``seq``; never without them (feature-anchors §4 invariant 13)."""

    async def refusing(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        drafted = await _drafted(services, tx, case, seq, DRAFTED)
        case = await advance_case(
            services, tx, case, CaseAction.REFUSE, role=Role.SPECIALIST, actor=actor, payload=drafted
        )
        await tell_citizen(
            services,
            tx,
            case,
            *_told(refusal_words(case, drafted["reason"], drafted["fix"])),
            dedupe="decided",
            buttons=[[button("case-button-open", "open", case)]],
            staff_message=staff_message,
        )
        return {"code": case.code}

    return await act(services, key, application_id, refusing)
