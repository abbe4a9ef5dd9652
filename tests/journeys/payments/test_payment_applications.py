"""Applying for a payment that is open, as a citizen and a specialist live through it, in both languages."""

import csv
import io
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.registry import COLUMNS
from bot.runtime.calls.rate_limit import RateLimiter
from bot.services.payment_applications.submission import submit_to_programme
from bot.services.payments.programmes import programmes
from bot.services.registry.file import import_payments
from bot.texts import TextRef
from tests.support.cases.journeys import OTHER, OWNER, PATIENCE, Office, open_office
from tests.support.payment_applications import (
    CITIZEN,
    DEMO,
    IBAN,
    IIN,
    OTHER_IBAN,
    STRANGER,
    begins_payment_application,
    fills_payment_application,
    programme_name,
)
from tests.support.world import Reader, World, running_world


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """The demo, where a programme is open; without the rhythm of groups, which is tested with the sender."""
    monkeypatch.setattr(RateLimiter, "reserve", lambda *_: 0.0)
    async with running_world(tmp_path, demo=True) as running:
        yield running
        await running.telegram.idle()
        refused = await running.telegram.refused()
        assert not refused, refused


async def _sends(person: Reader) -> str:
    await person.presses("intake-submit")
    shown = await person.actor.sees(re.compile("№ [A-Z0-9]{8}"))
    return str(re.findall("№ ([A-Z0-9]{8})", str(shown.text))[0])


async def _office(world: World, language: str) -> Office:
    return await open_office(world, language, role="payments", is_forum=False)


async def _card(office: Office, number: str, user_id: int = OWNER) -> Reader:
    clerk = office.clerk(user_id)
    clerk.actor.mark = 0
    await clerk.actor.sees(number, timeout=PATIENCE)
    return clerk


async def _card_says(clerk: Reader, state: str) -> None:
    clerk.actor.mark = 0
    await clerk.actor.sees(clerk.words(f"intake-short-{state}"), timeout=PATIENCE)


async def test_an_application_goes_from_the_first_question_to_the_registry(world: World, language: str) -> None:
    office = await _office(world, "ru" if language == "kk" else "kk")
    person = await begins_payment_application(world, language)
    await fills_payment_application(person)
    number = await _sends(person)
    await person.actor.sees(person.words("intake-receipt", number=number, programme=programme_name(person)))
    clerk = await _card(office, number)
    shown = clerk.actor.transcript()
    assert "8506••••0017" in shown
    assert not [value for value in (IIN, IBAN, "Үлгібаева", "+77000000001") if value in shown]
    await clerk.presses("staff-button-take")
    await _card_says(clerk, "in_check")
    alert = await clerk.presses("staff-button-data")
    assert alert is not None
    assert IIN in (alert.text or "")
    await person.actor.sees(person.words("payment-status-data_check"), timeout=PATIENCE)
    await clerk.presses("intake-button-accept")
    await _card_says(clerk, "accepted")
    await person.actor.sees(person.words("payment-status-case_formed"), timeout=PATIENCE)
    await clerk.says("/export")
    file = await clerk.actor.sees(clerk.words("intake-export", rows=1), timeout=PATIENCE)
    await person.actor.sees(person.words("payment-status-fund_review"), timeout=PATIENCE)
    await clerk.says("/export")
    await clerk.sees("intake-export-none")
    assert file.document is not None
    content = (await world.app.bot.download(file.document.file_id)).read()  # type: ignore[union-attr]
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["iin"], rows[0]["iban"], rows[0]["application_no"]) == (IIN, IBAN, number)
    report = await import_payments(world.app.services, content)
    assert (report.added, report.changed, len(report.problems)) == (0, 0, 0)


async def test_a_correction_is_asked_given_and_goes_on(world: World, language: str) -> None:
    office = await _office(world, language)
    person = await begins_payment_application(world, language)
    await fills_payment_application(person)
    number = await _sends(person)
    clerk = await _card(office, number)
    await clerk.presses("staff-button-take")
    await _card_says(clerk, "in_check")
    await clerk.presses("intake-button-ask")
    await clerk.presses("payment-reason-account_wrong")
    await clerk.presses("intake-button-send-ask")
    await person.actor.sees(person.words("intake-field-iban-short"), timeout=PATIENCE)
    await person.presses("intake-button-fix")
    await person.sees("intake-asked-line", short=TextRef("intake-field-iban-short"))
    await person.presses("intake-button-fix")
    await person.sees("intake-field-iban")
    await person.says("KZ00722C000000000001")
    await person.sees("error-iban-checksum")
    await person.says(OTHER_IBAN)
    await person.presses("intake-field-account-owner-own")
    await person.presses("intake-send-fix")
    await person.sees("intake-sent", number=number)
    await clerk.actor.sees(clerk.words("intake-field-iban-short"), timeout=PATIENCE)
    await _card_says(clerk, "in_check")
    alert = await clerk.presses("staff-button-data")
    assert alert is not None
    assert OTHER_IBAN in (alert.text or "")


