"""Asking the person: a question about one item of the application; the office's clock stands meanwhile (product A6)."""

from typing import Any

from bot.domain.cases import CaseAction, Role
from bot.services.case_facts import clock_after
from bot.services.casework import act, button, require_owner, tell_citizen
from bot.services.core import Services
from bot.services.routing import refresh_card
from bot.texts import Key
from storage import cases, questions
from storage.cases import Case
from storage.database import Transaction

ITEMS = ("income", "members", "documents", "account", "other")


async def ask_applicant(
    services: Services, *, key: str, application_id: int, actor: int, item: str, text: str, staff_message: int
) -> dict[str, Any]:
    """Put the owner's question to the person; a new question takes the place of one that is still open.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``, ``case-state``.
    """

    async def asking(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        clock = clock_after(case, CaseAction.ASK, services.now)
        case = await cases.advance(
            tx,
            services.vault,
            case,
            CaseAction.ASK,
            role=Role.SPECIALIST,
            actor=actor,
            now=services.now,
            payload={"item": item, "text": text},
            **clock,
        )
        await questions.close_open(tx, case.id, services.now)
        question_id = await questions.add(
            tx, services.vault, case, item=item, text=text, asked_by=actor, now=services.now
        )
        await tell_citizen(
            services,
            tx,
            case,
            "case-question",
            {"item": Key(f"case-item-{item}"), "text": text},
            dedupe=f"question:{question_id}",
            buttons=[[button("case-button-answer", "answer", case, "primary")]],
            staff_message=staff_message,
        )
        await refresh_card(services, tx, case.id)
        return {"question": question_id}

    return await act(services, key, application_id, asking)
