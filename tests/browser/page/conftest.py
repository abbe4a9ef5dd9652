"""A simulator, the scripted bot and a browser page for each test."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from simulator import Person, Simulator, Step
from tests.browser.page.bot import ScriptedBot

TOKEN = "7000000001:page"
ASEL, OLGA, CLERK = 501, 502, 900
PEOPLE = (
    Person(
        id=ASEL,
        first_name="Асел",
        phone="+77010000001",
        language_code="kk",
        note="азамат, қазақша жазады",
        number="900101400018",
    ),
    Person(id=OLGA, first_name="Ольга", phone="+77010000002", language_code="ru", note="пишет по-русски"),
    Person(id=CLERK, first_name="Данияр", phone="+77010000900", language_code="ru", note="сотрудник"),
)
STEPS = (
    Step(title={"en": "Ask"}, person=OLGA, text="How do you do"),
    Step(title={"en": "Look"}, person=OLGA, group="Staff"),
    Step(title={"en": "Wait"}, advance=86400),
)
CHROMIUM_ARGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT_MS = 10_000


def chromium_path() -> str | None:
    """Return the installed Chromium, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@dataclass
class World:
    """What a test works with."""

    simulator: Simulator
    bot: ScriptedBot
    page: Page
    http: aiohttp.ClientSession

    def at(self, testid: str) -> Locator:
        """Return the element with this `data-testid`."""
        return self.page.get_by_test_id(testid)

    async def do(self, person: int, doing: str, **fields: object) -> dict[str, object]:
        """Have a person do something past the page; an `AssertionError` when it is refused."""
        async with self.http.post(f"{self.simulator.url}/api/do", json={"as": person, "do": doing, **fields}) as answer:
            body: dict[str, object] = await answer.json()
        assert body.get("ok"), body
        return body

    async def write(self, chat: int, text: str) -> None:
        """Type into the chat's composer and send with Enter."""
        await self.at(f"composer-{chat}").fill(text)
        await self.at(f"composer-{chat}").press("Enter")

    async def begin(self, person: int = ASEL) -> None:
        """Press START and wait for the bot's first words."""
        await self.at(f"start-{person}").click()
        await expect(self.at(f"chat-{person}").get_by_text("Welcome")).to_be_visible()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's or another installed Chromium."""
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium is installed: chromium, chromium-browser and google-chrome were looked for")
    async with async_playwright() as playwright:
        expect.set_options(timeout=WAIT_MS)
        browser = await playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser
        await browser.close()


@pytest.fixture
def viewport() -> tuple[int, int]:
    """The window's size; tests of the narrow layout give another."""
    return 1440, 900


@pytest_asyncio.fixture(loop_scope="session")
async def world(browser: Browser, viewport: tuple[int, int]) -> AsyncIterator[World]:
    """Three people, the bot polling, the page open in English; the page may not log errors."""
    simulator = Simulator(token=TOKEN, bot_username="page_bot", bot_name="Page Bot", people=PEOPLE, steps=STEPS)
    await simulator.start()
    context = await browser.new_context(viewport={"width": viewport[0], "height": viewport[1]}, locale="en-GB")
    page = await context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    try:
        async with aiohttp.ClientSession() as http, asyncio.TaskGroup() as tasks:
            bot = ScriptedBot(http, f"{simulator.url}/bot{TOKEN}")
            polling = tasks.create_task(bot.run())
            await page.goto(simulator.url)
            await page.get_by_test_id("locale-en").click()
            await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "up")
            yield World(simulator, bot, page, http)
            polling.cancel()
    finally:
        await context.close()
        await simulator.stop()
    assert failures == []
