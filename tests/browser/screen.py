"""A person at the page of the local Telegram: presses and sees by text keys, in a real browser."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from playwright.async_api import FilePayload, Locator, Page, ViewportSize, async_playwright, expect

from tests.browser.page.conftest import CHROMIUM_ARGS, chromium_path
from tests.support.world import TEXTS, plain

PATIENCE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Screen:
    """One chat on the page, read in one language."""

    page: Page
    chat_id: int
    language: str

    def words(self, key: str, **args: Any) -> str:
        """Return a text as a person sees it."""
        return plain(TEXTS.get(self.language, key, **args))

    @property
    def log(self) -> Locator:
        """The chat's messages."""
        return self.page.get_by_test_id(f"log-{self.chat_id}")

    async def sees(self, what: str | re.Pattern[str]) -> Locator:
        """Wait until words are to be seen; return the newest message with them."""
        message = self.log.locator("[data-testid^=bubble-]").filter(has_text=what).last
        await expect(message).to_be_visible(timeout=PATIENCE_MS)
        return message

    async def sees_key(self, key: str, **args: Any) -> Locator:
        """Wait for a text, known by its first line."""
        line = next(line for line in self.words(key, **args).splitlines() if line.strip())
        return await self.sees(line.strip())

    async def presses(self, key: str, **args: Any) -> None:
        """Press the newest button with a text."""
        await self.presses_words(self.words(key, **args))

    async def presses_words(self, words: str | re.Pattern[str]) -> None:
        """Press the newest button with these words on it."""
        exact = isinstance(words, str)
        await self.log.get_by_role("button", name=words, exact=exact).last.click(timeout=PATIENCE_MS)

    async def writes(self, text: str) -> None:
        """Type and send."""
        composer = self.page.get_by_test_id(f"composer-{self.chat_id}")
        await composer.fill(text)
        await composer.press("Enter")

    async def replies(self, message: Locator, text: str) -> None:
        """Answer one message."""
        await message.click(button="right", position={"x": 12, "y": 12})
        await self.page.get_by_test_id("menu-reply").click()
        await self.writes(text)

    async def attaches(self, name: str, kind: str, content: bytes) -> None:
        """Send a file by the paper clip."""
        file = FilePayload(name=name, mimeType=kind, buffer=content)
        await self.page.get_by_test_id(f"file-{self.chat_id}").set_input_files(file)
        await self.page.get_by_test_id(f"send-{self.chat_id}").click()

    async def begins(self) -> None:
        """Choose this person on the left, press START, choose the language."""
        await self.page.get_by_test_id(f"person-{self.chat_id}").click()
        await self.page.get_by_test_id(f"start-{self.chat_id}").click()
        await self.presses(f"language-{self.language}")
        await self.sees_key("menu-home")


@asynccontextmanager
async def open_page(address: str, language: str, size: tuple[int, int] = (1440, 900)) -> AsyncIterator[Page]:
    """Open the page in a browser of its own; an error in its scripts fails the block."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGS)
        viewport = ViewportSize(width=size[0], height=size[1])
        page = await browser.new_page(viewport=viewport, locale=language)
        failures: list[str] = []
        page.on("pageerror", lambda error: failures.append(str(error)))
        try:
            await page.goto(address)
            await page.get_by_test_id(f"locale-{language}").click()
            yield page
        finally:
            await browser.close()
    assert failures == []
