"""What a newcomer meets on the page: numbers to copy, steps to try, a reload, a second window."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.page.conftest import ASEL, CLERK, OLGA, World

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _group(world: World) -> int:
    answer = await world.do(CLERK, "create_group", title="Staff", is_forum=True, members=[CLERK, OLGA])
    chat = answer["chat"]
    assert isinstance(chat, dict)
    return int(chat["id"])


async def test_a_number_is_whole_and_copied_by_a_click(world: World) -> None:
    for look in ("rail-number", "mini number"):
        number = world.at(f"{look}-{ASEL}")
        await expect(number).to_have_text("900101400018")
        assert await number.evaluate("(node) => node.scrollWidth <= node.clientWidth")
        await number.click()
        await expect(world.at("toast").last).to_contain_text("900101400018")


async def test_each_step_is_one_click(world: World) -> None:
    group = await _group(world)
    await world.begin()
    await world.bot.call("sendMessage", chat_id=ASEL, text="Said before the day went by")
    day = world.at(f"log-{ASEL}").locator(".day").first
    await expect(day).to_have_text("Today")
    await world.at("step-0").click()
    await expect(world.at(f"log-{OLGA}").get_by_text("Echo: How do you do")).to_be_visible()
    await expect(world.at("step-0")).to_have_class(re.compile("taken"))
    await world.at("step-1").click()
    await expect(world.at(f"act-as-{group}")).to_have_value(str(OLGA))
    await world.at(f"person-{ASEL}").click()
    await world.at("step-2").click()
    await expect(day).not_to_have_text("Today")


async def test_a_reply_that_the_bot_asks_for_is_opened(world: World) -> None:
    group = await _group(world)
    await expect(world.at(f"chat-{group}")).to_be_visible()
    mention = f'<a href="tg://user?id={OLGA}">Ольга</a>, your answer?'
    asking = {"force_reply": True, "selective": True}
    await world.bot.call("sendMessage", chat_id=group, text=mention, parse_mode="HTML", reply_markup=asking)
    await expect(world.at(f"log-{group}").get_by_text("your answer?")).to_be_visible()
    await expect(world.at(f"context-{group}")).to_be_empty()  # the clerk was not asked
    await world.at(f"act-as-{group}").select_option(str(OLGA))
    await expect(world.at(f"context-{group}")).to_contain_text("your answer?")
    await world.write(group, "Here it is")
    await expect(world.at(f"log-{group}").locator(".row.own .quote")).to_contain_text("your answer?")
    await expect(world.at(f"context-{group}")).to_be_empty()
    await world.bot.call("sendMessage", chat_id=group, text=mention, parse_mode="HTML", reply_markup=asking)
    await expect(world.at(f"context-{group}")).to_contain_text("your answer?")
    await world.at(f"composer-{group}").press("Escape")
    await expect(world.at(f"context-{group}")).to_be_empty()


async def test_a_reload_loses_nothing(world: World) -> None:
    group = await _group(world)
    await world.do(CLERK, "create_topic", chat_id=group, name="Case 12")
    topic = max(world.simulator.world.rooms[group].topics)
    await world.at(f"topic-{group}-{topic}").click()
    await world.begin()
    await world.at(f"person-{OLGA}").hover()
    await world.at(f"beside-{OLGA}").click()
    await world.do(CLERK, "send_text", chat_id=group, text="unseen: the topic is open")
    await world.at(f"composer-{ASEL}").fill("half a sent")
    await expect(world.at(f"unread-{group}")).to_have_text("1")
    await world.page.reload()
    await expect(world.at(f"chat-{OLGA}")).to_be_visible()
    await expect(world.at(f"composer-{ASEL}")).to_have_value("half a sent")
    await expect(world.at(f"topic-{group}-{topic}")).to_have_attribute("aria-current", "true")
    await expect(world.at(f"unread-{group}")).to_have_text("1")


async def test_an_alert_comes_only_where_the_button_was_pressed(world: World) -> None:
    await world.begin()
    await world.write(ASEL, "/menu")
    other = await world.page.context.new_page()
    await other.goto(world.simulator.url)
    await expect(other.get_by_test_id(f"log-{ASEL}").get_by_role("button", name="Alert")).to_be_visible()
    await world.at(f"log-{ASEL}").get_by_role("button", name="Alert").click()
    await expect(world.at("alert-text")).to_be_visible()
    await world.at("alert-ok").click()
    await world.write(ASEL, "after the alert")
    await expect(other.get_by_test_id(f"log-{ASEL}").get_by_text("Echo: after the alert")).to_be_visible()
    await expect(other.get_by_test_id("alert")).to_have_count(0)


async def test_a_slash_lists_the_commands(world: World) -> None:
    await world.begin()
    await world.at(f"composer-{ASEL}").fill("/m")
    await expect(world.at(f"hints-{ASEL}").get_by_role("option")).to_have_text(["/menubuttons"])
    await world.at("command-menu").click()
    await expect(world.at(f"log-{ASEL}").get_by_text("Choose")).to_be_visible()
    await expect(world.at(f"hints-{ASEL}")).to_be_empty()


async def test_a_label_too_long_is_cut_as_telegram_cuts_it(world: World) -> None:
    await world.begin()
    label = "A label that is far longer than two columns on a phone can hold"
    rows = [[{"text": label, "callback_data": "a"}, {"text": "Short", "callback_data": "b"}]]
    await world.bot.call("sendMessage", chat_id=ASEL, text="Two", reply_markup={"inline_keyboard": rows})
    words = world.at(f"log-{ASEL}").get_by_role("button", name=label).locator("span")
    assert await words.evaluate("(node) => node.scrollWidth > node.clientWidth && node.clientHeight < 30")


@pytest.mark.parametrize("viewport", [(390, 844)])
async def test_the_clock_is_at_hand_on_a_phone(world: World) -> None:
    await world.at(f"person-{ASEL}").click()
    await expect(world.at("clock-day")).to_be_visible()
    await expect(world.at("link-field")).to_be_hidden()
