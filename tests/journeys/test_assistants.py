"""An assistant files for a person without a phone; the person takes the case over by the slip. In both languages."""

import re
from io import BytesIO

import pytest
from aiogram.types import Message
from pypdf import PdfReader

from bot.domain.cases.case import Case
from bot.services.assistants.clients import clients_of
from bot.services.consents.texts import operator_text
from bot.texts import TextRef
from storage.cases import cases
from tests.support.assistants import ASSISTANT, CLIENT, NAME, PERSON, STRANGER
from tests.support.cases.journeys import OTHER, OWNER, PATIENCE, Office, now_of, open_office, photo
from tests.support.forms.aid import IIN, OTHER_IIN, filled
from tests.support.world import OPERATOR, Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

LINK = re.compile(r"start=(helper_\w+)")
SLIP = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}\b")


async def invited(office: Office, language: str, user_id: int = ASSISTANT) -> Reader:
    """Have staff invite by name and the person follow the link."""
    clerk = office.clerk()
    await clerk.says(f"/assistant {NAME}")
    shown = await clerk.actor.sees(LINK)
    link = LINK.search(shown.text or "")
    assert link is not None
    assistant = await office.world.citizen(user_id, language, link[1])
    await assistant.sees("assistant-welcome", name=NAME)
    await clerk.sees("staff-assistant-came", name=NAME, timeout=PATIENCE)
    return assistant


async def takes_on(world: World, assistant: Reader) -> None:
    """Take a person on: the name, the consent read aloud, the paper printed, signed and photographed."""
    await assistant.presses("assistant-whom")
    await assistant.presses("assistant-new")
    await assistant.says(CLIENT)
    await assistant.sees("assistant-consent-text", person=CLIENT, assistant=NAME, operator=operator_text(OPERATOR))
    await assistant.presses("assistant-no-phone")
    await assistant.presses("assistant-print-consent")
    printed = await assistant.actor.sees(lambda message: message.document is not None)
    paper = await text_of(world, printed)
    assert CLIENT in paper
    assert NAME in paper
    await assistant.says("қол қойды")
    await assistant.sees("assistant-stray-paper")
    await assistant.actor.sends_photo(photo(33))
    await assistant.actor.sees(assistant.words("assistant-by-paper"))


async def text_of(world: World, message: Message) -> str:
    """Return the words of a PDF."""
    assert message.document is not None
    content = await world.telegram.file(message.document.file_id)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


async def files(world: World, assistant: Reader) -> Case:
    """Fill the form and submit it under the assistant's statement."""
    services = world.app.services
    await assistant.presses("assistant-apply")
    await assistant.sees("assistant-filing-for", name=CLIENT)
    draft = await filled(services, ASSISTANT, assistant.language)
    await assistant.says("/aid")
    await assistant.presses("aid-see-answers")
    await assistant.presses("aid-to-consent")
    named = operator_text(OPERATOR)
    await assistant.sees("aid-consent-assistant", person="Әбдіғаппарова Ұлжан", assistant=NAME, operator=named)
    await assistant.presses("aid-submit")
    receipt = await assistant.actor.sees(_is_receipt, timeout=60)
    assert NAME in await text_of(world, receipt)
    async with services.db.read() as reader:
        return await cases.load(reader, services.encryption, draft.application.id)


def _is_receipt(message: Message) -> bool:
    return message.document is not None and "№" in (message.caption or "")


async def slip_of(world: World, assistant: Reader, case: Case) -> str:
    """Have the slip printed; return its code."""
    await assistant.says("/applications")
    await assistant.actor.presses(re.compile(f"{case.code}.*{CLIENT}"))
    await assistant.sees("case-for", name="Әбдіғаппарова Ұлжан")
    await assistant.presses("case-button-slip")
    slip = await assistant.sees("slip-caption", code=case.code)
    words = await text_of(world, slip)
    assert NAME in words
    found = SLIP.search(words)
    assert found is not None
    return found[0]


