"""Cases as they are now, for the screens of their people and the cards of their staff."""

from dataclasses import dataclass
from typing import Any

from bot.domain.cases.case import Case, CaseSummary, Event, Question
from bot.domain.cases.obligations import Obligation
from bot.domain.errors import Refusal
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.cases.common import CASE_NOTIFICATION, decision_of, require_applicant
from bot.services.cases.plan.agreement import agreement_text, plan_sent
from bot.services.work import Services
from bot.texts import TextRef
from storage.cases import cases, lists, obligations, questions
from storage.engine import outbox


async def case_of(services: Services, application_id: int) -> Case:
    """Return a case; raises ``Refusal``: ``case-unknown``, ``case-erased``."""
    async with services.db.read() as reader:
        try:
            return await cases.load(reader, services.encryption, application_id)
        except DataKeyDestroyedError:
            raise Refusal("case-erased") from None


async def own_case_of(services: Services, application_id: int, user_id: int) -> Case:
    """Return a case of this person's; raises ``Refusal`` like ``case_of`` and ``require_applicant``."""
    case = await case_of(services, application_id)
    require_applicant(case, user_id)
    return case


async def own_cases(services: Services, user_id: int) -> list[CaseSummary]:
    """Return what the person submitted, newest first."""
    async with services.db.read() as reader:
        return await cases.of_citizen(reader, user_id)


async def case_of_code(services: Services, code: str) -> int | None:
    """Return the id of the case with this number."""
    async with services.db.read() as reader:
        return await cases.find_id(reader, code)


async def case_of_chat(services: Services, chat_id: int, code: str) -> Case | None:
    """Return the case with this number that a staff chat serves."""
    async with services.db.read() as reader:
        found = await lists.by_code(reader, services.encryption, chat_id, code)
    return found[0] if found else None


async def case_of_notification(services: Services, chat_id: int, message_id: int) -> int | None:
    """Return the case a message told its person of."""
    async with services.db.read() as reader:
        subject = await outbox.subject_of(reader, chat_id, message_id, CASE_NOTIFICATION)
    return subject.number if subject else None


async def open_question_of(services: Services, case: Case) -> Question | None:
    """Return the question that waits for the person's answer."""
    async with services.db.read() as reader:
        return await questions.find_open(reader, services.encryption, case)


async def obligations_of(services: Services, case: Case) -> list[Obligation]:
    """Return what the person undertook, in the plan's order."""
    async with services.db.read() as reader:
        return await obligations.of_case(reader, services.encryption, case)


async def obligation_of(services: Services, case: Case, no: int) -> Obligation:
    """Return one thing the person undertook; raises ``Refusal("obligation-unknown")``."""
    async with services.db.read() as reader:
        return await obligations.one(reader, services.encryption, case, no)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: the words of its decision, and what was undertaken by the plan."""

    decision: TextRef | None
    obligations: list[Obligation]


async def outcome_of(services: Services, case: Case) -> Outcome:
    """Return what came of the case so far."""
    async with services.db.read() as reader:
        decision = await decision_of(reader, services.encryption, case)
        return Outcome(decision, await obligations.of_case(reader, services.encryption, case))


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """The plan that is before the person: its measures, a line each, and the newest own words about it."""

    measures: list[str]
    said: str | None


async def open_plan_of(services: Services, case: Case) -> OpenPlan:
    """Return the plan the person was sent last."""
    async with services.db.read() as reader:
        sent: dict[str, Any] = (await plan_sent(reader, services, case)).payload
        return OpenPlan(sent["measures"], await agreement_text(reader, services, case))


async def history_of(services: Services, case: Case) -> list[Event]:
    """Return every event of the case, oldest first."""
    async with services.db.read() as reader:
        return await cases.history(reader, services.encryption, case)
