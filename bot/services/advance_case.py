"""One move of a case: state, history, clock, alarms and card change together (product A6-A8)."""

from typing import Any

from bot.domain.cases.states import CaseAction, CaseState, Role
from bot.services.case_alarms import set_alarms
from bot.services.case_facts import clock_after, needs_plan
from bot.services.core import Services
from bot.services.routing import refresh_card
from storage.cases import cases, questions
from storage.cases.cases import Case
from storage.engine.database import Transaction


async def advance_case(
    services: Services,
    tx: Transaction,
    case: Case,
    action: CaseAction,
    *,
    role: Role,
    actor: int,
    payload: dict[str, Any] | None = None,
    **columns: object,
) -> Case:
    """Return the case after the move; an open question ends with the state that waits for its answer.

    Raises what ``storage.cases.cases.advance`` refuses.
    """
    clock = clock_after(case, action, services.now)
    moved = await cases.advance(
        tx,
        services.vault,
        case,
        action,
        role=role,
        actor=actor,
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
