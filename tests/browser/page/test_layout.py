"""The staff group, the narrow screen, the keyboard alone, a lost connection and long chats."""

import pytest
from playwright.async_api import expect

from tests.browser.page.conftest import ASEL, CLERK, OLGA, World

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _group(world: World) -> int:
    answer = await world.do(CLERK, "create_group", title="Staff", is_forum=True, members=[CLERK, OLGA])
    chat = answer["chat"]
    assert isinstance(chat, dict)
    await expect(world.at(f"chat-{chat['id']}")).to_be_visible()
    return int(chat["id"])


async def test_topics_are_switched_and_counted(world: World) -> None:
    group = await _group(world)
    await world.do(CLERK, "create_topic", chat_id=group, name="Case 12")
    topic = max(world.simulator.world.rooms[group].topics)
    tab = world.at(f"topic-{group}-{topic}")
    await expect(tab).to_contain_text("Case 12")
    await world.bot.call("sendMessage", chat_id=group, message_thread_id=topic, text="Only in the topic")
    await expect(world.at(f"log-{group}").get_by_text("Only in the topic")).to_have_count(0)
    await expect(tab.locator(".badge")).to_be_visible()
    await tab.click()
    await expect(world.at(f"log-{group}").get_by_text("Only in the topic")).to_be_visible()
    await expect(tab.locator(".badge")).to_have_count(0)
    await world.write(group, "Answer in the topic")
    await expect(world.at(f"log-{group}").locator(".row.own")).to_contain_text("Answer in the topic")
    await world.do(CLERK, "close_topic", chat_id=group, thread_id=topic)
    await expect(tab.get_by_label("closed")).to_be_visible()


async def test_the_chosen_member_acts_in_the_group(world: World) -> None:
    group = await _group(world)
    await world.at(f"act-as-{group}").select_option(str(OLGA))
    await world.write(group, "From Olga")
    own = world.at(f"log-{group}").locator(".row.own", has_text="From Olga")
    await expect(own).to_be_visible()
    await world.at(f"act-as-{group}").select_option(str(CLERK))
    await expect(own).to_have_count(0)
    await expect(world.at(f"log-{group}").get_by_text("From Olga")).to_be_visible()


async def test_a_pinned_message_is_shown_and_found(world: World) -> None:
    await world.begin()
    sent = await world.bot.call("sendMessage", chat_id=ASEL, text="Important")
    await world.bot.call("pinChatMessage", chat_id=ASEL, message_id=sent["message_id"])
    await expect(world.at(f"pinned-{ASEL}")).to_contain_text("Important")
    await world.at(f"pinned-{ASEL}").click()
    await expect(world.at(f"log-{ASEL}").locator(".row.flash")).to_contain_text("Important")


async def test_people_and_groups_are_added_from_the_page(world: World) -> None:
    await world.at("add-person").click()
    await world.at("new-person-name").fill("Жанна")
    await world.at("person-dialog-ok").click()
    await expect(world.at("person-switch")).to_contain_text("Жанна")
    await world.at("new-group").click()
    await world.at("new-group-title").fill("Duty")
    await world.at(f"member-{CLERK}").check()
    await world.at("group-dialog-ok").click()
    await expect(world.page.get_by_role("heading", name="Duty")).to_be_visible()


async def test_the_keyboard_alone_is_enough(world: World) -> None:
    keys = world.page.keyboard
    await world.at(f"start-{ASEL}").focus()
    await keys.press("Enter")
    await expect(world.at(f"log-{ASEL}").get_by_text("Welcome")).to_be_visible()
    await world.at(f"composer-{ASEL}").focus()
    await keys.type("first")
    await keys.press("Enter")
    await expect(world.at(f"log-{ASEL}").get_by_text("Echo: first")).to_be_visible()
    await keys.press("ArrowUp")
    await expect(world.at(f"composer-{ASEL}")).to_have_value("first")
    await keys.type(" changed")
    await keys.press("Enter")
    await expect(world.at(f"log-{ASEL}").locator(".row.own").last).to_contain_text("first changed")
    await world.at(f"log-{ASEL}").focus()
    await keys.press("End")
    await keys.press("Enter")
    await expect(world.at("menu")).to_be_visible()
    await keys.press("Escape")
    await expect(world.at("menu")).to_have_count(0)
    await keys.press("Enter")
    await world.at("menu-reply").focus()
    await keys.press("Enter")
    await keys.type("second")
    await keys.press("Enter")
    await expect(world.at(f"log-{ASEL}").get_by_text("Echo: second")).to_be_visible()
    assert world.bot.seen[-1]["message"]["reply_to_message"]["text"] == "Echo: first"


async def test_a_reaction_is_put_and_taken(world: World) -> None:
    await world.begin()
    bubble = world.at(f"log-{ASEL}").locator(".bubble", has_text="Welcome")
    await bubble.click(button="right")
    await world.at("react-👍").click()
    await expect(bubble.locator(".reaction")).to_have_attribute("aria-pressed", "true")
    await bubble.locator(".reaction").click()
    await expect(bubble.locator(".reaction")).to_have_count(0)


async def test_the_page_returns_after_a_lost_connection(world: World) -> None:
    await world.begin()
    port = int(world.simulator.url.rsplit(":", 1)[1])
    await world.simulator.stop()
    await expect(world.at("connection")).to_have_attribute("data-state", "down")
    await world.simulator.start(port=port)
    await expect(world.at("connection")).to_have_attribute("data-state", "up")
    await world.bot.call("sendMessage", chat_id=ASEL, text="After the pause")
    await expect(world.at(f"log-{ASEL}").get_by_text("After the pause")).to_be_visible()
    await expect(world.at(f"log-{ASEL}").get_by_text("Welcome")).to_have_count(1)


async def test_a_long_chat_grows_without_being_drawn_anew(world: World) -> None:
    await world.begin()
    for number in range(300):
        await world.bot.call("sendMessage", chat_id=ASEL, text=f"line {number}")
    await expect(world.at(f"log-{ASEL}").get_by_text("line 299")).to_be_visible()
    await world.page.evaluate("document.querySelectorAll('.row').forEach((row) => { row.dataset.old = '1'; })")
    await world.bot.call("sendMessage", chat_id=ASEL, text="the newest")
    await expect(world.at(f"log-{ASEL}").get_by_text("the newest")).to_be_in_viewport()
    await expect(world.at(f"log-{ASEL}").locator(".row:not([data-old])")).to_have_count(1)


@pytest.mark.parametrize("viewport", [(390, 844)])
async def test_a_narrow_screen_has_one_column_with_tabs(world: World) -> None:
    group = await _hidden_group(world)
    await world.at(f"person-{ASEL}").click()
    await expect(world.at(f"chat-{ASEL}")).to_be_visible()
    await expect(world.at(f"chat-{group}")).to_be_hidden()
    await world.begin()
    await world.at("tab-group").click()
    await expect(world.at(f"chat-{group}")).to_be_visible()
    await expect(world.at(f"chat-{ASEL}")).to_be_hidden()
    await world.bot.call("sendMessage", chat_id=ASEL, text="While away")
    await expect(world.at("tab-chat").locator(".badge")).to_have_text("1")
    await world.at("tab-chat").click()
    await expect(world.at("tab-chat").locator(".badge")).to_have_count(0)
    width = await world.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


async def _hidden_group(world: World) -> int:
    answer = await world.do(CLERK, "create_group", title="Staff", is_forum=False, members=[CLERK])
    chat = answer["chat"]
    assert isinstance(chat, dict)
    await expect(world.at(f"group-{chat['id']}")).to_be_visible()
    return int(chat["id"])
