"""A case from its card in the staff group to the decision, as its clerks and its citizen live through it."""

import asyncio
import json
import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from aiogram.types import Message
from pypdf import PdfReader

from bot.domain.cases.case import Case
from bot.services.cases.renewal_reminders import assigned_for
from bot.texts import LocalDate, Money, TextRef
from tests.support.cases.journeys import (
    OTHER,
    OWNER,
    PATIENCE,
    Office,
    asks,
    card_says,
    events_of,
    now_of,
    open_office,
    photo,
    plans,
    submitted,
)
from tests.support.forms.aid import IIN
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501


async def _assigns(clerk: Reader, case: Case) -> None:
    code, covered = case.code, LocalDate.of(assigned_for(case, 3).covered_to)
    await clerk.presses("staff-button-decide")
    await clerk.presses("staff-button-assign")
    await clerk.actor.replies_to(await clerk.sees("staff-amount-prompt", code=code), "20 300")
    await clerk.sees("staff-months-ask", amount=Money(20300))
    await clerk.actor.presses(re.compile("^3$"))
    await clerk.sees("staff-assign-confirm", code=code, amount=Money(20300), months=3, covered=covered)
    await clerk.presses("staff-button-confirm")


async def _to_the_decision(office: Office, citizen: Reader) -> None:
    world = office.world
    case = await submitted(world.app.services, CITIZEN, citizen.language)
    clerk = await office.at_case(case)
    await citizen.actor.sees(case.code)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await asks(clerk, case.code, "Тамыздағы <b>табыс</b> & қанша?")
    await citizen.actor.sees("<b>табыс</b> & қанша?", timeout=PATIENCE)
    assert (await now_of(world, case)).clock_paused_at is not None
    await citizen.presses("case-button-answer")
    await citizen.actor.sends_photo(photo(200), caption="Міне, <ақпан> айы")
    await citizen.sees("case-answered", code=case.code, sent=1)
    relayed = await clerk.sees("staff-answer-paper", code=case.code, about=TextRef("staff-item-income"))
    assert "Міне, <ақпан> айы" in (relayed.caption or "")
    assert "Анықтама <1>" in clerk.actor.transcript()
    await citizen.says("Анықтама осы")
    about = TextRef("staff-item-income")
    await clerk.sees("staff-answer", timeout=PATIENCE, code=case.code, about=about, text="Анықтама осы")
    await card_says(clerk, "in_check")
    assert (await now_of(world, case)).clock_paused_at is None
    await citizen.presses("case-button-done")
    await citizen.presses("case-button-write")
    await citizen.sees("case-write", code=case.code)
    await plans(clerk, case.code)
    await citizen.actor.sees(f"{case.code}-plan", timeout=PATIENCE)
    await citizen.presses("case-button-plan")
    await citizen.says("Жоқ, келіспеймін")
    assert "Жоқ, келіспеймін" in ((await clerk.sees("staff-disagreed", timeout=PATIENCE, code=case.code)).text or "")
    await card_says(clerk, "in_check")
    assert (await now_of(world, case)).clock_paused_at is None
    await plans(clerk, case.code)
    await citizen.actor.sees(f"{case.code}-plan", timeout=PATIENCE)
    await citizen.presses("case-button-plan")
    assert citizen.words("case-button-agree") not in citizen.actor.buttons()
    await citizen.says("Жоспармен келісемін")
    await citizen.presses("case-button-agree")
    await citizen.actor.sees(citizen.words("case-state-agreed"), timeout=PATIENCE)
    await card_says(clerk, "agreed")
    await _assigns(clerk, case)
    await citizen.sees("case-assigned", code=case.code, amount=Money(20300), months=3)
    await card_says(clerk, "decided_assigned")
    assert (await now_of(world, case)).state == "decided_assigned"
    told = await events_of(world, case)
    steps = "submit forward check ask answer say plan_drafted send_plan disagree plan_drafted send_plan"
    steps += " agreement_words agree sum_drafted assign"
    assert told == steps.split()


