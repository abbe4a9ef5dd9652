"""The other services of the electronic appeal in both languages: chosen, filled, sent to their body, decided."""

import asyncio
from io import BytesIO
from typing import Any

import pytest
from aiogram.types import Message
from pypdf import PdfReader

from bot.data_files import paper_services, regions
from bot.domain.cases.case import Case
from bot.domain.forms.fields import Excuse
from bot.runtime.redrawing.debounce import PAUSE_SECONDS
from bot.services.paper_services import link_of, offered_services, official_name_of, short_name_of
from bot.texts import TextRef
from storage.cases import cases
from tests.support.cases.journeys import PATIENCE, Office, card_says, events_of, now_of, open_office
from tests.support.forms.aid import IIN, photo
from tests.support.forms.scripts import OWN_PAPERS, own_papers
from tests.support.forms.steps import ASTANA
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
CHAIR, LOCAL, PENSION = "appeal-20", "appeal-15", "appeal-03"
WISH = "Анама кресло-арба керек <b>&"


def _named(service: str, language: str) -> str:
    return str(getattr(short_name_of(service), language))


async def _chooses(person: Reader, service: str) -> None:
    await person.presses("menu-appeals")
    await person.sees("appeal-sections")
    await person.presses(f"appeal-section-{paper_services()[service].section}")
    await person.actor.presses(_named(service, person.language))
    await person.actor.sees(getattr(official_name_of(service), person.language))
    await person.presses("aid-apply")


async def _fills(person: Reader) -> None:
    await person.sees("appeal-field-region")
    await person.actor.presses(getattr(regions()[ASTANA], person.language))
    for key, answer in (
        ("appeal-field-iin", IIN),
        ("aid-field-surname", "Ғабитова"),
        ("aid-field-name", "Ұлжан"),
        ("aid-field-patronymic", "form-skip"),
        ("aid-field-phone", "8 700 000 00 01"),
        ("aid-field-email", "form-skip"),
        ("aid-field-address", "Астана, Абай 10"),
        ("appeal-field-content", WISH),
    ):
        await person.sees(key)
        await (person.presses(answer) if answer.startswith(("aid-", "form-")) else person.says(answer))


async def _sends(world: World, person: Reader) -> tuple[Case, Message]:
    """Send two pages of the signed application, see the recap, submit; return the case and its receipt."""
    await person.sees("appeal-field-signed")
    await person.actor.sends_album([photo(1), photo(2)])
    await person.sees("aid-pages", count=2)
    await person.presses("aid-pages-ready")
    await person.sees("appeal-field-documents")
    await person.presses("aid-excuse-not_needed")
    await person.actor.sees("Ғабитова")
    await person.presses("aid-to-consent")
    await person.actor.sees(getattr(official_name_of(await _drafted(world)), person.language))
    await person.presses("aid-submit")
    receipt = await person.actor.sees(lambda message: message.document is not None, timeout=60)
    row = await world.app.services.db.one("SELECT max(id) AS id FROM application WHERE code IS NOT NULL")
    assert row is not None
    return await _case(world, row["id"]), receipt


async def _drafted(world: World) -> str:
    row = await world.app.services.db.one("SELECT service FROM application WHERE state = 'draft'")
    assert row is not None
    return str(row["service"])


async def _case(world: World, case_id: int) -> Case:
    services = world.app.services
    async with services.db.read() as reader:
        return await cases.load(reader, services.encryption, case_id)


async def _prints(world: World, receipt: Message) -> str:
    assert receipt.document is not None
    paper = PdfReader(BytesIO(await world.telegram.file(receipt.document.file_id)))
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


async def _grants(clerk: Reader, case: Case, words: str) -> None:
    await clerk.presses("staff-button-decide")
    await clerk.presses("staff-button-grant")
    await clerk.actor.replies_to(await clerk.sees("staff-grant-prompt", code=case.code), words)
    told = {"code": case.code, "service": short_name_of(case.service), "text": words}
    await clerk.sees("staff-refuse-confirm", notice=TextRef("case-granted", told))
    await clerk.presses("staff-button-confirm")


async def test_a_service_of_the_state_corporation_to_its_decision(world: World, language: str) -> None:
    other = "ru" if language == "kk" else "kk"
    await open_office(world, other)
    corporation = await open_office(world, other, role="state_corp")
    person = await world.citizen(CITIZEN, language)
    await _chooses(person, CHAIR)
    await _fills(person)
    case, receipt = await _sends(world, person)
    assert _named(CHAIR, language) in (receipt.caption or "")
    printed = await _prints(world, receipt)
    recipient = person.words("appeal-recipient-state_corp")
    for value in (getattr(official_name_of(CHAIR), language), recipient, IIN, WISH, case.code):
        assert value in printed, value
    for absent in ("aid-print-members", "aid-print-incomes", "aid-print-more", "aid-print-account"):
        assert person.words(absent) not in printed
    await _is_decided(world, corporation, person, case)


