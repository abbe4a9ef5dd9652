"""Moves of a case: state, history, clock, alarms and card change together (product A6–A8)."""

from typing import Any

from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, CaseAction, CaseState, Role
from bot.services.cases.alarms import set_alarms
from bot.services.cases.common import require_applicant, run_case_action, tell_citizen, tell_staff
from bot.services.cases.deadlines import clock_after
from bot.services.cases.facts import needs_plan
from bot.services.cases.routing import refresh_card
from bot.services.work import Services
from storage.cases import cases, questions
from storage.engine.database import Transaction


async def advance_case(
    services: Services,
    tx: Transaction,
    case: Case,
    action: CaseAction,
    *,
    by: Actor,
    payload: dict[str, Any] | None = None,
    **columns: object,
) -> Case:
    """Return the case after the move; an open question ends with the state that waits for its answer.

    Raises what ``storage.cases.cases.advance`` refuses.
    """
    clock = clock_after(case, action, services.now)
    moved = await cases.advance(
        tx,
        services.encryption,
        case,
        action,
        by=by,
        now=services.now,
        needs_plan=needs_plan(case),
        payload=payload,
        **columns,
        **clock,
    )
    if moved.state is not CaseState.QUESTION:
        await questions.close_open(tx, moved.id, services.now)
    await set_alarms(services, tx, moved)
    await refresh_card(services, tx, moved.id)
    return moved


async def close_case(services: Services, *, key: str, application_id: int, actor: int) -> None:
    """Close it; raises ``Refusal("case-state")`` before the decision."""

    async def closing(tx: Transaction, case: Case) -> None:
        case = await advance_case(services, tx, case, CaseAction.CLOSE, by=Actor(Role.SPECIALIST, actor))
        await tell_citizen(services, tx, case, "case-closed", dedupe="closed")

    await run_case_action(services, key, application_id, closing)


async def withdraw_case(services: Services, *, key: str, application_id: int, user_id: int) -> None:
    """Take the application back; raises ``Refusal``: ``case-unknown``, ``case-state``."""

    async def withdrawing(tx: Transaction, case: Case) -> None:
        require_applicant(case, user_id)
        case = await advance_case(services, tx, case, CaseAction.WITHDRAW, by=case.applicant)
        await tell_staff(services, tx, case, "staff-withdrawn", dedupe="withdrawn")
        await tell_citizen(services, tx, case, "case-withdrawn", dedupe="withdrawn-told")

    await run_case_action(services, key, application_id, withdrawing)
