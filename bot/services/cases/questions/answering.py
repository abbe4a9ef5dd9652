"""What the person says in a case: the answer to a question, or anything else for the specialist (product A6)."""

from dataclasses import dataclass
from typing import Any

from bot.domain.applications.application import Page
from bot.domain.cases.case import Case, Question
from bot.domain.cases.retake import read_retake
from bot.domain.cases.states import CaseAction, CaseState
from bot.domain.errors import Refusal
from bot.domain.forms.fields import DocumentsField
from bot.domain.people.consents import purpose_of
from bot.forms.loading import form_for
from bot.services.cases.common import require_applicant, require_open, run_case_action, tell_staff
from bot.services.cases.questions.texts import staff_item
from bot.services.cases.transitions import advance_case
from bot.services.consents.agreeing import require_consent
from bot.services.received_files.inspection import inspect_page
from bot.services.received_files.store_file import store_file
from bot.services.work import Services
from bot.texts import TextRef
from storage.applications import attachments
from storage.cases import cases, message_map, questions
from storage.engine.database import Transaction

MAX_FILES = 30
ANSWER = "answer"
CONTINUED_SECONDS = 15 * 60
"""So long after an answer what comes next still belongs to it, unless its person said that it is all (ours)."""
SAID, CORRECTED = "said", "say_corrected"
"""Kind of the person's message that brought an answer (`storage.cases.message_map`), and the event of its edit."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file the person sent, with what they wrote beside it; ``order`` is its message's number, ``continues`` as in
    ``Words``."""

    content: bytes
    name: str
    order: int
    caption: str = ""
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Whether anything changed."""

    done: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What the person wrote, and their message's number; ``continues``: more of the answer they are at."""

    text: str
    message: int
    continues: bool = False


async def answer_by_text(services: Services, *, key: str, application_id: int, user_id: int, words: Words) -> None:
    """Put the person's words on the case; an open question is answered by them and the clock runs on.

    More of an answer belongs to the question it answers.

    Raises ``Refusal``: ``case-unknown``, ``case-state``.
    """

    async def answering(tx: Transaction, case: Case) -> None:
        question = await _begin(services, tx, case, user_id, continues=words.continues)
        case = await _advance(services, tx, case, question, {"text": words.text, "message": words.message})
        said = {"text": words.text, "about": _about(case, question)}
        await tell_staff(services, tx, case, "staff-answer", said, dedupe=f"said:{key}")

    await run_case_action(services, key, application_id, answering)


async def answer_by_paper(services: Services, *, key: str, application_id: int, user_id: int, paper: Paper) -> None:
    """Put a photo or a PDF on the case, like ``answer_by_text``; the same file twice is kept once.

    A page asked for anew takes the place of the one before, also by a video where its paper may be one. Raises
    ``InvalidInput`` for what is no photo and no PDF (see ``inspect_page``), and ``Refusal``: ``case-files-full``,
    ``page-same`` (the very page that is there).
    """
    async with services.db.read() as reader:
        case = await cases.load(reader, services.encryption, application_id)
        require_applicant(case, user_id)
        asked = await _question(services, reader, case, continues=paper.continues)
        data_key = await services.encryption.key(reader, case.data_key_id)
    kind = (await inspect_page(services, paper.content, video=_takes_video(case, asked))).media_type
    file = await store_file(services, data_key, paper.content, kind, paper.caption)

    async def answering(tx: Transaction, case: Case) -> None:
        question = await _begin(services, tx, case, user_id, continues=paper.continues)
        again = await _asked_page(tx, case, question)
        item = again.item if again else ANSWER
        if len(await attachments.pages_of(tx, case.id, item)) >= MAX_FILES + (again is not None):
            raise Refusal("case-files-full", max=MAX_FILES)
        added = await attachments.add_page(
            tx,
            case.id,
            item,
            file,
            page=again.page if again else paper.order,
            now=services.now,
            question_id=question.id if question else None,
        )
        if again and not added:
            raise Refusal("page-same")
        payload = {"document": file.content_hash, "name": paper.name, "text": paper.caption, "message": paper.order}
        case = await _advance(services, tx, case, question, payload)
        page = await attachments.page_of(tx, case.id, item, file)
        if again:
            await attachments.mark_replaced(tx, again.id, page.id)
        said = {"about": _about(case, question)}
        await tell_staff(
            services,
            tx,
            case,
            "staff-answer-paper",
            said,
            dedupe=f"said:{key}",
            document=page.id,
            caption=paper.caption,
        )

    await run_case_action(services, key, application_id, answering)