async def test_a_case_is_led_to_its_decision_in_a_forum(world: World, language: str) -> None:
    citizen = await world.citizen(CITIZEN, language)
    other = "ru" if language == "kk" else "kk"
    await _to_the_decision(await open_office(world, other), citizen)


async def test_a_case_is_led_to_its_decision_in_a_group_without_topics(world: World) -> None:
    citizen = await world.citizen(CITIZEN, "kk")
    await _to_the_decision(await open_office(world, "ru", is_forum=False), citizen)
    await _has_all_of_it(world, citizen)


async def _has_all_of_it(world: World, citizen: Reader) -> None:
    """Check that the person is handed over what was asked, answered and decided, their file, and who saw it."""
    await world.settles()
    await citizen.says("/mydata")
    await citizen.actor.sees(lambda message: _is_file(message, ".json"))
    files = {name: next(each for each in citizen.actor.from_bot() if _is_file(each, name)) for name in _FILES}
    contents = {name: await world.telegram.file(message.document.file_id) for name, message in files.items()}  # type: ignore[union-attr]
    (told,) = json.loads(contents[".json"])["applications"]
    assert told["questions"][0]["asked"] == "Тамыздағы <b>табыс</b> & қанша?"
    assert {"Міне, <ақпан> айы", "Анықтама осы"} <= {event["said"].get("text") for event in told["history"]}
    assert {"Анықтама <1>", "Міне, <ақпан> айы", None} <= {each["said"] for each in told["files"]}
    assert told["plan"]
    assert [each["state"] for each in told["obligations"]] == ["open"] * len(told["plan"])
    assert told["decision"]["said"] == {"amount": 20300, "months": 3}
    looked = json.loads(contents[".json"])["access_log"]
    people = {(each["what"], each["people"]) for each in looked if each["people"] is not None}
    assert people >= {("card delivered", 3), ("documents delivered", 3), ("message delivered", 3)}
    assert {each["what"] for each in looked} >= {"check", "ask", "send_plan", "assign"}
    with ZipFile(BytesIO(contents[".zip"])) as archive:
        assert len(archive.namelist()) == len(told["files"]) > 1
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(contents[".pdf"])).pages)
    wanted = (
        "табыс</b> & қанша",
        "Анықтама осы",
        citizen.words("data-decision"),
        "07.2026",
        citizen.words("data-done-card"),
    )
    for value in wanted:
        assert value in " ".join(text.split()), value


_FILES = (".json", ".pdf", ".zip")


def _is_file(message: Message, ending: str) -> bool:
    name = str(message.document.file_name) if message.document else ""
    return name.startswith("my-data") and name.endswith(ending)


async def test_a_refusal_says_why_what_to_fix_and_how_to_appeal(world: World, language: str) -> None:
    citizen = await world.citizen(CITIZEN, language)
    office = await open_office(world, language)
    case = await submitted(world.app.services, CITIZEN, language)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-decide")
    await clerk.presses("staff-refusal-documents_missing")
    reason = TextRef("staff-refusal-documents_missing")
    await clerk.actor.replies_to(await clerk.sees("staff-refuse-prompt", code=case.code, reason=reason), "Справка <1>")
    told: dict[str, Any] = {
        "code": case.code,
        "reason": TextRef("case-refusal-documents_missing"),
        "fix": "Справка <1>",
    }
    await clerk.sees("staff-refuse-confirm", notice=TextRef("case-refused", told))
    assert "refuse" not in await events_of(world, case)
    await clerk.presses("staff-button-confirm-refusal")
    await citizen.sees("case-refused", **told)
    await card_says(clerk, "decided_refused")
    await citizen.presses("case-apply-again")
    await citizen.presses("aid-apply")
    await citizen.actor.sees(citizen.words("aid-field-region"))


