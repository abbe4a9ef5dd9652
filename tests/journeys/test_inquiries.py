"""Writing to the staff as a citizen and a clerk live through it, in both languages."""

import re

import pytest

from bot.texts import TextRef
from tests.support.cases.journeys import OTHER, OWNER, PATIENCE, Office, open_office, photo
from tests.support.reception.journeys import open_reception_chat
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
COMPLAINT = "Кезек тұрмайды, 7-терезеде ешкім жоқ"


async def _complains(person: Reader, ground: str = "long_queue", when: str = "now") -> str:
    await person.says("/help")
    await person.presses("button-write")
    await person.presses("inquiry-kind-complaint")
    await person.presses(f"inquiry-ground-{ground}")
    await person.sees("inquiry-where")
    await person.says("кентавр")
    await person.sees("queue-found-none", typed="кентавр")
    await person.says("демо")
    await person.actor.presses(re.compile("№1"))
    await person.presses(f"inquiry-inside-{when}")
    await person.sees("inquiry-words-complaint")
    await person.says("ой")
    await person.sees("error-text-short", min=5)
    await person.says(COMPLAINT)
    shown = await person.sees("inquiry-check", kind=TextRef("inquiry-kind-complaint"))
    assert COMPLAINT in (shown.text or "")
    await person.actor.sends_photo(photo(), caption="Терезе <7>")
    shown = await person.sees("inquiry-photo-line", count="1")
    assert f"{COMPLAINT}\nТерезе <7>" in (shown.text or "")
    await person.presses("inquiry-send")
    sent = await person.actor.sees(re.compile("№ [A-Z0-9]{8}"))
    return str(re.findall("№ ([A-Z0-9]{8})", str(sent.text))[0])


async def _card(office: Office, number: str, user_id: int = OWNER) -> Reader:
    clerk = office.clerk(user_id)
    clerk.actor.mark = 0
    await clerk.actor.sees(
        lambda message: number in (message.text or "") and message.reply_markup is not None, timeout=PATIENCE
    )
    return clerk


async def test_a_complaint_from_inside_is_taken_answered_and_closed(world: World, language: str) -> None:
    staff = "ru" if language == "kk" else "kk"
    office = await open_reception_chat(world, staff)
    person = await world.citizen(CITIZEN, language)
    await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    number = await _complains(person)
    await person.sees("inquiry-sent-inside")
    clerk = await _card(office, number)
    assert clerk.words("inquiry-card-inside") in clerk.actor.transcript()
    await clerk.presses("inquiry-button-take")
    await clerk.sees("inquiry-card-how", timeout=PATIENCE)
    await clerk.says("Қазір терезе ашамыз <b>")
    await clerk.sees("inquiry-is-it-answer", number=number)
    await clerk.presses("inquiry-button-say")
    await clerk.sees("inquiry-said", number=number)
    await person.actor.sees("Қазір терезе ашамыз <b>", timeout=PATIENCE)
    await clerk.presses("inquiry-button-answer")
    await clerk.sees("inquiry-answer-prompt", number=number)
    await clerk.says("Күтіңіз")
    await person.actor.sees("Күтіңіз", timeout=PATIENCE)
    await clerk.says("Ал түскі ас қашан?")
    await person.presses("inquiry-write-more")
    await person.says("Рақмет, ашылды")
    await person.sees("inquiry-more-said")
    more = await clerk.actor.sees("Рақмет, ашылды", timeout=PATIENCE)
    word = await clerk.actor.replies_to(more, "Күніңіз жаксы")
    await person.actor.sees("Күніңіз жаксы", timeout=PATIENCE)
    await clerk.actor.edits(word, "Күніңіз жақсы өтсін")
    answer = await person.sees("inquiry-answer-corrected", number=number, text="Күніңіз жақсы өтсін", timeout=PATIENCE)
    await clerk.actor.edits(word, "// өзімізге")
    await clerk.sees("refusal-edit-of-answer", timeout=PATIENCE)
    await person.actor.sends_photo(photo(90), caption="Міне, ашық терезе", reply_to=answer)
    assert (await clerk.actor.sees("Міне, ашық терезе", timeout=PATIENCE)).photo
    clerk.actor.mark = 0
    await clerk.presses("inquiry-button-close")
    await person.sees("inquiry-closed-told", number=number, timeout=PATIENCE)
    await world.telegram.faults([])
    await world.settles()
    told = [message.text or "" for message in person.actor.from_bot()]
    assert sum("Қазір терезе ашамыз" in text for text in told) == 1
    assert not [text for text in told if "түскі ас" in text]
    assert len(await world.app.services.db.all("SELECT id FROM inquiry")) == 1
    await person.says("/menu")
    await person.sees("menu-home")
    await person.presses("menu-requests")
    await person.presses("requests-inquiries")
    await person.actor.presses(re.compile(re.escape(person.words("inquiry-state-closed"))))
    await person.sees("inquiry-told-closed")


