"""START, texts, formatting, edits and keyboards, as a person sees and uses them."""

import re

import pytest
from playwright.async_api import FilePayload, expect

from tests.browser.page.conftest import ASEL, OLGA, World
from tests.browser.page.files import picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_start_shows_the_description_and_then_the_chat(world: World) -> None:
    await expect(world.at(f"description-{ASEL}")).to_contain_text("I show what the page can do.")
    await expect(world.at(f"composer-{ASEL}")).to_be_hidden()
    await world.begin()
    await expect(world.at(f"description-{ASEL}")).to_have_count(0)
    await expect(world.at(f"composer-{ASEL}")).to_be_visible()


async def test_text_goes_out_and_the_reply_quotes_it(world: World) -> None:
    await world.begin()
    await world.at(f"composer-{ASEL}").fill("one")
    await world.at(f"composer-{ASEL}").press("Shift+Enter")
    await world.at(f"composer-{ASEL}").press_sequentially("two")
    await world.at(f"send-{ASEL}").click()
    log = world.at(f"log-{ASEL}")
    await expect(log.get_by_text("Echo: one\ntwo")).to_be_visible()
    await expect(log.locator(".quote", has_text="one two")).to_be_visible()
    assert world.bot.seen[-1]["message"]["text"] == "one\ntwo"


async def test_markup_in_texts_stays_text(world: World) -> None:
    await world.begin()
    await world.write(ASEL, "<img src=x onerror=alert(1)><b>no</b>")
    bubble = world.at(f"log-{ASEL}").locator(".row.own .text").last
    await expect(bubble).to_have_text("<img src=x onerror=alert(1)><b>no</b>")
    await expect(bubble.locator("img, b")).to_have_count(0)


async def test_formatting_is_shown_and_answers_clicks(world: World) -> None:
    await world.begin()
    await world.write(ASEL, "rich")
    log = world.at(f"log-{ASEL}")
    for tag, words in (("strong", "Bold"), ("em", "italic"), ("u", "under"), ("s", "gone"), ("pre", "print(1)")):
        await expect(log.locator(tag, has_text=words).first).to_be_visible()
    await expect(log.get_by_role("link", name="site")).to_have_attribute("rel", re.compile("noopener"))
    await expect(log.locator(".spoiler-text")).to_be_hidden()
    await log.locator(".spoiler").click()
    await expect(log.locator(".spoiler-text")).to_be_visible()
    await log.get_by_role("button", name="Show more").click()
    await expect(log.locator("blockquote.folded")).to_have_count(0)
    await log.get_by_role("button", name="/help").click()
    await expect(log.get_by_text("Echo: /help")).to_be_visible()


async def test_an_edit_of_the_bot_appears_in_place(world: World) -> None:
    await world.begin()
    sent = await world.bot.call("sendMessage", chat_id=ASEL, text="Before")
    bubble = world.at(f"bubble-{ASEL}-{sent['message_id']}")
    await expect(bubble).to_contain_text("Before")
    await world.bot.call("editMessageText", chat_id=ASEL, message_id=sent["message_id"], text="After")
    await expect(bubble).to_contain_text("After")
    await expect(bubble.locator(".edited-mark")).to_be_visible()


async def test_a_message_deleted_by_the_bot_disappears(world: World) -> None:
    await world.begin()
    sent = await world.bot.call("sendMessage", chat_id=ASEL, text="Soon gone")
    bubble = world.at(f"bubble-{ASEL}-{sent['message_id']}")
    await expect(bubble).to_be_visible()
    await world.bot.call("deleteMessage", chat_id=ASEL, message_id=sent["message_id"])
    await expect(bubble).to_have_count(0)


async def test_typing_is_shown_until_it_ends(world: World) -> None:
    await world.begin()
    await world.write(ASEL, "typing")
    await expect(world.at(f"typing-{ASEL}")).to_have_text("typing…")
    await world.write(ASEL, "enough")
    await expect(world.at(f"typing-{ASEL}")).to_have_count(0)


async def test_unread_is_counted_for_a_person_who_is_not_shown(world: World) -> None:
    await world.do(OLGA, "send_text", chat_id=OLGA, text="hello")
    await expect(world.at(f"unread-{OLGA}")).to_have_text("1")
    await world.at(f"person-{OLGA}").click()
    await expect(world.at(f"chat-{OLGA}").get_by_text("Echo: hello")).to_be_visible()
    await expect(world.at(f"unread-{OLGA}")).to_have_count(0)


async def test_block_and_unblock(world: World) -> None:
    await world.begin()
    await world.at(f"block-{ASEL}").click()
    await expect(world.at(f"composer-{ASEL}")).to_be_hidden()
    await world.at(f"unblock-{ASEL}").click()
    await expect(world.at(f"composer-{ASEL}")).to_be_visible()


async def test_the_clock_moves_the_world(world: World) -> None:
    before = world.simulator.world.clock.now()
    shown = await world.at("clock").text_content()
    await world.at("clock-hour").click()
    await expect(world.at("clock")).not_to_have_text(shown or "")
    assert 3600 <= world.simulator.world.clock.now() - before < 3660
    await world.at("clock-nine").click()
    await expect(world.at("clock")).to_have_text("09:00")


async def test_a_start_link_opens_in_the_page(world: World) -> None:
    await world.at("link-field").fill("https://t.me/page_bot?start=ticket_7")
    await world.at("link-field").press("Enter")
    await expect(world.at(f"log-{ASEL}").get_by_text("/start ticket_7")).to_be_visible()
    assert world.bot.seen[-1]["message"]["text"] == "/start ticket_7"


async def test_a_qr_picture_is_answered_kindly_where_the_browser_reads_none(world: World) -> None:
    can_read = await world.page.evaluate("'BarcodeDetector' in window")
    blank: FilePayload = {"name": "qr.png", "mimeType": "image/png", "buffer": picture((255, 255, 255))}
    await world.at("link-qr").set_input_files([blank])
    await expect(world.at("toast")).to_contain_text("No QR code found" if can_read else "cannot read QR codes")


async def test_the_page_speaks_three_languages(world: World) -> None:
    await world.begin()
    for code, word in (("kk", "Жергілікті Telegram"), ("ru", "Локальный Telegram"), ("en", "Local Telegram")):
        await world.at(f"locale-{code}").click()
        await expect(world.page.get_by_role("heading", name=word)).to_be_visible()
    await world.at("locale-kk").click()
    await world.page.reload()
    await expect(world.page.get_by_role("heading", name="Жергілікті Telegram")).to_be_visible()
    await expect(world.at(f"log-{ASEL}").get_by_text("Welcome")).to_be_visible()