async def test_help_that_needs_a_plan_is_not_assigned_before_it_is_agreed(world: World) -> None:
    await world.citizen(CITIZEN, "ru")
    office = await open_office(world, "ru")
    clerk = await office.at_case(await submitted(world.app.services, CITIZEN, "ru"))
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-decide")
    await world.settles()
    assert clerk.words("staff-button-assign") not in clerk.actor.buttons()


async def test_two_clerks_at_once_and_one_owner(world: World, language: str) -> None:
    await world.citizen(CITIZEN, "kk")
    office = await open_office(world, language)
    case = await submitted(world.app.services, CITIZEN, "kk")
    first, second = await office.at_case(case, OWNER), await office.at_case(case, OTHER)
    answers = await asyncio.gather(first.presses("staff-button-take"), second.presses("staff-button-take"))
    told = sorted(shown.text or "" for shown in answers if shown)
    owner = (await now_of(world, case)).owner_name or ""
    assert told == sorted([first.words("staff-taken", code=case.code), first.words("refusal-case-taken", owner=owner)])


async def test_words_reach_the_person_and_corrections_and_notes_stay(world: World, language: str) -> None:
    citizen = await world.citizen(CITIZEN, language)
    office = await open_office(world, "ru")
    case = await submitted(world.app.services, CITIZEN, language)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    word = await clerk.says("Жду справку <до пятницы>")
    await citizen.actor.sees("Жду справку <до пятницы>", timeout=PATIENCE)
    await clerk.actor.edits(word, "Жду справку до субботы")
    await citizen.actor.sees("Жду справку до субботы", timeout=PATIENCE)
    await clerk.says("// он звонил вчера")
    await clerk.says(". и позавчера")
    await (await office.at_case(case, OTHER)).says("я бы отказал")
    await world.settles()
    seen = citizen.actor.transcript()
    assert not [words for words in ("звонил", "позавчера", "отказал") if words in seen]
    signs = [event["message_id"] for event in world.telegram.feed.events if event["type"] == "reaction"]
    assert set(signs) == {word.message_id}


async def test_words_in_a_case_nobody_took_go_nowhere_and_it_is_said(world: World) -> None:
    citizen = await world.citizen(CITIZEN, "ru")
    office = await open_office(world, "ru")
    case = await submitted(world.app.services, CITIZEN, "ru")
    clerk = await office.at_case(case)
    await clerk.says("Здравствуйте")
    await clerk.sees("refusal-case-take-first")
    assert "Здравствуйте" not in citizen.actor.transcript()


async def test_an_old_button_does_nothing_and_says_so(world: World) -> None:
    await world.citizen(CITIZEN, "ru")
    office = await open_office(world, "ru")
    case = await submitted(world.app.services, CITIZEN, "ru")
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    card = next(m for m in clerk.actor.from_bot() if m.reply_markup)
    await clerk.actor.does("press", chat_id=office.chat_id, message_id=card.message_id, data=f"c:hand:{case.id}:1:")
    await world.settles()
    assert clerk.actor.alerts[-1] == clerk.words("staff-outdated", state=TextRef("staff-state-in_check"))


async def test_full_data_is_for_the_owner_alone_and_is_logged(world: World) -> None:
    await world.citizen(CITIZEN, "ru")
    office = await open_office(world, "ru")
    case = await submitted(world.app.services, CITIZEN, "ru")
    clerk, other = await office.at_case(case, OWNER), await office.at_case(case, OTHER)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    shown = await clerk.presses("staff-button-data")
    assert shown is not None
    assert IIN in (shown.text or "")
    refused = await other.presses("staff-button-data")
    assert refused is not None
    assert IIN not in (refused.text or "")
    assert IIN not in clerk.actor.transcript()
    logged = await world.app.services.db.all("SELECT actor, what FROM access_log WHERE actor > 0")
    assert logged == [{"actor": OWNER, "what": "full data"}]


async def test_every_update_three_times_leads_to_the_same_end(world: World) -> None:
    await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    citizen = await world.citizen(CITIZEN, "ru")
    await _to_the_decision(await open_office(world, "ru"), citizen)