async def _is_decided(world: World, office: Office, person: Reader, case: Case) -> None:
    clerk = await office.at_case(case)
    await clerk.actor.sees(_named(CHAIR, office.language))
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-ask")
    assert clerk.words("staff-item-income") not in clerk.actor.buttons()
    await clerk.presses("staff-button-back")
    await clerk.presses("staff-button-checked")
    await person.actor.sees(person.words("case-next-service_term"), timeout=PATIENCE)
    assert (await now_of(world, case)).clock_due is None
    await clerk.actor.sees(clerk.words("staff-terms-checked"), timeout=PATIENCE)
    words = "Арба берілді, 5 желтоқсаннан <алыңыз>"
    await _grants(clerk, case, words)
    await person.sees("case-granted", code=case.code, service=short_name_of(CHAIR), text=words)
    await card_says(clerk, "decided_assigned")
    await person.presses("case-button-open")
    await person.sees("case-state-decided_assigned_service")
    await person.actor.sees(words)
    assert await events_of(world, case) == ["submit", "forward", "check", "checked", "grant_drafted", "assign"]


async def test_a_service_of_the_employment_centre_is_refused_with_what_to_fix(world: World, language: str) -> None:
    office = await open_office(world, language)
    await open_office(world, language, role="state_corp")
    person = await world.citizen(CITIZEN, language, LOCAL.replace("-", "_"))
    await person.presses("aid-apply")
    await _fills(person)
    case, _receipt = await _sends(world, person)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-decide")
    reason = TextRef("staff-refusal-service_rules")
    await clerk.presses("staff-refusal-service_rules")
    await clerk.actor.replies_to(await clerk.sees("staff-refuse-prompt", code=case.code, reason=reason), "Анықтама <1>")
    await clerk.presses("staff-button-confirm-refusal")
    told: dict[str, Any] = {
        "code": case.code,
        "service": short_name_of(LOCAL),
        "reason": TextRef("case-refusal-service_rules"),
    }
    await person.sees("case-refused-service", **told, fix="Анықтама <1>")
    await card_says(clerk, "decided_refused")


async def test_a_redraw_that_comes_too_late_leaves_what_is_begun_meanwhile(world: World, language: str) -> None:
    person = await world.citizen(CITIZEN, language)
    await _chooses(person, CHAIR)
    await _fills(person)
    await person.sees("appeal-field-signed")
    await person.actor.sends_album([photo(1), photo(2)])
    await person.says("/guides")
    await person.sees("guides-topics")
    shown = len(person.actor.from_bot())
    await asyncio.sleep(PAUSE_SECONDS + 0.5)
    await world.settles()
    assert len(person.actor.from_bot()) == shown


async def test_no_second_application_while_one_is_considered(world: World, language: str) -> None:
    person = await world.citizen(CITIZEN, language)
    await _chooses(person, CHAIR)
    await _fills(person)
    case, _receipt = await _sends(world, person)
    await person.says("/start")
    await person.sees("menu-home")
    await _chooses(person, CHAIR)
    await _fills(person)
    await person.sees("appeal-field-signed")
    await person.presses("aid-excuse-cannot_get")
    await person.sees("appeal-field-documents")
    await person.presses("aid-excuse-not_needed")
    await person.presses("aid-to-consent")
    await person.presses("aid-submit")
    await person.sees("appeal-exists", number=case.code, service=short_name_of(CHAIR))
    await person.presses("aid-open-case")
    await person.actor.sees(case.code)


async def _opens(person: Reader) -> None:
    await person.says("/start")
    await person.sees("menu-home")
    await person.presses("menu-appeals")
    await person.sees("appeal-sections")


async def test_a_part_of_the_name_finds_the_service(world: World, language: str) -> None:
    person = await world.citizen(CITIZEN, language)
    for typed in ("кресло-арба", "kreslo arba", "кресла-коляска"):
        await _opens(person)
        await person.says(typed)
        await person.actor.sees(getattr(official_name_of(CHAIR), language))
    await _opens(person)
    await person.says("зейнетақы")
    await person.sees("appeal-found", typed="зейнетақы")
    await person.actor.presses(_named(PENSION, language))
    await person.actor.sees(getattr(official_name_of(PENSION), language))


async def test_what_was_only_announced_is_not_offered(world: World, language: str) -> None:
    person = await world.citizen(CITIZEN, language, "appeal_p1")
    await person.sees("appeal-sections")
    assert "appeal-p1" in paper_services()
    assert "appeal-p1" not in offered_services()


@pytest.mark.parametrize("service", OWN_PAPERS)
async def test_a_service_asks_for_its_own_papers(world: World, language: str, service: str) -> None:
    person = await world.citizen(CITIZEN, language, link_of(service))
    await person.presses("aid-apply")
    await _fills(person)
    own = own_papers(service)
    assert own
    for paper in own:
        await person.sees(paper.key)
        await person.presses(f"aid-excuse-{paper.excuses[0]}")
    _case, receipt = await _sends(world, person)
    printed = await _prints(world, receipt)
    for paper in own:
        missing = paper.excuses[0] == Excuse.CANNOT_GET
        assert (person.words(f"{paper.key}-short") in printed) == missing, paper.key
