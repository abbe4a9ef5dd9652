"""Consent at the data, not at the door: what needs none is open, and what was asked before it goes on after it."""

import re

import pytest

from bot.domain.people.consents import TEXT_VERSION, Purpose
from bot.texts import TextRef
from storage.people import citizens
from tests.support.queue.journeys import ALIYA_IIN, part, to_monday, to_times
from tests.support.world import OPERATOR, Reader, World

OPEN_LINKS = {
    "": "menu-home",
    "help": "menu-help",
    "real": "menu-real",
    "payment": "payment-home",
    "guide": "guides-topics",
    "places": "queue-region",
    "eligibility": "eligibility-intro",
    "inquiry": "inquiry-which",
    "book": "queue-section",
    "aid": "aid-intro",
}


_VALUES = ("amount", "first", "last", "closed", "centre", "rural", "check", "service")


async def _recorded(world: World, user_id: int) -> list[tuple[str, str, str]]:
    rows = await world.app.services.db.all(
        "SELECT purpose, answer, text_version FROM consent WHERE user_id = ? ORDER BY id", user_id
    )
    return [(row["purpose"], row["answer"], row["text_version"]) for row in rows]


def _asked(person: Reader, purpose: Purpose) -> str:
    """Return how the consent to a purpose begins."""
    title, what = TextRef(f"consent-title-{purpose}"), TextRef(f"consent-what-{purpose}")
    told = {"title": title, "what": what, "data": "¤", "whom": "", "term": "", "operator": "", "reached": ""}
    return person.words("consent-ask", person="", version="", **told).partition("¤")[0]


async def test_what_needs_no_personal_data_is_open_to_everybody(world: World, language: str) -> None:
    person = await world.citizen(501, language, agrees=False)
    for link, key in OPEN_LINKS.items():
        await person.actor.opens(link)
        await person.actor.sees(part(person, key, *_VALUES))
    for command, key in {"/help": "menu-help", "/guides": "guides-topics", "/menu": "menu-home"}.items():
        await person.says(command)
        await person.actor.sees(part(person, key, *_VALUES))
    await person.says("ХҚКО мекенжайы қайда?")
    await person.sees("understood-sure")
    assert await _recorded(world, 501) == []


async def test_words_typed_before_the_language_are_answered_after_it(world: World, language: str) -> None:
    person = Reader(world.telegram.person(502), language)
    await person.says("ХҚКО мекенжайы қайда?")
    await person.presses(f"language-{language}")
    await person.sees("understood-sure")
    other = Reader(world.telegram.person(503), language)
    await other.says("/guides")
    await other.presses(f"language-{language}")
    await other.sees("guides-topics")


async def test_the_seat_waits_while_the_consent_is_read(world: World, language: str) -> None:
    await to_monday(world)
    person = await world.citizen(501, language, agrees=False)
    await to_times(person)
    await person.actor.presses(re.compile("^10:15$"))
    shown = await person.actor.sees(_asked(person, Purpose.QUEUE))
    assert person.words("operator-named", name=OPERATOR.name, bin=OPERATOR.bin) in (shown.text or "")
    await person.says(ALIYA_IIN)
    await person.sees("stray-consent")
    await person.presses("consent-decline")
    await person.sees("consent-declined-queue")
    await person.presses("consent-back")
    await person.actor.sees(_asked(person, Purpose.QUEUE))
    await person.presses("consent-agree")
    await person.presses("queue-whom-self")
    await person.says(ALIYA_IIN)
    await person.presses("queue-confirm")
    await person.actor.sees(lambda message: bool(message.photo))
    assert await _recorded(world, 501) == [("queue", "refused", TEXT_VERSION), ("queue", "given", TEXT_VERSION)]
    await person.actor.opens("inquiry_question")
    await person.actor.sees(_asked(person, Purpose.INQUIRIES))


async def test_a_number_typed_first_leads_on_to_its_proof(world: World, language: str) -> None:
    person = await world.citizen(501, language, f"payment_iin{ALIYA_IIN}", agrees=False)
    await person.actor.sees(_asked(person, Purpose.PAYMENTS))
    await person.says(person.words("consent-agree"))
    await person.sees("payment-proof", iin="9003••••0102")


@pytest.mark.parametrize("service", ["aid", "appeal_02"])
async def test_a_newer_text_is_asked_for_at_the_next_answer(world: World, language: str, service: str) -> None:
    """Also by whoever agreed to another purpose, and to an older text of this one."""
    purpose = Purpose.ASSISTANCE if service == "aid" else Purpose.SERVICES
    person = await world.citizen(501, language, service)
    await person.presses("aid-apply")
    await world.app.services.db.run([("UPDATE consent SET text_version = '2020-01' WHERE purpose = ?", (purpose,))])
    await person.says("Сынақ")
    await person.actor.sees(_asked(person, purpose))
    await person.presses("consent-agree")
    await world.settles()
    rows = await _recorded(world, 501)
    assert [version for name, _answer, version in rows if name == purpose] == ["2020-01", TEXT_VERSION]
    async with world.app.services.db.read() as reader:
        citizen = await citizens.find(reader, 501)
    assert citizen is not None
    assert citizen.consents == frozenset(Purpose)
