"""What the person says in a case: the answer to a question, or anything else for the specialist (product A6)."""

import asyncio
from dataclasses import dataclass
from typing import Any

from bot.domain.cases import CaseAction, CaseState
from bot.domain.errors import Refusal
from bot.services.advance_case import advance_case
from bot.services.casework import act, require_applicant, require_open, tell_staff
from bot.services.core import Services
from bot.services.file_kind import media_type
from bot.texts import Key
from storage import cases, documents, questions
from storage.cases import Case
from storage.database import Transaction
from storage.questions import Question

MAX_FILES = 30
ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file the person sent; ``order`` is its message's number."""

    content: bytes
    name: str
    order: int


async def answer_by_text(
    services: Services, *, key: str, application_id: int, user_id: int, text: str
) -> dict[str, Any]:
    """Put the person's words on the case; an open question is answered by them and the clock runs on.

    Raises ``Refusal``: ``case-unknown``, ``case-state``.
    """

    async def answering(tx: Transaction, case: Case) -> dict[str, Any]:
        question = await _begin(services, tx, case, user_id)
        case = await _advance(services, tx, case, question, {"text": text})
        said = {"text": text, "about": _about(question)}
        await tell_staff(services, tx, case, "staff-answer", said, dedupe=f"said:{key}")
        return {"answered": question is not None}

    return await act(services, key, application_id, answering)


async def answer_by_paper(
    services: Services, *, key: str, application_id: int, user_id: int, paper: Paper
) -> dict[str, Any]:
    """Put a photo or a PDF on the case, like ``answer_by_text``; the same file twice is kept once.

    Raises ``InvalidInput`` for what is no photo and no PDF (see ``media_type``), and ``Refusal("case-files-full")``.
    """
    kind = await asyncio.to_thread(media_type, paper.content)
    async with services.db.read() as reader:
        case = await cases.load(reader, services.vault, application_id)
        require_applicant(case, user_id)
        data_key = await services.vault.key(reader, case.data_key_id)
    digest = services.vault.content_hash(paper.content)
    stored_as = await services.files.put(data_key, digest, paper.content)

    async def answering(tx: Transaction, case: Case) -> dict[str, Any]:
        question = await _begin(services, tx, case, user_id)
        pages = await documents.pages_of(tx, case.id, ANSWER)
        if len(pages) >= MAX_FILES:
            raise Refusal("case-files-full", max=MAX_FILES)
        added = await documents.add_page(
            tx,
            case.id,
            ANSWER,
            page=paper.order,
            content_hash=digest,
            stored_as=stored_as,
            media_type=kind,
            size=len(paper.content),
            now=services.now,
            question_id=question.id if question else None,
        )
        case = await _advance(services, tx, case, question, {"document": digest, "name": paper.name})
        page = next(page for page in await documents.pages_of(tx, case.id, ANSWER) if page.content_hash == digest)
        said = {"about": _about(question)}
        await tell_staff(services, tx, case, "staff-answer-paper", said, dedupe=f"said:{key}", document=page.id)
        return {"answered": question is not None, "added": added}

    return await act(services, key, application_id, answering)


async def _begin(services: Services, tx: Transaction, case: Case, user_id: int) -> Question | None:
    require_applicant(case, user_id)
    require_open(case)
    return await questions.find_open(tx, services.vault, case)


async def _advance(
    services: Services, tx: Transaction, case: Case, question: Question | None, payload: dict[str, Any]
) -> Case:
    """Answer the open question, or note what was said beside one."""
    if question is None or case.state is not CaseState.QUESTION:
        await cases.add_event(tx, services.vault, case.id, "say", case.role, case.made_by, services.now, payload)
        return case
    answered = {**payload, "question": question.id}
    case = await advance_case(
        services, tx, case, CaseAction.ANSWER, role=case.role, actor=case.made_by, payload=answered
    )
    await questions.close_open(tx, case.id, services.now)
    return case


def _about(question: Question | None) -> Key:
    return Key(f"staff-item-{question.item}") if question else Key("staff-item-none")
