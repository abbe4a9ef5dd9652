"""One event of a key at a time, and no lock kept longer than somebody needs it."""

import asyncio

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.runtime.updates.isolation import CountedIsolation

KEY = StorageKey(bot_id=1, chat_id=2, user_id=3)
OTHER = StorageKey(bot_id=1, chat_id=2, user_id=4)


async def test_events_of_one_key_follow_each_other_in_order() -> None:
    isolation = CountedIsolation()
    log: list[str] = []

    async def event(name: str) -> None:
        async with isolation.lock(KEY):
            log.append(f"{name} begins")
            await asyncio.sleep(0)
            log.append(f"{name} ends")

    await asyncio.gather(*(event(str(number)) for number in range(3)))
    assert log == [f"{number} {what}" for number in range(3) for what in ("begins", "ends")]
    assert len(isolation) == 0


async def test_other_keys_do_not_wait() -> None:
    isolation = CountedIsolation()
    async with isolation.lock(KEY), asyncio.timeout(1), isolation.lock(OTHER):
        assert len(isolation) == 2
    assert len(isolation) == 0


async def test_a_failure_frees_the_lock() -> None:
    isolation = CountedIsolation()

    async def failing() -> None:
        async with isolation.lock(KEY):
            raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        await failing()
    assert len(isolation) == 0


async def test_whoever_stops_waiting_leaves_nothing_behind() -> None:
    isolation = CountedIsolation()

    async def wait() -> None:
        async with isolation.lock(KEY):
            pass

    async with asyncio.TaskGroup() as group, isolation.lock(KEY):
        waiting = group.create_task(wait())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.sleep(0)
        assert len(isolation) == 1
    assert len(isolation) == 0
