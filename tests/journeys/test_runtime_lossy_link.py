"""An album of ten over a link that drops a third of the calls: ten pages, in order, once."""

from typing import Any

import pytest

from bot.forms.loading import AID
from bot.outbox import sender
from bot.runtime.calls.rate_limit import RateLimiter
from bot.runtime.patience import Patience
from bot.services import work
from bot.services.applications.drafts import find_draft
from bot.services.applications.submission import submit_application
from storage.applications import attachments
from storage.cases import cases
from tests.support.cases.journeys import open_office
from tests.support.forms.aid import filled, number_of, photo
from tests.support.world import Reader, World

CITIZEN = 501
PAGES = list(range(1, 11))
# Half of what is lost never reaches Telegram; of the other half only the answer is lost.
LOSSES: list[dict[str, Any]] = [{"kind": "reset", "probability": 1 / 6}, {"kind": "reset_after", "probability": 1 / 5}]
LOST_ON_THE_WAY = [{"kind": "reset", "probability": 1 / 3}]


@pytest.fixture
def patience() -> Patience:
    """Return as many tries as usual, at once."""
    return Patience(replaying=(0.05,) * 6)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses between tries are tested with the update processor and the sender."""
    monkeypatch.setattr(sender, "_BACK_OFF", (0,))
    monkeypatch.setattr(RateLimiter, "reserve", lambda *_: 0.0)


async def _to_the_papers(world: World, language: str) -> Reader:
    person = await world.citizen(CITIZEN, language)
    draft = await filled(world.app.services, CITIZEN, language, documents="not_needed")
    assert draft.next_question is None
    await person.says("/aid")
    await person.presses("aid-see-answers")
    await person.presses("form-change")
    await person.presses("aid-field-documents-short")
    await person.sees("aid-field-documents")
    return person


async def _kept(world: World) -> list[int]:
    """Return the numbers of the pictures that are stored, in the order of the pages."""
    services = world.app.services
    draft = await find_draft(services, CITIZEN, AID)
    assert draft is not None
    async with services.db.read() as reader:
        pages = await attachments.pages_of(reader, draft.application.id, "documents")
    return [number_of(await services.files.get(draft.application.key, page.stored_as)) for page in pages]


@pytest.mark.parametrize("losses", [LOSSES, LOST_ON_THE_WAY], ids=["calls and answers lost", "calls lost"])
async def test_ten_photos_are_ten_pages_in_order_once(
    world: World, language: str, losses: list[dict[str, Any]]
) -> None:
    person = await _to_the_papers(world, language)
    copies = [{"kind": "duplicate_updates", "times": 3}] if language == "ru" else []
    await world.telegram.faults([*copies, *losses])
    await person.actor.sends_album([photo(number) for number in PAGES])
    assert await world.app.processor.drain(60)
    await world.settles()
    await world.telegram.faults([])
    assert await _kept(world) == PAGES


@pytest.mark.parametrize(
    "guarded", [True, False], ids=["guarded", "control: without the key it is told as a second one"]
)
async def test_a_page_whose_answer_was_lost_is_not_told_as_a_second_one(
    world: World, language: str, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    if not guarded:

        async def again(_tx: object, _encryption: object, _key: str, _now: int, action: Any) -> Any:
            return await action()

        monkeypatch.setattr(work, "run_once", again)
    person = await _to_the_papers(world, language)
    await world.settles()
    await world.telegram.faults([{"kind": "reset", "times": 1, "methods": ["sendMessage"]}])
    await person.actor.sends_photo(photo(1))
    shown = await person.sees("aid-pages", count=1)
    assert (person.words("refusal-page-repeated") in (shown.text or "")) is not guarded
    assert await _kept(world) == [1]


async def test_the_staff_get_the_ten_pages_in_order_once(world: World, language: str) -> None:
    office = await open_office(world, language)
    person = await _to_the_papers(world, language)
    await person.actor.sends_album([photo(number) for number in PAGES])
    await person.sees("aid-pages", count=len(PAGES))
    await world.telegram.faults(LOST_ON_THE_WAY)
    services = world.app.services
    draft = await find_draft(services, CITIZEN, AID)
    assert draft is not None
    done = await submit_application(
        services, key="1:submit", user_id=CITIZEN, application_id=draft.application.id, language=language
    )
    async with services.db.read() as reader:
        case = await cases.load(reader, services.encryption, done.application_id)
    clerk = await office.at_case(case, patience=90)
    await world.telegram.faults([])
    got = [
        number_of(await world.telegram.file(message.photo[-1].file_id))
        for message in clerk.actor.from_bot()
        if message.photo
    ]
    assert got == PAGES
