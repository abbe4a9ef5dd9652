"""Asking the person: a question about one item of the application; the office's clock stands meanwhile (product A6)."""

from collections.abc import Mapping

from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, CaseAction, CaseState, Role
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.services.cases.common import button, next_key, run_case_action, tell_citizen
from bot.services.cases.questions.texts import question_text
from bot.services.cases.transitions import advance_case
from bot.services.work import Services
from bot.texts import TextRef
from storage.cases import cases, message_map, questions
from storage.engine.database import Transaction

ITEMS = ("income", "members", "documents", "account", "other")
ITEMS_OF_SERVICES = ("documents", "other")
"""What can be asked about in an application for a service other than АӘК."""


async def ask_applicant(
    services: Services, *, key: str, application_id: int, actor: int, item: str, text: str, staff_message: int
) -> None:
    """Put the owner's question to the person; a new question takes the place of one that is still open.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``, ``case-state``.
    """

    async def asking(tx: Transaction, case: Case) -> None:
        require_owner(case, actor)
        await put_question(services, tx, case, item=item, text=text, actor=actor, staff_message=staff_message)

    await run_case_action(services, key, application_id, asking)


async def put_question(
    services: Services, tx: Transaction, case: Case, *, item: str, text: str, actor: int, staff_message: int
) -> None:
    """Put a question in place of one that is still open; raises ``Refusal("case-state")``."""
    payload = {"item": item, "text": text}
    case = await advance_case(services, tx, case, CaseAction.ASK, by=Actor(Role.SPECIALIST, actor), payload=payload)
    await questions.close_open(tx, case.id, services.now)
    question_id = await questions.add(
        tx, services.encryption, case, item=item, text=text, asked_by=actor, now=services.now
    )
    if case.staff_chat is not None:
        sql, params = message_map.kept(case.id, case.staff_chat, staff_message, f"question:{question_id}")
        await tx.execute(sql, *params)
    asked = question_text(case, item, text)
    await _put(services, tx, case, "case-question", asked, f"question:{question_id}", staff_message)


async def correct_question(
    services: Services, *, key: str, application_id: int, actor: int, question_id: int, text: str, staff_message: int
) -> None:
    """Put the new wording of a question that waits for its answer; the same words again are no news.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``, ``question-over``.
    """

    async def correcting(tx: Transaction, case: Case) -> None:
        if await questions.text_of(tx, services.encryption, case, question_id) == text:
            return
        require_owner(case, actor)
        question = await questions.find_open(tx, services.encryption, case)
        if question is None or question.id != question_id:
            raise Refusal("question-over")
        await questions.reword(tx, services.encryption, case, question_id, text)
        payload = {"item": question.item, "text": text}
        await cases.add_event(
            tx, services.encryption, case.id, "ask_corrected", Actor(Role.SPECIALIST, actor), services.now, payload
        )
        dedupe = f"question:{question_id}:{key}"
        asked = question_text(case, question.item, text)
        await _put(services, tx, case, "case-question-corrected", asked, dedupe, staff_message)

    await run_case_action(services, key, application_id, correcting)


async def _put(
    services: Services,
    tx: Transaction,
    case: Case,
    words: str,
    asked: Mapping[str, TextRef | str],
    dedupe: str,
    staff_message: int,
) -> None:
    await tell_citizen(
        services,
        tx,
        case,
        words,
        asked,
        dedupe=dedupe,
        buttons=[[button("case-button-answer", "answer", case, "primary")]],
        staff_message=staff_message,
    )


async def answered_by_phone(services: Services, *, key: str, application_id: int, actor: int) -> None:
    """Go on with the check: the answer came by phone or e-mail (order 109 item 7)."""

    async def resuming(tx: Transaction, case: Case) -> None:
        require_owner(case, actor)
        if case.state is not CaseState.QUESTION:
            raise Refusal("case-state", state=case.state.value)
        payload = {"by": "phone"}
        case = await advance_case(
            services, tx, case, CaseAction.CHECK, by=Actor(Role.SPECIALIST, actor), payload=payload
        )
        await tell_citizen(
            services, tx, case, "case-resumed", {"next": next_key(case, services.now)}, dedupe=f"resumed:{case.version}"
        )

    await run_case_action(services, key, application_id, resuming)
