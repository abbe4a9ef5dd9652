"""Every action on a case in every state, by whoever may and whoever may not, and each of them a second time.

An action that is done is done once for its key; one that is refused leaves no trace.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.domain.cases.case import Case
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.cases.states import CaseState
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.cases.deciding.decision import assign_aid, draft_refusal
from bot.services.cases.deciding.documents_ok import finish_check
from bot.services.cases.drafts import AidSum
from bot.services.cases.extend_deadline import extend_deadline
from bot.services.cases.messages.send_message import send_message_to_citizen
from bot.services.cases.owner.assignment import pass_to_duty, release_case, take_case
from bot.services.cases.plan.agreement import send_agreement_text
from bot.services.cases.plan.sending import draft_plan
from bot.services.cases.questions.answering import Words, answer_by_text
from bot.services.cases.questions.asking import answered_by_phone, ask_applicant
from bot.services.cases.transitions import close_case, withdraw_case
from bot.services.work import Services
from storage import staff_chats
from tests.support.cases.journeys import OTHER, OWNER
from tests.support.cases.services import CITIZEN, forwarded, open_case_harness
from tests.support.payments.services import Harness

S = CaseState
_LIVE = {S.SUBMITTED, S.FORWARDED, S.IN_CHECK, S.QUESTION, S.PLAN_SENT, S.AGREED}
_DECIDED = {S.ASSIGNED, S.REFUSED}
Doing = Callable[..., Awaitable[object]]

BY_STAFF: dict[str, tuple[Doing, dict[str, Any], set[CaseState]]] = {
    "ask": (ask_applicant, {"item": "income", "text": "Сколько?", "staff_message": 9}, {S.IN_CHECK, S.QUESTION}),
    "by phone": (answered_by_phone, {}, {S.QUESTION}),
    "finish": (finish_check, {"staff_message": 9}, set()),
    "plan": (draft_plan, {"measures": ["Курс"]}, {S.IN_CHECK, S.PLAN_SENT}),
    "assign": (assign_aid, {"aid": AidSum(20_000, 3), "staff_message": 9}, {S.AGREED}),
    "refusal": (
        draft_refusal,
        {"reason": AidRefusal.FALSE_DATA, "fix": "Адрес"},
        {S.IN_CHECK, S.QUESTION, S.PLAN_SENT, S.AGREED},
    ),
    "extend": (extend_deadline, {"reason": "Запрос", "staff_message": 9}, _LIVE),
    "release": (release_case, {"name": "Бір", "is_chief": False}, _LIVE | _DECIDED),
    "duty": (pass_to_duty, {"name": "Бір", "is_chief": False}, _LIVE),
    "word": (send_message_to_citizen, {"text": "Жду", "message": (-1, 50)}, _LIVE | _DECIDED),
}
BY_PERSON: dict[str, tuple[Doing, dict[str, Any], set[CaseState]]] = {
    "answer": (answer_by_text, {"words": Words("Жауап", 1)}, _LIVE | _DECIDED),
    "words": (send_agreement_text, {"words": "Келісемін"}, {S.PLAN_SENT}),
    "withdraw": (withdraw_case, {}, _LIVE),
}


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services, a bound chat, and a duty chat beside it."""
    async with open_case_harness(tmp_path) as opened:
        duty = StaffChat(-2, "duty", None, "ru", "Дежурные", is_forum=False, bound_by=900)
        await opened.services.db.write(lambda tx: staff_chats.bind(tx, duty, opened.services.now))
        await opened.welcome(OTHER)
        yield opened


async def _put(harness: Harness, case: Case, state: CaseState, owner: int | None = OWNER) -> None:
    sql = (
        "UPDATE application SET state = ?, owner = ?, owner_name = 'Бір', staff_chat = -1, extended_at = NULL,"
        " version = version + 1 WHERE id = ?"
    )
    await harness.services.db.run([(sql, (state.value, owner, case.id))])


async def _trace(harness: Harness) -> tuple[object, ...]:
    services: Services = harness.services
    rows = await services.db.all("SELECT state, owner, version, clock_due, extended_at FROM application")
    return rows, await harness.count("case_event"), await harness.count("outbox"), await harness.count("question")


async def _tried(harness: Harness, doing: Doing, key: str, **given: Any) -> object:
    """Return what an action returns, or the code of its refusal."""
    try:
        return await doing(harness.services, key=key, **given)
    except Refusal as refusal:
        return refusal.code


