"""A fresh simulator, a bot that calls it and a driver, for each test."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update

from simulator import Person, Simulator
from simulator.driver import Driver

TOKEN = "7000000001:local"
PEOPLE = (
    Person(id=501, first_name="Асел", phone="+77010000001"),
    Person(id=502, first_name="Ольга", phone="+77010000002", language_code="ru"),
    Person(id=900, first_name="Данияр", phone="+77010000900", language_code="ru"),
)


def bot_of(url: str, token: str = TOKEN) -> Bot:
    """Return a bot that calls the simulator at `url`."""
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


async def taken(bot: Bot) -> list[Update]:
    """Return all waiting updates, confirmed."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return updates


async def polled(simulator: Simulator, times: int) -> None:
    """Wait until the bot has asked for updates so often."""
    async with asyncio.timeout(20):
        while simulator.world.updates.polls < times:
            await asyncio.sleep(0.01)


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """A simulator with three people who have not written yet."""
    simulator = Simulator(token=TOKEN, bot_username="local_bot", people=PEOPLE)
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    """The simulator's bot."""
    bot = bot_of(sim.url)
    yield bot
    await bot.session.close()


@pytest.fixture
async def telegram(sim: Simulator) -> AsyncIterator[Driver]:
    """A driver for the simulator."""
    async with Driver(sim.url) as driver:
        yield driver
