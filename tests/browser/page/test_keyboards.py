"""Buttons under messages and in place of the letters."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.page.conftest import ASEL, World

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _menu(world: World) -> Locator:
    await world.begin()
    await world.write(ASEL, "/menu")
    message = world.at(f"log-{ASEL}").locator(".row", has_text="Choose").last
    await expect(message).to_be_visible()
    return message


async def test_reply_keys_send_their_text(world: World) -> None:
    await world.begin()
    await expect(world.at(f"composer-{ASEL}")).to_have_attribute("placeholder", "Pick a key")
    await world.at(f"reply-key-{ASEL}-1-1").click()
    await expect(world.at(f"log-{ASEL}").get_by_text("Echo: Plain key")).to_be_visible()


async def test_the_keyboard_folds_and_is_removed(world: World) -> None:
    await world.begin()
    await world.at(f"keyboard-toggle-{ASEL}").click()
    await expect(world.at(f"keyboard-{ASEL}")).to_have_count(0)
    await world.at(f"keyboard-toggle-{ASEL}").click()
    await expect(world.at(f"keyboard-{ASEL}")).to_be_visible()
    await world.bot.call("sendMessage", chat_id=ASEL, text="Done", reply_markup={"remove_keyboard": True})
    await expect(world.at(f"keyboard-{ASEL}")).to_have_count(0)
    await expect(world.at(f"keyboard-toggle-{ASEL}")).to_be_hidden()


async def test_the_number_is_shared_only_after_a_yes(world: World) -> None:
    await world.begin()
    await world.at(f"reply-key-{ASEL}-0-0").click()
    await expect(world.page.get_by_role("alertdialog")).to_contain_text("+77010000001")
    assert not any("contact" in update.get("message", {}) for update in world.bot.seen)
    await world.at(f"share-contact-{ASEL}").click()
    await expect(world.at(f"log-{ASEL}").get_by_text("Got contact")).to_be_visible()
    contact = world.bot.seen[-1]["message"]["contact"]
    assert contact["user_id"] == ASEL
    assert contact["phone_number"] == "+77010000001"


async def test_a_place_is_chosen_on_the_map(world: World) -> None:
    await world.begin()
    await world.at(f"reply-key-{ASEL}-1-0").click()
    await world.at("map-board").click()
    await world.at("map-board").press("ArrowUp")
    await world.at("longitude").fill("71.43")
    await world.at("location-dialog-ok").click()
    await expect(world.at(f"log-{ASEL}").get_by_text("Got location")).to_be_visible()
    place = world.bot.seen[-1]["message"]["location"]
    assert place["longitude"] == pytest.approx(71.43)
    assert place["latitude"] == pytest.approx(48.2, abs=0.3)


async def test_an_alert_is_a_dialog_and_escape_closes_it(world: World) -> None:
    message = await _menu(world)
    await message.get_by_role("button", name="Alert").click()
    await expect(world.at("alert-text")).to_have_text("Look here")
    await world.page.keyboard.press("Escape")
    await expect(world.at("alert")).to_have_count(0)


async def test_a_short_answer_is_a_toast(world: World) -> None:
    message = await _menu(world)
    await message.get_by_role("button", name="Note").click()
    await expect(world.at("toast")).to_have_text("A small note")


async def test_a_pressed_button_waits_for_its_answer(world: World) -> None:
    message = await _menu(world)
    button = message.get_by_role("button", name="Wait")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_a_button_changes_its_message_in_place(world: World) -> None:
    message = await _menu(world)
    testid = await message.locator(".bubble").get_attribute("data-testid")
    await message.get_by_role("button", name="Change").click()
    await expect(world.at(str(testid))).to_contain_text("Changed")


async def test_copy_and_web_buttons_stay_in_the_client(world: World) -> None:
    message = await _menu(world)
    seen = len(world.bot.seen)
    await message.get_by_role("button", name="Copy").click()
    await expect(world.at("toast")).to_contain_text("A-042")
    site = message.get_by_role("link", name="Site")
    await expect(site).to_have_attribute("rel", "noopener noreferrer")
    await expect(site).to_have_attribute("href", "https://example.kz/")
    assert len(world.bot.seen) == seen


async def test_commands_are_offered_with_their_descriptions(world: World) -> None:
    await world.begin()
    await world.at(f"commands-{ASEL}").click()
    await expect(world.at("command-menu")).to_contain_text("buttons")
    await world.at("command-menu").click()
    await expect(world.at(f"log-{ASEL}").get_by_text("Choose")).to_be_visible()