async def test_a_refusal_leads_straight_to_what_it_is_about(world: World, language: str) -> None:
    office = await _office(world, language)
    person = await begins_payment_application(world, language)
    await fills_payment_application(person)
    clerk = await _card(office, await _sends(person))
    await clerk.presses("staff-button-take")
    await _card_says(clerk, "in_check")
    await clerk.presses("intake-button-refuse")
    await clerk.presses("payment-reason-account_wrong")
    await clerk.presses("intake-button-refuse-sure")
    await person.actor.sees(person.words("payment-status-refused"), timeout=PATIENCE)
    await person.presses("intake-button-fix")
    await person.presses("form-continue")
    await person.sees("intake-field-iban")
    await person.says(OTHER_IBAN)
    await person.presses("intake-field-account-owner-own")
    await person.sees("intake-recap")
    second = await _sends(person)
    await _card(office, second)


async def test_the_same_number_twice_is_one_application(world: World, language: str) -> None:
    await _office(world, language)
    person = await begins_payment_application(world, language)
    await fills_payment_application(person)
    await _sends(person)
    await person.says("/payment")
    await person.presses("intake-apply", programme=programme_name(person))
    await person.presses("intake-begin")
    for typed in ("Үлгібаева", "Әлия"):
        await person.says(typed)
    await person.presses("form-skip")
    await person.says(IIN)
    await person.sees("intake-standing-own")
    await person.presses("payment-notice-open")
    await person.sees("payment-status-received")


async def test_anothers_number_is_told_nothing_of(world: World, language: str) -> None:
    first = await begins_payment_application(world, "ru")
    await fills_payment_application(first)
    await _sends(first)
    stranger = await begins_payment_application(world, language, STRANGER)
    await fills_payment_application(stranger)
    await stranger.presses("intake-submit")
    await stranger.sees("intake-standing")
    assert len(await world.app.services.db.all("SELECT id FROM payment WHERE programme = ?", DEMO)) == 1


async def test_the_language_changes_at_every_question_and_nothing_is_lost(world: World) -> None:
    person = await begins_payment_application(world, "kk")
    await person.sees("intake-field-surname")
    await person.says("Үлгібаева")
    await person.says("/language")
    await person.presses("language-ru")
    person.language = "ru"
    await person.says("/payment")
    await person.presses("intake-apply", programme=programme_name(person))
    await person.sees("intake-draft", answered="1", total="8")
    await person.presses("form-continue")
    await person.sees("intake-field-name")


async def test_each_update_three_times_leaves_one_application_one_card_one_receipt(world: World) -> None:
    await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    office = await _office(world, "ru")
    person = await begins_payment_application(world, "ru")
    await fills_payment_application(person)
    number = await _sends(person)
    clerk = await _card(office, number)
    await clerk.presses("staff-button-take")
    await _card_says(clerk, "in_check")
    await world.settles()
    assert len(await world.app.services.db.all("SELECT id FROM payment_application")) == 1
    cards = [message for message in clerk.actor.from_bot() if number in (message.text or "")]
    receipts = [message for message in person.actor.from_bot() if message.text and "принято: №" in message.text]
    assert (len(cards), len(receipts)) == (1, 1)


async def test_a_refused_press_is_told_above_its_question(world: World, language: str) -> None:
    """It was sent meanwhile, as by an impatient press on a screen that had not changed yet."""
    person = await begins_payment_application(world, language)
    await fills_payment_application(person)
    await person.presses("form-change")
    await person.presses("intake-field-category-short")
    await person.sees("intake-field-category")
    sent = await submit_to_programme(
        world.app.services, key="sent", user_id=CITIZEN, application_id=1, language=language
    )
    assert sent.sent
    await person.actor.presses(getattr(programmes()[DEMO].categories[1].name, language))
    shown = await person.sees("refusal-intake-state")
    assert person.words("intake-field-category") in (shown.text or "")


async def test_strangers_and_old_buttons_change_nothing(world: World) -> None:
    office = await _office(world, "ru")
    person = await begins_payment_application(world, "ru")
    await fills_payment_application(person)
    clerk = await _card(office, await _sends(person))
    other = office.clerk(OTHER)
    await clerk.presses("staff-button-take")
    await _card_says(clerk, "in_check")
    refused = await other.presses("intake-button-accept")
    assert refused is not None
    assert refused.text == other.words("refusal-intake-not-yours", owner="Клерк Бір")
    card = next(message for message in clerk.actor.from_bot() if message.reply_markup)
    await clerk.actor.does("press", chat_id=office.chat_id, message_id=card.message_id, data="i:accept:1:1:")
    await world.settles()
    row = await world.app.services.db.one("SELECT state FROM payment_application WHERE id = 1")
    assert row == {"state": "in_check"}
