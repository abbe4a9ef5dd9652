"""Closing a decided case: nobody writes in it any more, its file stays (product A7)."""

from typing import Any

from bot.domain.cases.states import CaseAction, Role
from bot.services.advance_case import advance_case
from bot.services.casework import act, tell_citizen
from bot.services.core import Services
from storage.cases.cases import Case
from storage.engine.database import Transaction


async def close_case(services: Services, *, key: str, application_id: int, actor: int) -> dict[str, Any]:
    """Close it; raises ``Refusal("case-state")`` before the decision."""

    async def closing(tx: Transaction, case: Case) -> dict[str, Any]:
        case = await advance_case(services, tx, case, CaseAction.CLOSE, role=Role.SPECIALIST, actor=actor)
        await tell_citizen(services, tx, case, "case-closed", dedupe="closed")
        return {"code": case.code}

    return await act(services, key, application_id, closing)
