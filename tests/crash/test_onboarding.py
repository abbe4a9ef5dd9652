"""Killed in the middle of the first contact: the press is recorded, and handled again after the restart."""

from pathlib import Path

import pytest

from tests.support.process import running_process
from tests.support.world import Reader

pytestmark = pytest.mark.kill


async def test_a_press_killed_before_its_answer_is_answered_after_the_restart(tmp_path: Path) -> None:
    async with running_process(tmp_path) as bot:
        person = Reader(bot.telegram.person(501), "ru")
        await person.says("/start")
        await person.sees("start-language", timeout=60)
        await bot.hold("editMessageText")
        await person.presses("language-ru", wait=False)
        await bot.kill_when_held()
        await bot.start()
        await person.sees("menu-home", timeout=60)
        await bot.telegram.idle()
        assert not await bot.refused()
        assert await bot.stop() == 0


async def test_a_second_instance_on_the_same_data_says_so_in_one_line(tmp_path: Path) -> None:
    async with running_process(tmp_path) as bot:
        second = await bot.another()
        assert second.code == 2
        assert second.errors.startswith("bot: another instance is running on ")
        assert second.errors.count("\n") == 1
