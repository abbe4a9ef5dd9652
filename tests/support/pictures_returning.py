"""The README's strip of a returning citizen: the presses from «the same as last time» to the ticket, one frame each."""

import re
from io import BytesIO

from PIL import Image
from playwright.async_api import Page

from tests.support.queue.journeys import FREE_DAY, FREE_TIME, books, to_monday
from tests.support.world import Reader, World

_HEIGHT, _GAP = 640, 12
_TWELVE_DAYS = 12 * 24


async def returning_citizen(world: World, person: Reader, page: Page) -> Image.Image:
    """Play a person's second booking on the open page and return its frames side by side."""
    await to_monday(world)
    await books(person)
    await world.telegram.advance(hours=_TWELVE_DAYS)
    await page.get_by_test_id(f"person-{person.actor.user_id}").click()
    await person.says("/book")
    frames = []
    again, confirm = (re.compile(re.escape(person.words(key))) for key in ("queue-again", "queue-confirm"))
    for like in (again, FREE_DAY, FREE_TIME, confirm):
        await world.settles()
        frames.append(await _frame(page, person.actor.user_id))
        button = next(text for text in person.actor.buttons() if like.match(text))
        await person.actor.presses(re.compile(f"^{re.escape(button)}$"))
    await person.actor.sees(lambda message: bool(message.photo), timeout=60)
    await world.settles()
    frames.append(await _frame(page, person.actor.user_id))
    return _side_by_side(frames)


async def _frame(page: Page, chat_id: int) -> Image.Image:
    log = page.get_by_test_id(f"log-{chat_id}")
    await log.evaluate("log => { log.scrollTop = log.scrollHeight }")
    await page.wait_for_timeout(400)
    picture = Image.open(BytesIO(await log.screenshot(animations="disabled"))).convert("RGB")
    return picture.crop((0, max(0, picture.height - _HEIGHT), min(picture.width, _HEIGHT * 2 // 3), picture.height))


def _side_by_side(frames: list[Image.Image]) -> Image.Image:
    width = sum(frame.width for frame in frames) + _GAP * (len(frames) - 1)
    strip = Image.new("RGB", (width, max(frame.height for frame in frames)), "white")
    at = 0
    for frame in frames:
        strip.paste(frame, (at, 0))
        at += frame.width + _GAP
    return strip
