"""The 42 500 ₸ payment as people live it, in both languages (product P1, P2, P3, P5)."""

import csv
from typing import Any

import pytest

from bot.cli.demo_data import load_demo_data
from bot.services.payments.faq import QUESTIONS, reasons, topic_text
from bot.services.payments.programmes import programme_2020
from bot.services.payments.texts import told as programme_name
from bot.services.registry.file import import_payments
from bot.texts import LocalDate, Money, TextRef
from tests.support.payments.journeys import ALIYA, MASKED, UNKNOWN
from tests.support.payments.services import REGISTRY
from tests.support.world import Reader, World

ROWS = list(csv.DictReader(REGISTRY.read_text(encoding="utf-8").splitlines()))


@pytest.fixture
async def town(world: World) -> World:
    await load_demo_data(world.app.services)
    return world


async def _at_proof(world: World, user_id: int, language: str, iin: str = ALIYA) -> Reader:
    person = await world.citizen(user_id, language)
    await person.sees("menu-home")
    await person.presses("button-payment")
    await person.sees("payment-home", amount=Money(42_500), first=LocalDate("2020-05-11"), last=LocalDate("2020-09-01"))
    await person.presses("payment-check")
    await person.sees("payment-iin")
    await person.says(iin)
    await person.sees("payment-proof", iin=f"{iin[:4]}••••{iin[-4:]}")
    return person


def _status(person: Reader, row: dict[str, str]) -> list[str]:
    refused = row["status"] == "refused"
    keys = [f"payment-status-{row['status']}"]
    keys.append(f"payment-why-{row['reason']}" if refused else f"payment-means-{row['status']}")
    keys += ["payment-complaint"] if refused else []
    return [person.words(key) for key in keys]


async def test_the_own_contact_shows_the_payment(town: World, language: str) -> None:
    person = await _at_proof(town, 501, language)
    await person.presses("payment-share-contact")
    shown = await person.sees("payment-means-fund_review")
    assert shown.text is not None
    assert "D-2020-000001" in shown.text
    assert ALIYA not in shown.text
    assert person.words("payment-next-wait_fund") in shown.text
    await town.settles()
    assert person.actor.keyboard() == []
    await person.says("/payment")
    await person.presses("payment-check")
    await person.presses("payment-iin-known", iin=MASKED)
    await person.sees("payment-proof", iin=MASKED)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['status']}-{row['reason']}")
async def test_every_status_and_reason_is_told(town: World, language: str, row: dict[str, str]) -> None:
    person = await _at_proof(town, 502, language, row["iin"])
    await person.says(row["application_no"].lower())
    shown = await person.sees(f"payment-status-{row['status']}")
    assert shown.text is not None
    for words in _status(person, row):
        assert words in shown.text


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("85061510001", "error-iin-length"),
        ("85061510001O", "error-iin-digits"),
        ("850615100018", "error-iin-checksum"),
        ("990140000017", "error-iin-is-bin"),
    ],
)
async def test_a_wrong_number_is_told_precisely(town: World, language: str, typed: str, error: str) -> None:
    person = await town.citizen(501, language)
    await person.says("/payment")
    await person.presses("payment-check")
    await person.says(typed)
    await person.sees(error, **({"length": 11} if error.endswith("length") else {}))
    await person.says(ALIYA)
    await person.sees("payment-proof", iin=MASKED)


async def test_another_persons_contact_is_refused(town: World, language: str) -> None:
    person = await _at_proof(town, 502, language)
    await person.actor.sends_contact(phone="+77000000001", contact_user_id=501)
    await person.sees("refusal-payment-foreign-contact")
    await person.actor.sends_contact(phone="+77000000001")
    await person.sees("refusal-payment-foreign-contact")
    assert not await town.app.services.db.all("SELECT id FROM attempt")


async def test_a_phone_of_another_country_is_sent_to_the_other_way(town: World, language: str) -> None:
    person = await _at_proof(town, 501, language)
    for phone in ("4915112345678", "+79161234567"):
        await person.actor.sends_contact(phone=phone, contact_user_id=501)
        await person.sees("refusal-payment-foreign-phone")
    await person.says("D-2020-000001")
    await person.sees("payment-means-fund_review")


async def test_a_stranger_reads_the_same_for_unknown_and_for_anothers(town: World, language: str) -> None:
    answers = []
    person = await _at_proof(town, 502, language)
    for iin in (ALIYA, UNKNOWN):
        await person.presses("payment-other-iin")
        await person.says(iin)
        await person.presses("payment-share-contact")
        shown = await person.sees("payment-missing", iin=f"{iin[:4]}••••{iin[-4:]}")
        assert shown.text is not None
        answers.append((shown.text.replace(iin[:4], "").replace(iin[-4:], ""), person.actor.buttons()))
    assert answers[0] == answers[1]


async def test_after_five_attempts_one_waits_and_may_again(town: World, language: str) -> None:
    person = await _at_proof(town, 502, language)
    for _ in range(5):
        await person.says("D-2020-000099")
        await person.sees("payment-missing", iin=MASKED)
        await person.presses("payment-again")
        await person.sees("payment-proof", iin=MASKED)
    await person.says("D-2020-000001")
    told = await person.sees("payment-proof", iin=MASKED)
    assert told.text is not None
    assert told.text.startswith("⚠️")
    await town.telegram.advance(seconds=61 * 60)
    await person.says("D-2020-000001")
    await person.sees("payment-means-fund_review")


