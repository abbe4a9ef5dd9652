"""Withdrawing an application, at any time before the decision (product A7)."""

from typing import Any

from bot.domain.cases import CaseAction, Role
from bot.services.case_facts import clock_after
from bot.services.casework import act, require_applicant, tell_citizen, tell_staff
from bot.services.core import Services
from bot.services.routing import refresh_card
from storage import cases, questions
from storage.cases import Case
from storage.database import Transaction


async def withdraw_case(services: Services, *, key: str, application_id: int, user_id: int) -> dict[str, Any]:
    """Take the application back; raises ``Refusal``: ``case-unknown``, ``case-state``."""

    async def withdrawing(tx: Transaction, case: Case) -> dict[str, Any]:
        require_applicant(case, user_id)
        clock = clock_after(case, CaseAction.WITHDRAW, services.now)
        case = await cases.advance(
            tx,
            services.vault,
            case,
            CaseAction.WITHDRAW,
            role=Role.CITIZEN,
            actor=user_id,
            now=services.now,
            **clock,
        )
        await questions.close_open(tx, case.id, services.now)
        await tell_staff(services, tx, case, "staff-withdrawn", dedupe="withdrawn")
        await tell_citizen(services, tx, case, "case-withdrawn", dedupe="withdrawn-told")
        await refresh_card(services, tx, case.id)
        return {"code": case.code}

    return await act(services, key, application_id, withdrawing)
