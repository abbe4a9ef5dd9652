"""One of each journey in a real browser, as a person with a mouse and a keyboard goes it."""

import re

import pytest
from playwright.async_api import expect

from bot.cli.demo_data import load_demo_data
from bot.texts import TextRef
from tests.browser.page.conftest import chromium_path
from tests.browser.screen import PATIENCE_MS, Screen, open_page
from tests.support.cases.journeys import OWNER, open_office
from tests.support.consents import consent_to_all
from tests.support.forms.aid import filled, photo
from tests.support.queue.journeys import ALIYA_IIN, FIRST_PLACE
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.usefixtures("no_rhythm"),
    pytest.mark.timeout(400),
    pytest.mark.skipif(chromium_path() is None, reason="no Chromium is installed"),
]
OLGA, OLGA_IIN = 503, "910105600307"
ALIYA = 501


async def test_the_payment_is_looked_up(world: World) -> None:
    await load_demo_data(world.app.services)
    async with open_page(world.simulator.url, "ru") as page:
        olga = Screen(page, OLGA, "ru")
        await olga.begins()
        await olga.presses("button-payment")
        await olga.presses("payment-check")
        await olga.presses("consent-agree")
        await olga.writes(OLGA_IIN)
        await olga.sees("9101••••0307")
        await page.get_by_test_id(f"reply-key-{OLGA}-0-0").click()
        await page.get_by_test_id(f"share-contact-{OLGA}").click()
        await olga.sees_key("payment-means-paid")
        await olga.writes("/language")
        await olga.presses("language-kk")
        await Screen(page, OLGA, "kk").sees_key("payment-means-paid")


async def test_a_place_in_the_queue_is_booked_and_reminded_of(world: World) -> None:
    async with open_page(world.simulator.url, "kk") as page:
        aliya = Screen(page, ALIYA, "kk")
        await aliya.begins()
        await aliya.writes("/book")
        await aliya.presses("queue-section-ready")
        await aliya.presses_words(re.compile("Астана"))
        await aliya.presses_words(FIRST_PLACE)
        await aliya.presses("queue-choose-day")
        await aliya.presses_words(re.compile(r"^26$"))
        await aliya.presses_words(re.compile(r"^10:15$"))
        await aliya.presses("consent-agree")
        await aliya.presses("queue-whom-self")
        await aliya.writes(ALIYA_IIN)
        await aliya.presses("queue-confirm")
        ticket = aliya.log.locator("[data-testid^=bubble-] img").last
        await expect(ticket).to_be_visible(timeout=PATIENCE_MS)
        await ticket.click()
        await expect(page.get_by_test_id("lightbox-image")).to_be_visible()
        await page.keyboard.press("Escape")
        await page.get_by_test_id("clock-day").click()
        await page.get_by_test_id("clock-hour").click()
        await aliya.sees("⏰")


async def test_an_application_is_filled_sent_and_decided(world: World) -> None:
    office = await open_office(world, "kk")
    async with open_page(world.simulator.url, "kk") as page:
        aliya = Screen(page, ALIYA, "kk")
        await aliya.begins()
        await consent_to_all(world.app.services, ALIYA)
        await filled(world.app.services, ALIYA, "kk", documents=None)
        await aliya.writes("/aid")
        await aliya.presses("form-continue")
        await aliya.sees_key("aid-field-documents")
        await aliya.attaches("анықтама.jpg", "image/jpeg", photo(1))
        await aliya.sees_key("aid-pages", count=1)
        await aliya.presses("aid-pages-ready")
        await aliya.presses("aid-to-consent")
        await aliya.presses("aid-submit")
        await aliya.sees(re.compile("№ [A-Z0-9]{8}"))

        row = await world.app.services.db.one("SELECT id, code FROM application")
        assert row is not None
        await page.get_by_test_id(f"group-{office.chat_id}").click()
        await page.get_by_test_id(f"act-as-{office.chat_id}").select_option(str(OWNER))
        await page.get_by_test_id(f"topics-{office.chat_id}").get_by_text(row["code"]).click()
        clerk = Screen(page, office.chat_id, "kk")
        await clerk.presses("staff-button-take")
        await clerk.presses("staff-button-ask")
        await clerk.presses("staff-item-income")
        prompt = await clerk.sees_key("staff-ask-prompt", code=row["code"], item=TextRef("staff-item-income"))
        await clerk.replies(prompt, "Тамызда қанша таптыңыз?")
        await aliya.sees("Тамызда қанша таптыңыз?")
        await aliya.presses("case-button-answer")
        await aliya.writes("85 мың теңге")
        await clerk.sees("85 мың теңге")
        await clerk.presses("staff-button-decide")
        await clerk.presses("staff-refusal-documents_missing")
        reason = TextRef("staff-refusal-documents_missing")
        prompt = await clerk.sees_key("staff-refuse-prompt", code=row["code"], reason=reason)
        await clerk.replies(prompt, "Алимент анықтамасы керек")
        await clerk.presses("staff-button-confirm-refusal")
        await aliya.sees("Алимент анықтамасы керек")
        state = await world.app.services.db.one("SELECT state FROM application")
        assert state == {"state": "decided_refused"}
