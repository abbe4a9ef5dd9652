"""Withdrawing an application, at any time before the decision (product A7)."""

from typing import Any

from bot.domain.cases.states import CaseAction
from bot.services.advance_case import advance_case
from bot.services.casework import act, require_applicant, tell_citizen, tell_staff
from bot.services.core import Services
from storage.cases.cases import Case
from storage.engine.database import Transaction


async def withdraw_case(services: Services, *, key: str, application_id: int, user_id: int) -> dict[str, Any]:
    """Take the application back; raises ``Refusal``: ``case-unknown``, ``case-state``."""

    async def withdrawing(tx: Transaction, case: Case) -> dict[str, Any]:
        require_applicant(case, user_id)
        case = await advance_case(services, tx, case, CaseAction.WITHDRAW, role=case.role, actor=user_id)
        await tell_staff(services, tx, case, "staff-withdrawn", dedupe="withdrawn")
        await tell_citizen(services, tx, case, "case-withdrawn", dedupe="withdrawn-told")
        return {"code": case.code}

    return await act(services, key, application_id, withdrawing)
