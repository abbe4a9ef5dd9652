"""The decision: АӘК assigned with its amount and term, another service granted in words, or a refusal.

A refusal has a reason, says what to fix and how to appeal.
"""

from bot.domain.cases.case import AID, Case
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.cases.states import Actor, CaseAction, Role, advance
from bot.domain.work_items import require_owner
from bot.services.cases.common import Drafted, button, run_case_action, tell_citizen
from bot.services.cases.drafts import GRANT_DRAFTED, REFUSAL_DRAFTED, AidSum, require_newest, require_same_term
from bot.services.cases.facts import needs_plan
from bot.services.cases.renewal_reminders import assigned_for, plan_renewal
from bot.services.cases.transitions import advance_case
from bot.services.paper_services import short_name_of
from bot.services.work import Services
from bot.texts import Money, TextRef
from storage.applications import applications
from storage.cases import cases
from storage.engine.database import Transaction


async def assign_aid(
    services: Services, *, key: str, application_id: int, actor: int, aid: AidSum, staff_message: int
) -> None:
    """Assign the sum for its months, as its draft shows them.

    Raises ``Refusal``: ``case-not-yours``, ``case-take-first``,
    ``case-plan-first``, ``case-state``, ``case-draft-replaced``, ``case-draft-changed``.
    """

    async def assigning(tx: Transaction, case: Case) -> None:
        require_owner(case, actor)
        renewal = assigned_for(case, aid.months)
        await require_same_term(services, tx, case, aid.seq, renewal.covered_to)
        payload = {"amount": aid.amount, "months": aid.months}
        case = await advance_case(
            services, tx, case, CaseAction.ASSIGN, by=Actor(Role.SPECIALIST, actor), payload=payload
        )
        await plan_renewal(services, tx, case, renewal)
        await tell_citizen(
            services,
            tx,
            case,
            "case-assigned",
            {"amount": Money(aid.amount), "months": aid.months},
            dedupe="decided",
            buttons=[[button("case-button-open", "open", case)]],
            staff_message=staff_message,
        )

    await run_case_action(services, key, application_id, assigning)


async def require_assignable(services: Services, application_id: int, actor: int, *, key: str | None = None) -> None:
    """Raise what ``assign_aid`` would refuse, before the sum is asked for; with a ``key`` what it said once is said
    again.
    """

    async def checking(_tx: Transaction, case: Case) -> None:
        require_owner(case, actor)
        advance(case.state, CaseAction.ASSIGN, Role.SPECIALIST, needs_plan=needs_plan(case))

    if key is not None:
        await run_case_action(services, key, application_id, checking)
        return
    async with services.db.read() as reader:
        await checking(reader, await cases.load(reader, services.encryption, application_id))


async def draft_grant(services: Services, *, key: str, application_id: int, actor: int, words: str) -> Drafted:
    """Keep what was decided, in the specialist's words, to be looked at first."""
    return await _draft(services, key, application_id, actor, CaseAction.ASSIGN, {"text": words})


async def grant_service(
    services: Services, *, key: str, application_id: int, actor: int, seq: int, staff_message: int
) -> None:
    """Grant a service other than АӘК with the words of draft ``seq``."""
    await _decide(services, key, application_id, actor, CaseAction.ASSIGN, seq, staff_message)


async def draft_refusal(
    services: Services, *, key: str, application_id: int, actor: int, reason: AidRefusal, fix: str
) -> Drafted:
    """Keep the reason and what to fix in the specialist's words, to be looked at first."""
    payload = {"reason": reason.value, "fix": fix}
    return await _draft(services, key, application_id, actor, CaseAction.REFUSE, payload)


async def refuse_aid(
    services: Services, *, key: str, application_id: int, actor: int, seq: int, staff_message: int
) -> None:
    """Refuse with the reason and words of draft ``seq``; never without them (invariant 13)."""
    await _decide(services, key, application_id, actor, CaseAction.REFUSE, seq, staff_message)


def grant_text(case: Case, words: str) -> TextRef:
    """Return what the person is told of a service granted."""
    return TextRef("case-granted", {"code": case.code, "service": short_name_of(case.service), "text": words})


def refusal_text(case: Case, reason: str, fix: str) -> TextRef:
    """Return what the person is told of a refusal."""
    values = {"code": case.code, "reason": TextRef(f"case-refusal-{reason}"), "fix": fix}
    if case.service == AID:
        return TextRef("case-refused", values)
    return TextRef("case-refused-service", {**values, "service": short_name_of(case.service)})


async def _draft(
    services: Services, key: str, application_id: int, actor: int, action: CaseAction, payload: dict[str, str]
) -> Drafted:
    async def drafting(tx: Transaction, case: Case) -> Drafted:
        require_owner(case, actor)
        advance(case.state, action, Role.SPECIALIST, needs_plan=needs_plan(case))
        kind = _DRAFT_OF[action]
        seq = await cases.add_event(
            tx, services.encryption, case.id, kind, Actor(Role.SPECIALIST, actor), services.now, payload
        )
        return Drafted(seq)

    return await run_case_action(services, key, application_id, drafting)


async def _decide(
    services: Services, key: str, application_id: int, actor: int, action: CaseAction, seq: int, staff_message: int
) -> None:
    """Decide by draft ``seq`` and tell the person."""

    async def deciding(tx: Transaction, case: Case) -> None:
        require_owner(case, actor)
        drafted = await cases.event(tx, services.encryption, case, seq)
        if drafted is None or drafted.type != _DRAFT_OF[action]:
            raise LookupError(f"no draft {seq} to {action}")
        await require_newest(tx, case, seq)
        payload = drafted.payload
        case = await advance_case(services, tx, case, action, by=Actor(Role.SPECIALIST, actor), payload=payload)
        if action is CaseAction.REFUSE:
            await applications.free_period(tx, case.id)
        again = [[button("case-apply-again", "again", case)]] if action is CaseAction.REFUSE else []
        words = refusal_text(case, **payload) if action is CaseAction.REFUSE else grant_text(case, payload["text"])
        await tell_citizen(
            services,
            tx,
            case,
            words.key,
            # The number is added as whoever filed the case is told it.
            {name: value for name, value in words.args.items() if name != "code"},
            dedupe="decided",
            buttons=[*again, [button("case-button-open", "open", case)]],
            staff_message=staff_message,
        )

    await run_case_action(services, key, application_id, deciding)


_DRAFT_OF = {CaseAction.ASSIGN: GRANT_DRAFTED, CaseAction.REFUSE: REFUSAL_DRAFTED}