async def test_the_language_changes_between_the_number_and_the_proof(town: World) -> None:
    person = await _at_proof(town, 501, "ru")
    await person.says("/language")
    await person.presses("language-kk")
    in_kazakh = Reader(person.actor, "kk")
    await in_kazakh.sees("payment-proof", iin=MASKED)
    await in_kazakh.presses("payment-share-contact")
    await in_kazakh.sees("payment-means-fund_review")


async def test_a_follower_hears_of_a_change_once_in_their_language(town: World, language: str) -> None:
    person = await _at_proof(town, 501, language)
    await person.presses("payment-share-contact")
    await person.presses("payment-follow")
    await person.sees("payment-followed")
    moved = REGISTRY.read_text(encoding="utf-8").replace("fund_review,2020-04-22", "assigned,2020-04-24").encode()
    for _ in range(2):
        await import_payments(town.app.services, moved)
    told: dict[str, Any] = {
        "programme": programme_name(programme_2020().name),
        "day": LocalDate("2020-04-24"),
        "status": TextRef("payment-status-assigned"),
        "means": TextRef("payment-means-assigned"),
        "next": TextRef("payment-next-undated", {"following": TextRef("payment-next-wait_bank")}),
    }
    await person.sees("payment-notice", **told)
    await town.settles()
    notifications = [m for m in person.actor.from_bot() if m.text == person.words("payment-notice", **told)]
    assert len(notifications) == 1
    await person.presses("payment-notice-open")
    await person.sees(
        "payment-step-done", day=LocalDate("2020-04-22", "digits"), status=TextRef("payment-status-fund_review")
    )
    await person.presses("payment-unfollow")
    await import_payments(town.app.services, moved.replace(b"assigned,2020-04-24", b"sent_to_bank,2020-04-27"))
    assert len(await town.app.services.db.all("SELECT id FROM outbox")) == 1


async def test_the_notices_button_is_no_way_to_anothers_payment(town: World, language: str) -> None:
    person = await _at_proof(town, 501, language)
    await person.presses("payment-share-contact")
    await person.presses("payment-follow")
    await person.sees("payment-followed")
    await import_payments(
        town.app.services,
        REGISTRY.read_text(encoding="utf-8").replace("fund_review,2020-04-22", "assigned,2020-04-24").encode(),
    )
    await town.settles()
    await town.app.services.db.run([("DELETE FROM payment_subscription", ())])
    await person.presses("payment-notice-open")
    shown = await person.sees(
        "payment-home", amount=Money(42_500), first=LocalDate("2020-05-11"), last=LocalDate("2020-09-01")
    )
    assert person.words("payment-mine") not in person.actor.buttons()
    assert shown.text is not None


async def test_the_follower_comes_back_without_a_new_proof(town: World, language: str) -> None:
    person = await _at_proof(town, 501, language)
    await person.presses("payment-share-contact")
    await person.presses("payment-follow")
    await person.says("/payment")
    await person.presses("payment-mine")
    await person.sees("payment-means-fund_review")


async def test_leaving_the_proof_takes_its_keyboard_away(town: World, language: str) -> None:
    person = await _at_proof(town, 501, language)
    assert person.actor.keyboard()
    await person.says("/menu")
    await person.sees("menu-home")
    await town.settles()
    assert person.actor.keyboard() == []


async def test_questions_about_2020_are_answered(town: World, language: str) -> None:
    person = await town.citizen(501, language)
    await person.says("/payment")
    await person.presses("payment-questions")
    for topic in QUESTIONS:
        await person.presses(f"payment-topic-{topic}")
        await person.sees("payment-as-of", checked=LocalDate.of(programme_2020().checked))
        await person.presses("button-back")
        await person.sees("payment-topics")
    await person.presses("button-back")
    await person.presses("payment-beware")
    await person.sees("payment-fake")


async def test_whatever_is_sent_gets_an_answer(town: World, language: str) -> None:
    person = await _at_proof(town, 501, language)
    await person.actor.sends_document(b"%PDF-1.4", "file.pdf")
    await person.sees("payment-stray-proof")
    await person.says("не помню")
    await person.sees("error-payment-number")
    await person.says(person.words("button-home"))
    await person.sees("menu-home")


async def test_each_reason_of_refusal_has_an_answer_of_its_own(town: World, language: str) -> None:
    person = await town.citizen(501, language)
    for reason, remedy in reasons().items():
        await person.actor.opens("payment_refused")
        await person.presses(f"payment-about-{reason}")
        await person.actor.sees(remedy.kk if language == "kk" else remedy.ru)


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("половина выплаты 21250", "half"),
        ("екінші ай қалай төленді", "second"),
        ("неверный счет в заявлении", "account_wrong"),
        ("жарна толенбеген", "no_contributions"),
    ],
)
async def test_questions_and_reasons_are_reached_by_typing(town: World, language: str, typed: str, topic: str) -> None:
    person = await town.citizen(501, language)
    await person.sees("menu-home")
    await person.actor.opens("search")
    await person.sees("search-ask")
    await person.says(typed)
    await person.presses("wish-payment", title=topic_text(topic))
    await person.sees("payment-topic-title", words=topic_text(topic))


def test_no_made_up_fact_is_shown() -> None:
    facts = {fact.code: fact.mark for fact in programme_2020().facts}
    shown = {code for codes in QUESTIONS.values() for code in codes}
    assert shown <= {code for code, mark in facts.items() if mark in "AB"}


async def test_only_the_demo_holds_made_up_people(world: World) -> None:
    assert not await world.app.services.db.all("SELECT id FROM payment")
