"""What is submitted is what was said last: nothing of a road taken back, one person once, a form that prints."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.applications.application import Application, Page
from bot.domain.errors import InvalidInput
from bot.domain.forms.forms import Answer
from bot.domain.people.operator import NOBODY
from bot.forms import draft_progress
from bot.forms.loading import AID, form_for
from bot.printing.application_form import application_form
from bot.services.applications.attachments import Sent, keep_page
from bot.services.applications.drafts import change_answers, find_draft
from bot.services.applications.submission import submit_application
from bot.services.received_files.mime import media_type
from storage.applications import applications, attachments
from tests.support.cases.services import CITIZEN, open_case_harness
from tests.support.forms.aid import MEMBER_IIN, filled, photo
from tests.support.payments.services import Harness
from tests.support.world import TEXTS


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        yield harness


async def _submitted(harness: Harness) -> tuple[Application, list[Page]]:
    draft = await find_draft(harness.services, CITIZEN, AID)
    assert draft is not None
    assert draft.next_question is None
    await submit_application(
        harness.services, key="s", user_id=CITIZEN, application_id=draft.application.id, language="ru"
    )
    async with harness.services.db.read() as reader:
        application = await applications.read(reader, harness.services.encryption, draft.application.id)
        return application, await attachments.pages_of(reader, application.id)


async def test_papers_of_a_road_taken_back_are_not_handed_over(harness: Harness, tmp_path: Path) -> None:
    await filled(harness.services, CITIZEN, "ru", history="first", changed=None)
    for item, number in (("evidence", 5), ("documents", 6)):
        sent = Sent(item, number, photo(number))
        await keep_page(harness.services, key=item, user_id=CITIZEN, service=AID, sent=sent)
    assert len(_files(tmp_path)) == 2
    await change_answers(
        harness.services, CITIZEN, AID, lambda answers: {**answers, "history": "again", "changed": "no"}
    )
    application, pages = await _submitted(harness)
    assert "evidence" not in application.answers
    assert [page.item for page in pages] == ["documents"]
    assert len(_files(tmp_path)) == 1


def _files(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


async def test_words_that_look_like_an_account_are_printed_as_words(harness: Harness) -> None:
    told = "KZ, Алматинская обл., 6 соток"
    await filled(harness.services, CITIZEN, "ru", plot="yes", plot_details=told)
    application, pages = await _submitted(harness)
    assert (await application_form(application, pages, TEXTS, bot_username="b", operator=NOBODY)).startswith(b"%PDF")


async def test_a_first_applicant_handed_nothing_in_before(harness: Harness) -> None:
    await filled(harness.services, CITIZEN, "ru", history="first", documents="as_before", evidence="cannot_get")
    draft = await find_draft(harness.services, CITIZEN, AID)
    assert draft is not None
    assert draft.next_question is not None
    assert draft.next_question.id == "documents"


def test_the_applicant_is_no_member_of_their_own_family() -> None:
    member: dict[str, str | int] = {"id": "m1", "relation": "child", "name": "Іңкәр", "iin": MEMBER_IIN}
    with pytest.raises(InvalidInput, match="iin-repeated"):
        draft_progress.with_answer(form_for(AID), {"living": "family", "members": [member]}, "iin", MEMBER_IIN)
    unknown: dict[str, Answer] = {"living": "family", "members": [{**member, "iin": ""}]}
    assert draft_progress.with_answer(form_for(AID), unknown, "iin", MEMBER_IIN)["iin"] == MEMBER_IIN


def test_a_picture_that_would_fill_the_memory_is_refused_in_words() -> None:
    out = BytesIO()
    Image.new("1", (14_000, 14_000)).save(out, "PNG")
    with pytest.raises(InvalidInput, match="page-huge"):
        media_type(out.getvalue())