@pytest.mark.parametrize("name", BY_STAFF)
async def test_what_staff_do(harness: Harness, name: str) -> None:
    doing, given, states = BY_STAFF[name]
    case = await forwarded(harness)
    given = {**given, "application_id": case.id}
    for state in CaseState:
        await _put(harness, case, state)
        before = await _trace(harness)
        assert isinstance(await _tried(harness, doing, f"{state}:other", **given, actor=OTHER), str)
        assert await _trace(harness) == before
        done = await _tried(harness, doing, f"{state}", **given, actor=OWNER)
        if state in states:
            assert not isinstance(done, str), (name, state, done)
            after = await _trace(harness)
            assert after != before
            assert await _tried(harness, doing, f"{state}", **given, actor=OWNER) == done
            assert await _trace(harness) == after
        else:
            assert done in {"case-state", "case-plan-first"}, (name, state, done)
            assert await _trace(harness) == before
        await _put(harness, case, state, owner=None)
        before = await _trace(harness)
        assert await _tried(harness, doing, f"{state}:nobody", **given, actor=OWNER) in {
            "case-take-first",
            "case-state",
        }
        assert await _trace(harness) == before


@pytest.mark.parametrize("name", BY_PERSON)
async def test_what_the_person_does(harness: Harness, name: str) -> None:
    doing, given, states = BY_PERSON[name]
    case = await forwarded(harness)
    given = {**given, "application_id": case.id}
    for state in CaseState:
        await _put(harness, case, state)
        before = await _trace(harness)
        assert await _tried(harness, doing, f"{state}:other", **given, user_id=OTHER) == "case-unknown"
        assert await _trace(harness) == before
        done = await _tried(harness, doing, f"{state}", **given, user_id=CITIZEN)
        if state in states:
            assert not isinstance(done, str), (name, state, done)
            after = await _trace(harness)
            assert after != before
            assert await _tried(harness, doing, f"{state}", **given, user_id=CITIZEN) == done
            assert await _trace(harness) == after
        else:
            assert done == ("case-unknown" if state is S.DRAFT else "case-state"), (name, state, done)
            assert await _trace(harness) == before


async def test_closing_which_any_clerk_of_the_chat_may(harness: Harness) -> None:
    case = await forwarded(harness)
    for state in CaseState:
        for actor, owner in ((OWNER, OWNER), (OTHER, OWNER), (OWNER, None)):
            await _put(harness, case, state, owner)
            before, key = await _trace(harness), f"{state}:{actor}:{owner}"
            closing = {"application_id": case.id, "actor": actor}
            done = await _tried(harness, close_case, key, **closing)
            if state not in _DECIDED:
                assert (done, await _trace(harness)) == ("case-state", before)
                continue
            after = await _trace(harness)
            assert done is None
            assert await _tried(harness, close_case, key, **closing) is None
            assert await _tried(harness, close_case, f"{key}:again", **closing) == "case-state"
            assert await _trace(harness) == after != before


async def test_taking(harness: Harness) -> None:
    case = await forwarded(harness)
    refused = {S.SUBMITTED: "case-still-coming", **dict.fromkeys((S.DRAFT, S.CLOSED, S.WITHDRAWN), "case-state")}
    for state in CaseState:
        await _put(harness, case, state, owner=None)
        before = await _trace(harness)
        taking = {"application_id": case.id, "actor": OWNER, "name": "Бір"}
        done = await _tried(harness, take_case, f"{state}", **taking)
        if state in refused:
            assert (done, await _trace(harness)) == (refused[state], before)
            continue
        assert done is None
        after = await _trace(harness)
        assert await _tried(harness, take_case, f"{state}", **taking) == done
        assert await _tried(harness, take_case, f"{state}:again", **taking) == "case-yours"
        assert await _tried(harness, take_case, f"{state}:other", **{**taking, "actor": OTHER}) == "case-taken"
        assert await _trace(harness) == after


@pytest.mark.parametrize("state", sorted(_LIVE | _DECIDED))
async def test_a_chief_releases_for_another_what_has_an_owner(harness: Harness, state: CaseState) -> None:
    case = await forwarded(harness)
    await _put(harness, case, state)
    chief = {"application_id": case.id, "actor": OTHER, "name": "Екі", "is_chief": True}
    assert await _tried(harness, release_case, "1", **chief) is None
    assert await _tried(harness, release_case, "2", **chief) == "case-take-first"
