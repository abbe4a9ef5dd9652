"""Background work ends when it is told to, even in the instant in which it is woken."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest

from bot.runtime.background import BackgroundTasks, wait_for_event

Rest = Callable[[asyncio.Event], Awaitable[object]]
INSTANTS = range(6)


async def _rests_as_before(event: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), 60)


async def _ends(rest: Rest, instant: int) -> bool:
    """Wake a loop and cancel it so many turns of the event loop later; tell whether it ended."""
    event = asyncio.Event()

    async def work() -> None:
        while True:
            event.clear()
            await rest(event)

    task = asyncio.get_running_loop().create_task(work())
    await asyncio.sleep(0.001)
    event.set()
    for _ in range(instant):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task], timeout=0.05)
    ended = task.done()
    while not task.done():
        task.cancel()
        await asyncio.sleep(0)
    return ended


@pytest.mark.parametrize("instant", INSTANTS)
async def test_whoever_is_woken_and_cancelled_at_once_is_cancelled(instant: int) -> None:
    assert await _ends(lambda event: wait_for_event(event, 60), instant)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="put right there")
async def test_the_library_would_lose_it() -> None:
    assert not all([await _ends(_rests_as_before, instant) for instant in INSTANTS])


async def test_what_comes_in_time_is_told_from_what_does_not() -> None:
    event = asyncio.Event()
    assert not await wait_for_event(event, 0.001)
    event.set()
    assert await wait_for_event(event, 0)


async def test_the_block_ends_with_its_tasks() -> None:
    event = asyncio.Event()

    async def work() -> None:
        while True:
            event.clear()
            await wait_for_event(event, 60)

    async with asyncio.timeout(5), BackgroundTasks() as background:
        task = background.start(work(), name="work")
        await asyncio.sleep(0)
        event.set()
        await asyncio.sleep(0)
    assert task.cancelled()