async def test_a_photo_goes_with_thanks(world: World, language: str) -> None:
    office = await open_office(world, language, role="duty", is_forum=False)
    person = await world.citizen(CITIZEN, language)
    await person.actor.opens("inquiry_thanks")
    await person.presses("inquiry-no-place")
    await person.actor.sends_photo(photo())
    await person.sees("inquiry-photo-kept")
    await person.actor.sends_album([photo(shade) for shade in range(0, 250, 50)])
    await person.sees("refusal-inquiry-photos-full", max=5)
    await person.says("Спасибо Ұлжан за помощь")
    await person.sees("inquiry-photo-line", count="5")
    await person.presses("inquiry-send")
    await person.sees("inquiry-sent-ahead", ahead=0)
    clerk = office.clerk()
    clerk.actor.mark = 0
    await clerk.actor.sees(lambda message: bool(message.photo), timeout=PATIENCE)


async def test_a_home_visit_shows_its_address_to_the_owner_alone(world: World, language: str) -> None:
    office = await open_office(world, language, role="duty", is_forum=False)
    person = await world.citizen(CITIZEN, language)
    await person.says("/guides")
    await person.actor.opens("guide_home-visit")
    await person.presses("guide-home-visit")
    await person.presses("inquiry-group-pensioner")
    await person.actor.sends_photo(photo())
    await person.sees("refusal-inquiry-no-photo")
    await person.says("Заменить удостоверение")
    await person.says("Кызылорда, улица Абая, 10")
    await person.says("123")
    await person.says("8 701 123 45 67")
    await person.presses("inquiry-send")
    sent = await person.actor.sees(re.compile("№ [A-Z0-9]{8}"))
    clerk = await _card(office, str(re.findall("№ ([A-Z0-9]{8})", str(sent.text))[0]))
    shown = clerk.actor.transcript()
    assert "Абая" not in shown
    assert "7011234567" not in shown
    await clerk.presses("inquiry-button-take")
    await clerk.sees("inquiry-card-how", timeout=PATIENCE)
    alert = await clerk.presses("inquiry-button-data")
    assert alert is not None
    assert "Абая" in (alert.text or "")
    assert len(await world.app.services.db.all("SELECT id FROM access_log WHERE what = 'inquiry opened by staff'")) == 1


async def test_talking_to_a_person_is_found_by_words_and_tells_what_to_expect(world: World, language: str) -> None:
    person = await world.citizen(CITIZEN, language)
    await person.says("оператормен сөйлескім келеді")
    await person.presses("wish-operator")
    await person.says("Маған қандай құжат керек?")
    await person.presses("inquiry-send")
    await person.sees("inquiry-sent-nobody")
    office = await open_office(world, language, role="duty", is_forum=False)
    clerk = office.clerk()
    clerk.actor.mark = 0
    await clerk.actor.sees("Маған қандай құжат керек?", timeout=PATIENCE)


async def test_what_was_passed_on_can_no_longer_be_taken_where_it_was(world: World, language: str) -> None:
    office = await open_reception_chat(world, language)
    duty = await open_office(world, "ru", role="duty", is_forum=False)
    person = await world.citizen(CITIZEN, language)
    number = await _complains(person)
    clerk = await _card(office, number)
    await clerk.presses("inquiry-button-pass-on")
    taker = await _card(duty, number, OTHER)
    await taker.presses("inquiry-button-take")
    await taker.sees("inquiry-card-how", timeout=PATIENCE)
    clerk.actor.mark = 0
    assert not clerk.actor.buttons()
    row = await world.app.services.db.one("SELECT owner, staff_chat FROM inquiry")
    assert row == {"owner": OTHER, "staff_chat": duty.chat_id}


async def test_the_other_ways_are_named_with_a_complaint(world: World, language: str) -> None:
    await open_office(world, "ru", role="duty", is_forum=False)
    person = await world.citizen(CITIZEN, language)
    await _complains(person, "rudeness", "before")
    await person.sees("inquiry-sent-routes")
