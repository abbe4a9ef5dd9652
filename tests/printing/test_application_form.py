"""The printed form: every value and letter in both languages, for one person and for twenty."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.domain.applications.application import Application, Page
from bot.printing.application_form import application_form, form_data
from bot.services.applications.submission import submit_application
from bot.services.paper_services import official_name_of
from bot.texts import shipped_texts
from storage.applications import applications
from tests.support.consents import consent_to_all
from tests.support.forms.aid import IBAN, IIN, filled
from tests.support.payments.services import Harness, open_harness
from tests.support.world import OPERATOR

TEXTS = shipped_texts()


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services with one citizen."""
    async with open_harness(tmp_path) as harness:
        await consent_to_all(harness.services, 501)
        yield harness


async def submitted(harness: Harness, language: str, **other: object) -> Application:
    draft = await filled(harness.services, 501, language, **other)  # type: ignore[arg-type]
    await submit_application(
        harness.services, key="1:submit", user_id=501, application_id=draft.application.id, language=language
    )
    async with harness.services.db.read() as reader:
        return await applications.read(reader, harness.services.encryption, draft.application.id)


async def words(application: Application) -> tuple[str, int]:
    pdf = PdfReader(
        BytesIO(await application_form(application, [], TEXTS, bot_username="halyq_bot", operator=OPERATOR))
    )
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()), len(pdf.pages)


async def test_every_answer_is_on_paper(harness: Harness, language: str) -> None:
    application = await submitted(harness, language)
    text, _ = await words(application)
    for value in (IIN, IBAN, "Әбдіғаппарова", "Ұлжан", "Өмірхан Іңкәр", "15.06.1985", "85 000", "255 000", "<b>&"):
        assert value in text, value
    assert getattr(official_name_of("aid"), language) in text
    assert TEXTS.plain(language, "appeal-recipient-employment_coordination") in text
    for key in ("row-1", "row-9", "row-12", "members", "incomes", "electronic", "statement"):
        args = {"electronic": {"date": "", "account": ""}, "statement": {"operator": ""}}.get(key, {})
        wanted = TEXTS.plain(language, f"aid-print-{key}", **args)
        assert " ".join(wanted.split())[:25] in text, key
    assert OPERATOR.name in text
    assert f"№ {application.code}" in text


async def test_a_paper_not_got_is_listed_with_its_reason(harness: Harness, language: str) -> None:
    data = form_data(await submitted(harness, language), [], TEXTS, bot_username="halyq_bot", operator=OPERATOR)
    assert [row[2:] for row in data["documents"]] == [["0", TEXTS.plain(language, "aid-excuse-cannot_get")]]


async def test_a_family_of_twenty_goes_over_several_pages(harness: Harness) -> None:
    family = [
        {
            "id": f"m{n}",
            "relation": "child",
            "name": f"Әбдіғаппаров Өмірхан {n}інші",
            "iin": "",
            "born": "2015-06-15",
            "state": "child",
        }
        for n in range(1, 21)
    ]
    none = [
        {"member": who, "kind": "none", "month": "2026-07-01", "amount": 0}
        for who in ("me", *(member["id"] for member in family))
    ]
    text, pages = await words(await submitted(harness, "kk", members=family, incomes=none))
    assert pages > 1
    assert all(text.count(f" {n}інші") == 2 for n in range(1, 21))
    assert f"{pages} / {pages}" in text
    assert f"{TEXTS.plain('kk', 'aid-print-application')} {pages}" in text


async def test_pages_of_a_paper_are_counted(harness: Harness) -> None:
    application = await submitted(harness, "ru", history="again", alimony_paper="not_needed")
    page = Page(1, "documents", 1, "hash", "name", "image/jpeg", 1, None)
    answered = application.answers | {"documents": "attached"}
    shown = Application(**{**{name: getattr(application, name) for name in application.__slots__}, "answers": answered})
    data = form_data(shown, [page, page], TEXTS, bot_username="halyq_bot", operator=OPERATOR)
    assert data["documents"][-1][1:3] == [TEXTS.plain("ru", "aid-field-documents-short"), "2"]


async def test_a_draft_is_not_printed(harness: Harness) -> None:
    draft = await filled(harness.services, 501)
    with pytest.raises(ValueError, match="submitted"):
        form_data(draft.application, [], TEXTS, bot_username="halyq_bot", operator=OPERATOR)
