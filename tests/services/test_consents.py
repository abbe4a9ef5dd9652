"""Whatever writes personal data down asks for the consent to its purpose itself: without it nothing is written."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.domain.inquiries import InquiryKind, NewInquiry
from bot.domain.people.consents import TEXT_VERSION, Purpose
from bot.forms.loading import AID
from bot.services.applications.attachments import Sent, keep_page
from bot.services.applications.drafts import change_answers, find_draft, open_draft
from bot.services.applications.submission import submit_application
from bot.services.assistants.clients import add_client
from bot.services.cases.questions.answering import Words, answer_by_text
from bot.services.consents.agreeing import consents_of, give_consent, refuse_consent
from bot.services.inquiries.sending import send_inquiry
from bot.services.payment_applications.form import answer_question, begin_application
from bot.services.queue.person import name_person
from tests.support.assistants import becomes_assistant
from tests.support.cases.journeys import submitted
from tests.support.cases.services import CITIZEN, open_case_harness
from tests.support.forms.aid import filled, photo
from tests.support.payments.services import ALIYA, ALIYA_PHONE, Harness

Action = Callable[[Harness], Awaitable[object]]


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """A citizen with a sent case, a draft, and the role of an assistant."""
    async with open_case_harness(tmp_path) as opened:
        await submitted(opened.services, CITIZEN, "kk", files=0)
        await becomes_assistant(opened.services, CITIZEN, -1)
        await filled(opened.services, CITIZEN, "kk", history="first")
        await open_draft(opened.services, user_id=CITIZEN, service="appeal-02", language="kk")
        yield opened


async def _names(harness: Harness) -> None:
    await name_person(harness.services, CITIZEN, ALIYA, own=True)


async def _checks(harness: Harness) -> None:
    await harness.check(CITIZEN, ALIYA, ALIYA_PHONE, "check")


async def _applies(harness: Harness) -> None:
    services = replace(harness.services, settings=replace(harness.services.settings, demo=True))
    draft = await begin_application(services, user_id=CITIZEN, programme_id="demo-open", language="kk")
    await answer_question(services, user_id=CITIZEN, application_id=draft, field_id="surname", value="Сынақ")


async def _writes(harness: Harness) -> None:
    new = NewInquiry(InquiryKind.QUESTION, {"words": "Сұрағым бар еді"})
    await send_inquiry(harness.services, key="inquiry", user_id=CITIZEN, new=new)


async def _answers(harness: Harness) -> None:
    await change_answers(harness.services, CITIZEN, AID, lambda kept: {**kept, "surname": "Сынақ"})


async def _attaches(harness: Harness) -> None:
    sent = Sent("evidence", 1, photo(7))
    await keep_page(harness.services, key="page", user_id=CITIZEN, service=AID, sent=sent)


async def _submits(harness: Harness) -> None:
    draft = await find_draft(harness.services, CITIZEN, AID)
    assert draft is not None
    await submit_application(
        harness.services, key="submit", user_id=CITIZEN, application_id=draft.application.id, language="kk"
    )


async def _answers_another(harness: Harness) -> None:
    await change_answers(harness.services, CITIZEN, "appeal-02", lambda kept: {**kept, "surname": "Сынақ"})


async def _tells_staff(harness: Harness) -> None:
    await answer_by_text(
        harness.services, key="said", application_id=1, user_id=CITIZEN, words=Words("Мекенжайым өзгерді", 1)
    )


async def _takes_on(harness: Harness) -> None:
    await add_client(
        harness.services, key="client", user_id=CITIZEN, name="Сынақ Адам", language="kk", phone="+77010000000"
    )


ACTIONS: dict[Action, Purpose] = {
    _names: Purpose.QUEUE,
    _checks: Purpose.PAYMENTS,
    _applies: Purpose.PAYMENTS,
    _writes: Purpose.INQUIRIES,
    _answers: Purpose.ASSISTANCE,
    _attaches: Purpose.ASSISTANCE,
    _submits: Purpose.ASSISTANCE,
    _answers_another: Purpose.SERVICES,
    _tells_staff: Purpose.ASSISTANCE,
    _takes_on: Purpose.ASSISTANCE,
}


async def _written(harness: Harness) -> list[object]:
    """Return how much is held of people, and what is held of the person."""
    tables = ("person", "inquiry", "document", "client", "case_event", "access_log")
    told = ("SELECT answers FROM application ORDER BY id", "SELECT profile FROM citizen ORDER BY user_id")
    return [*[await harness.count(table) for table in tables], *[await harness.services.db.all(sql) for sql in told]]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
async def test_without_its_consent_nothing_is_written(harness: Harness, action: Action) -> None:
    await harness.services.db.run([("UPDATE consent SET withdrawn_at = 1 WHERE purpose = ?", (ACTIONS[action],))])
    before = await _written(harness)
    with pytest.raises(Refusal, match="consent-needed"):
        await action(harness)
    assert await _written(harness) == before


async def test_each_answer_is_on_record_and_a_newer_text_takes_the_place_of_an_older(harness: Harness) -> None:
    services = harness.services
    for _ in range(2):
        await refuse_consent(services, key="no", user_id=CITIZEN, purpose=Purpose.QUEUE, language="kk")
        await give_consent(services, CITIZEN, Purpose.QUEUE, "kk")
    await services.db.run([("UPDATE consent SET text_version = '2020-01' WHERE purpose = 'queue'", ())])
    assert Purpose.QUEUE not in {each.purpose for each in await consents_of(services, CITIZEN)}
    await give_consent(services, CITIZEN, Purpose.QUEUE, "ru")
    (given,) = [each for each in await consents_of(services, CITIZEN) if each.purpose is Purpose.QUEUE]
    assert given.text_version == TEXT_VERSION
    rows = await services.db.all(
        "SELECT answer, replaced_at IS NOT NULL AS replaced FROM consent WHERE purpose = 'queue' ORDER BY id"
    )
    assert [tuple(row.values()) for row in rows] == [("given", 1), ("refused", 0), ("given", 0)]
