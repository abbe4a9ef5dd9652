"""One page shot again: asked for under the page itself, put in its place, the old one kept in the file of the case."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from aiogram.types import Message

from bot.domain.applications.application import Page
from bot.domain.cases.case import Case
from bot.domain.cases.retake import Flaw, Retake
from bot.services.cases.questions.texts import paper_text, question_text
from storage.applications import applications, attachments
from tests.support.cases.journeys import (
    OTHER,
    PATIENCE,
    Office,
    card_says,
    events_of,
    now_of,
    open_office,
    photo,
    submitted,
)
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501


async def _taken(world: World, language: str) -> tuple[Office, Reader, Reader, Case]:
    other = "ru" if language == "kk" else "kk"
    office = await open_office(world, other)
    citizen = await world.citizen(CITIZEN, language)
    case = await submitted(world.app.services, CITIZEN, language)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    return office, clerk, citizen, case


async def _pages(world: World, case: Case) -> list[Page]:
    async with world.app.services.db.read() as reader:
        return await attachments.pages_of(reader, case.id, "documents")


async def _content(world: World, case: Case, page: Page) -> bytes:
    services = world.app.services
    async with services.db.read() as reader:
        application = await applications.read(reader, services.encryption, case.id)
    return await services.files.get(application.key, page.stored_as)


async def _page_message(world: World, clerk: Reader, page: Page) -> Message:
    row = await world.app.services.db.one("SELECT message_id FROM staff_message WHERE kind = ?", f"part:{page.id}")
    assert row is not None
    return next(message for message in clerk.actor.from_bot() if message.message_id == row["message_id"])


async def test_a_dark_page_is_asked_for_and_replaced(world: World, language: str) -> None:
    office, clerk, citizen, case = await _taken(world, language)
    first, second = await _pages(world, case)
    await clerk.actor.replies_to(await _page_message(world, clerk, second), "/reshoot")
    again = Retake(second.id, "documents", 2, Flaw.DARK)
    told: dict[str, Any] = question_text(case, again.item, "")
    await clerk.sees("staff-reshoot-why", item=told["item"])
    await clerk.presses("staff-reshoot-dark")
    await citizen.sees("case-question", timeout=PATIENCE, code=case.code, **told)
    assert (await now_of(world, case)).clock_paused_at is not None
    await citizen.presses("case-button-answer")
    await citizen.sees("case-answer", code=case.code, **told)
    await citizen.actor.sends_document(photo(20), "same.jpg")
    await citizen.sees("refusal-page-same")
    await citizen.actor.sends_document(photo(200), "new.jpg")
    await clerk.sees("staff-answer-paper", timeout=PATIENCE, code=case.code, about=told["item"])
    await card_says(clerk, "in_check")
    kept = await _pages(world, case)
    assert kept[0] == first
    assert [page.page for page in kept] == [first.page, second.page]
    assert await _content(world, case, kept[1]) == photo(200)
    assert await events_of(world, case) == ["submit", "forward", "check", "ask", "answer"]
    await _has_both(world, clerk, case, {photo(20), photo(200)})
    await clerk.actor.replies_to(await _page_message(world, clerk, second), "/reshoot")
    await clerk.sees("refusal-page-not-form")
    assert office.language != citizen.language


async def _has_both(world: World, clerk: Reader, case: Case, pictures: set[bytes]) -> None:
    """Check that the file of the case, asked for by its number, has the page before and after."""
    await clerk.says("/file")
    await clerk.sees("staff-file-how")
    await clerk.says(f"/file {case.code.lower()}")
    sent = await clerk.actor.sees(
        lambda message: message.document is not None and str(message.document.file_name).endswith(".zip"), timeout=20
    )
    assert sent.document is not None
    with ZipFile(BytesIO(await world.telegram.file(sent.document.file_id))) as archive:
        assert pictures <= {archive.read(name) for name in archive.namelist()}


async def test_own_words_are_asked_at_once_and_only_by_the_owner(world: World, language: str) -> None:
    office, clerk, citizen, case = await _taken(world, language)
    _first, second = await _pages(world, case)
    message = await _page_message(world, clerk, second)
    other = office.clerk(OTHER, clerk.actor.thread_id)
    await other.actor.replies_to(message, "/reshoot мөр көрінбейді")
    await other.sees("refusal-case-not-yours", owner="Клерк Бір")
    await clerk.says("/reshoot")
    await clerk.sees("refusal-reshoot-how")
    await clerk.actor.replies_to(message, "/reshoot мөр <көрінбейді>")
    again = Retake(second.id, "documents", 2, Flaw.OTHER)
    told: dict[str, Any] = question_text(case, again.item, "мөр <көрінбейді>")
    await citizen.sees("case-question", timeout=PATIENCE, code=case.code, **told)


async def _opens_the_pages(clerk: Reader) -> None:
    await clerk.presses("staff-button-ask")
    await clerk.presses("staff-button-reshoot")


async def test_the_page_is_found_by_buttons(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    _first, second = await _pages(world, case)
    await _opens_the_pages(clerk)
    await clerk.sees("staff-reshoot-page", code=case.code, paper=paper_text(case, "documents"))
    await clerk.actor.presses(re.compile("^2$"))
    again = Retake(second.id, "documents", 2, Flaw.WRONG)
    told: dict[str, Any] = question_text(case, again.item, "")
    await clerk.sees("staff-reshoot-why", item=told["item"])
    await clerk.presses("staff-reshoot-wrong")
    await citizen.sees("case-question", timeout=PATIENCE, code=case.code, **told)
    await clerk.sees("staff-reshoot-asked", code=case.code, item=told["item"])


async def test_of_several_papers_one_is_chosen_first_and_the_reason_told_in_own_words(
    world: World, language: str
) -> None:
    office, clerk, citizen, case = await _taken(world, language)
    _first, second = await _pages(world, case)
    await world.app.services.db.run([("UPDATE document SET item = 'alimony_paper' WHERE id = ?", (second.id,))])
    await _opens_the_pages(clerk)
    await clerk.sees("staff-reshoot-paper", code=case.code)
    paper = paper_text(case, "alimony_paper")
    await clerk.presses("staff-reshoot-paper-pages", paper=paper, count=1)
    again = Retake(second.id, "alimony_paper", 1, Flaw.OTHER)
    told: dict[str, Any] = question_text(case, again.item, "мөрі <жоқ>")
    await clerk.sees("staff-reshoot-why", item=told["item"])
    other = office.clerk(OTHER, clerk.actor.thread_id)
    await other.presses("staff-reshoot-dark", wait=False)
    await clerk.presses("staff-reshoot-own")
    prompt = await clerk.sees("staff-reshoot-prompt", code=case.code, item=told["item"])
    await clerk.actor.replies_to(prompt, "мөрі <жоқ>")
    await citizen.sees("case-question", timeout=PATIENCE, code=case.code, **told)
    assert await events_of(world, case) == ["submit", "forward", "check", "ask"]


async def test_without_pages_there_is_a_way_on(world: World, language: str) -> None:
    office = await open_office(world, language)
    await world.citizen(CITIZEN, language)
    case = await submitted(world.app.services, CITIZEN, language, files=0)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-ask")
    shown = await clerk.presses("staff-button-reshoot")
    assert shown is not None
    assert shown.text == clerk.words("refusal-reshoot-none")
