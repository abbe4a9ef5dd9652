"""``make pictures``: the README's pictures, taken from the demo itself.

Scenes are played by the driver on the local Telegram and photographed on its page, in both languages.
"""

import asyncio
import re
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, expect

from bot.app import App, running_app
from bot.cli.demo import furnish, local_telegram
from bot.data_files import ROOT
from bot.runtime.clock import FileClock
from bot.services.staff_chats.binding import Group, bind_chat, make_bind_code
from bot.settings import Settings
from simulator.driver import Driver
from tests.browser.screen import open_page
from tests.support.cases.journeys import Office, asks, submitted
from tests.support.forms.aid import IIN, OTHER_IIN
from tests.support.pictures_returning import returning_citizen
from tests.support.queue.journeys import to_days
from tests.support.world import Reader, World

PICTURES = ROOT / "docs" / "pictures"
_COLOURS = 128


@dataclass(frozen=True, slots=True)
class Studio:
    """The running demo and the way to its people."""

    world: World
    group: int

    @property
    def app(self) -> App:
        """The bot."""
        return self.world.app

    async def citizen(self, user_id: int, language: str) -> Reader:
        """Return a person past the first contact."""
        return await self.world.citizen(user_id, language)


async def citizen_kk(studio: Studio) -> int:
    """Have a person choose a day for a visit to a ЦОН; return their id."""
    person = await studio.citizen(501, "kk")
    await to_days(person)
    return 501


async def citizen_ru(studio: Studio) -> int:
    """Have a person look up what became of a payment; return their id."""
    person = await studio.citizen(503, "ru")
    await person.says("/payment")
    await person.presses("payment-check")
    await person.says("910105600307")
    await person.actor.sees("••••")
    await person.actor.sends_contact()
    await person.sees("payment-means-paid")
    return 503


async def staff(studio: Studio, user_id: int, language: str, iin: str, question: str, answer: str) -> str:
    """Have a clerk take a case and ask, and the person answer; return its code."""
    services = studio.app.services
    made = await make_bind_code(
        services, key=f"picture:{language}", user_id=506, role="aid", region=None, language=language
    )
    group = Group(studio.group, "Мансап орталығы · өтініштер", is_forum=True)
    await bind_chat(services, key=f"picture:bind:{language}", user_id=506, typed=made.code, group=group)
    person = await studio.citizen(user_id, language)
    case = await submitted(
        studio.app.services, user_id, language, files=1, iin=iin, name="Айгүл", content="Тамыз — 85 000 ₸"
    )
    office = Office(studio.world, studio.group, language)
    clerk = await office.at_case(case, 506)
    await clerk.presses("staff-button-take")
    await studio.world.settles()
    await asks(clerk, case.code, question)
    await person.actor.sees(question, timeout=60)
    await person.presses("case-button-answer")
    await person.says(answer)
    await clerk.actor.sees(answer, timeout=60)
    return case.code or ""


async def _photograph(page: Page, studio: Studio, user_id: int, name: str, case: str = "") -> None:
    await page.get_by_test_id(f"person-{user_id}").click()
    if case:
        await page.get_by_test_id(f"group-{studio.group}").click()
        await page.get_by_test_id(f"topics-{studio.group}").get_by_text(case).click()
    await expect(page.get_by_test_id("clock")).to_contain_text(":")
    _keep(Image.open(BytesIO(await page.screenshot(animations="disabled"))).convert("RGB"), name)


async def _photograph_returning(studio: Studio, address: str) -> None:
    person = await studio.citizen(505, "ru")
    async with open_page(address, "ru") as page:
        _keep(await returning_citizen(studio.world, person, page), "returning-ru")


def _keep(picture: Image.Image, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


async def _session(folder: Path) -> None:
    settings = Settings(_env_file=None, data_dir=folder, simulator_port=0, http_port=0, demo_places=True)
    async with (
        local_telegram(settings) as (demo, address),
        running_app(demo, FileClock(folder / "demo" / "clock"), demo=True) as app,
        Driver(address) as telegram,
    ):
        await furnish(app, address)
        await telegram.idle()
        chats = (await telegram.state())["chats"]
        group = next(chat["id"] for chat in chats if re.fullmatch("group|supergroup", chat["type"]))
        studio = Studio(World(app, telegram, None, demo), group)  # type: ignore[arg-type]
        for name, language, play in (("citizen-kk", "kk", citizen_kk), ("citizen-ru", "ru", citizen_ru)):
            user_id = await play(studio)
            async with open_page(address, language) as page:
                await _photograph(page, studio, user_id, name)
        code = await staff(studio, 502, "kk", IIN, "Тамызда қанша таптыңыз?", "85 мың теңге")
        async with open_page(address, "kk") as page:
            await _photograph(page, studio, 502, "staff-kk", code)
        code = await staff(studio, 504, "ru", OTHER_IIN, "Приложите справку об алиментах", "Справка будет завтра")
        async with open_page(address, "ru") as page:
            await _photograph(page, studio, 504, "staff-ru", code)
        await _photograph_returning(studio, address)


def main() -> int:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(asyncio.wait_for(_session(Path(folder)), 240))
    print(*sorted(path.name for path in PICTURES.glob("*.png")))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