async def test_from_the_invitation_to_the_persons_own_case(world: World, language: str) -> None:
    office = await open_office(world, "ru" if language == "kk" else "kk")
    assistant = await invited(office, language)
    await takes_on(world, assistant)
    case = await files(world, assistant)
    clerk = await office.at_case(case)
    await clerk.sees("staff-filed-assistant", name=NAME)
    await clerk.presses("staff-button-history")
    await clerk.sees("staff-history-assistant", name=NAME)
    old = await slip_of(world, assistant, case)
    await clerk.says(f"/slip {case.code}")
    slip = await clerk.sees("slip-caption", code=case.code)
    reprinted = SLIP.search(await text_of(world, slip))
    assert reprinted is not None
    code = reprinted[0]
    assert code != old
    person = await world.citizen(PERSON, language, f"take_{code.replace('-', '')}")
    await person.sees("takeover-iin")
    await person.says(OTHER_IIN)
    await person.sees("refusal-takeover-iin")
    await person.says(IIN)
    await person.sees("takeover-yours", code=case.code, timeout=PATIENCE)
    await assistant.sees("takeover-gone", code=case.code, timeout=PATIENCE)
    await clerk.sees("staff-taken-over", code=case.code, timeout=PATIENCE)
    await assistant.presses("case-button-slip")
    await assistant.sees("refusal-case-unknown")
    await assistant.says("/applications")
    await assistant.sees("case-none")
    assert (await now_of(world, case)).made_by == PERSON


async def test_the_code_may_be_typed_and_wrong_ones_are_limited(world: World, language: str) -> None:
    person = await world.citizen(STRANGER, language)
    await person.says("/applications")
    await person.presses("takeover-open")
    await person.sees("takeover-code")
    await person.says("AAAA-2222-CCCC-3333")
    await person.sees("refusal-takeover-wrong")
    for number in range(4):
        await person.says(f"AAAA-2222-CCCC-444{number + 2}")
    await person.says("AAAA-2222-CCCC-5555")
    await person.sees("refusal-code-wait", minutes=15)


async def test_a_role_lost_in_the_middle_of_the_form_is_told(world: World, language: str) -> None:
    office = await open_office(world, language)
    assistant = await invited(office, language)
    await assistant.presses("assistant-whom")
    await assistant.presses("assistant-new")
    await assistant.says(CLIENT)
    await assistant.presses("assistant-has-phone")
    await assistant.says("8 701 000 00 09")
    await assistant.presses("assistant-apply")
    await assistant.presses("aid-apply")
    await assistant.sees("assistant-about", name=CLIENT, short=TextRef("aid-field-region-short"))
    clerk = office.clerk(OTHER)
    await clerk.says("/assistants")
    await clerk.presses("staff-assistant-remove", name=NAME)
    await clerk.sees("staff-assistants-none")
    await assistant.sees("assistant-off", timeout=PATIENCE)
    await assistant.actor.presses("Абай")
    await assistant.sees("refusal-assistant-removed")
    await assistant.presses("menu-aid")
    await assistant.presses("aid-apply")
    await assistant.sees("aid-field-region")
    rows = await world.app.services.db.all("SELECT client_id FROM application ORDER BY id")
    assert [row["client_id"] is None for row in rows] == [False, True]
    assert len(await clients_of(world.app.services, ASSISTANT)) == 1


async def test_strangers_become_no_assistants(world: World) -> None:
    office = await open_office(world, "ru")
    outsider = await world.citizen(STRANGER, "ru", "helper_AAAA2222CCCC3333")
    await outsider.sees("refusal-invitation-wrong")
    await outsider.presses("assistant-whom")
    await outsider.sees("assistant-not")
    await outsider.says("/assistant Жат Адам")
    await world.settles()
    assert await world.app.services.db.all("SELECT * FROM assistant_code") == []
    assert office.clerk(OWNER).actor.messages()