async def correct_answer(
    services: Services, *, key: str, application_id: int, user_id: int, text: str, message: int
) -> bool:
    """Tell the staff the new wording of words that went to them; False when it is no other.

    Raises ``Refusal``: ``case-unknown``, ``case-state``.
    """

    async def correcting(tx: Transaction, case: Case) -> Done:
        require_applicant(case, user_id)
        require_open(case)
        await require_consent(tx, user_id, purpose_of(case.service))
        history = await cases.history(tx, services.encryption, case)
        said = [event.payload.get("text", "") for event in history if event.payload.get("message") == message]
        if not said or said[-1] == text:
            return Done(done=False)
        payload = {"text": text, "message": message}
        await cases.add_event(tx, services.encryption, case.id, CORRECTED, case.applicant, services.now, payload)
        await tell_staff(services, tx, case, "staff-answer-corrected", {"text": text}, dedupe=f"corrected:{key}")
        return Done(done=True)

    return (await run_case_action(services, key, application_id, correcting)).done


async def awaited_answer(services: Services, user_id: int) -> Case | None:
    """Return the case, the newest first, in which the user owes the specialist an answer."""
    async with services.db.read() as reader:
        for each in await cases.of_citizen(reader, user_id):
            if each.state is CaseState.QUESTION:
                case = await cases.load(reader, services.encryption, each.id)
                if case.may_act:
                    return case
    return None


async def _begin(services: Services, tx: Transaction, case: Case, user_id: int, *, continues: bool) -> Question | None:
    require_applicant(case, user_id)
    require_open(case)
    await require_consent(tx, user_id, purpose_of(case.service))
    return await _question(services, tx, case, continues=continues)


async def _question(services: Services, tx: Transaction, case: Case, *, continues: bool) -> Question | None:
    """Return the open question, or the one whose answer goes on."""
    waiting = await questions.find_open(tx, services.encryption, case)
    if waiting is not None or not continues:
        return waiting
    return await questions.last_answered(tx, services.encryption, case, services.now - CONTINUED_SECONDS)


async def _advance(
    services: Services, tx: Transaction, case: Case, question: Question | None, payload: dict[str, Any]
) -> Case:
    """Answer the open question, or note what was said beside one; remember which message said it."""
    sql, params = message_map.kept(case.id, case.made_by, payload["message"], SAID)
    await tx.execute(sql, *params)
    if question is None or case.state is not CaseState.QUESTION:
        await cases.add_event(tx, services.encryption, case.id, "say", case.applicant, services.now, payload)
        return case
    answered = {**payload, "question": question.id}
    return await advance_case(services, tx, case, CaseAction.ANSWER, by=case.applicant, payload=answered)


def _takes_video(case: Case, question: Question | None) -> bool:
    """Tell whether what is to be shot again is of a paper that may be a video by its form."""
    again = read_retake(question.item) if question else None
    if again is None:
        return False
    papers = (field for field in form_for(case.service).fields if isinstance(field, DocumentsField) and field.video)
    return again.paper in {field.id for field in papers}


async def _asked_page(tx: Transaction, case: Case, question: Question | None) -> Page | None:
    """The page that is to be shot again, if that is what was asked and it still stands in its paper."""
    again = read_retake(question.item) if question else None
    return await attachments.find(tx, case.id, again.page_id) if again else None


def _about(case: Case, question: Question | None) -> TextRef:
    return staff_item(case, question.item) if question else TextRef("staff-item-none")
