"""An import tells many followers: each once, one after another, within Telegram's limits, also through a kill."""

import asyncio
from pathlib import Path

import pytest

from tests.support.bulk import FIRST_ID, following_town, take_over
from tests.support.payments.registry_rows import numbers, registry
from tests.support.process import BotProcess, started
from tests.support.world import TEXTS, plain

pytestmark = [pytest.mark.kill, pytest.mark.timeout(400)]
FOLLOWERS = 40


async def test_every_follower_hears_each_change_once_and_in_order(tmp_path: Path) -> None:
    iins = list(numbers(FOLLOWERS))
    async with following_town(tmp_path, FOLLOWERS) as bot, started(bot):
        assert await take_over(tmp_path, bot.simulator.url, registry(iins, "assigned", "2020-04-24")) == FOLLOWERS
        # The second change comes while most have not heard of the first.
        assert await take_over(tmp_path, bot.simulator.url, registry(iins, "paid", "2020-04-27")) == FOLLOWERS
        async with asyncio.timeout(60):
            while _told(bot) < FOLLOWERS // 2:
                await asyncio.sleep(0.02)
        await bot.hold("sendMessage")
        await bot.kill_when_held()
        assert 0 < _told(bot) < 2 * FOLLOWERS
        await bot.start()
        async with asyncio.timeout(150):
            while _told(bot) < 2 * FOLLOWERS:
                await asyncio.sleep(0.1)
        await bot.telegram.idle(quiet=1.5, timeout=60)
        for number in range(FOLLOWERS):
            language = "kk" if (FIRST_ID + number) % 2 else "ru"
            told = [message.text or "" for message in bot.telegram.person(FIRST_ID + number).from_bot()]
            assert len(told) == 2, told
            for text, status in zip(told, ("assigned", "paid"), strict=True):
                assert plain(TEXTS.get(language, f"payment-status-{status}")) in text
        # Telegram's limits were on and nothing ran into them.
        assert not [call for call in await bot.telegram.calls() if call.error_code == 429]


def _told(bot: BotProcess) -> int:
    return sum(len(bot.telegram.person(FIRST_ID + number).from_bot()) for number in range(FOLLOWERS))
