"""Long polling: offsets, kinds, one poller at a time."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from simulator import Simulator
from simulator.driver import Driver
from tests.simulator.conftest import bot_of, polled, taken


async def test_unconfirmed_updates_come_again(bot: Bot, telegram: Driver) -> None:
    """Updates stay until a higher offset confirms them."""
    asel = telegram.person(501)
    for text in ("one", "two", "three"):
        await asel.sends(text)
    first = await bot.get_updates()
    assert [update.message.text for update in first if update.message] == ["one", "two", "three"]
    assert [update.update_id for update in await bot.get_updates()] == [update.update_id for update in first]
    left = await bot.get_updates(offset=first[1].update_id)
    assert [update.update_id for update in left] == [update.update_id for update in first[1:]]
    assert [update.update_id for update in await bot.get_updates()] == [update.update_id for update in first[1:]]
    assert await bot.get_updates(offset=first[2].update_id + 1) == []


async def test_negative_offset_and_limit(bot: Bot, telegram: Driver) -> None:
    """A negative offset keeps only the newest; a limit keeps the rest for later."""
    asel = telegram.person(501)
    for text in ("one", "two", "three"):
        await asel.sends(text)
    assert len(await bot.get_updates(limit=2)) == 2
    newest = await bot.get_updates(offset=-1)
    assert [update.message.text for update in newest if update.message] == ["three"]
    assert len(await bot.get_updates()) == 1


async def test_waits_for_an_update(sim: Simulator, bot: Bot, telegram: Driver) -> None:
    """A waiting poller is answered as soon as something happens, or with nothing after its timeout."""
    started = time.monotonic()
    assert await bot.get_updates(timeout=1) == []
    assert time.monotonic() - started >= 0.9
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(bot.get_updates(timeout=60))
        await polled(sim, 2)
        await telegram.person(501).sends("hi")
        async with asyncio.timeout(30):
            await polling
    assert len(polling.result()) == 1


async def test_a_second_poller_ends_the_first(sim: Simulator, bot: Bot, telegram: Driver) -> None:
    """The older poller gets the 409, the newer one the updates."""
    async with asyncio.TaskGroup() as tasks:
        older = tasks.create_task(_conflict(bot))
        await polled(sim, 1)
        newer = tasks.create_task(bot.get_updates(timeout=60))
        await older
        await telegram.person(501).sends("hi")
    assert "terminated by other getUpdates" in older.result()
    assert len(newer.result()) == 1


async def test_a_dead_poller_is_no_refusal(sim: Simulator, telegram: Driver) -> None:
    """A bot that was killed while it polled does not count as refused when the next one polls."""
    dead, alive = bot_of(sim.url), bot_of(sim.url)
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(dead.get_updates(timeout=60))
        await polled(sim, 1)
        polling.cancel()
    await dead.session.close()
    assert await alive.get_updates() == []
    await asyncio.sleep(0.1)
    assert await telegram.refused() == []
    await alive.session.close()


async def _conflict(bot: Bot) -> str:
    with pytest.raises(TelegramConflictError) as conflict:
        await bot.get_updates(timeout=60)
    return conflict.value.message


async def test_kinds_that_were_not_asked_for_never_come(bot: Bot, telegram: Driver) -> None:
    """Reactions come only when asked for before they happen; `[]` means the default kinds again."""
    asel = telegram.person(501)
    message = await asel.sends("hi")
    await asel.reacts(message, "👍")
    assert [update.event_type for update in await taken(bot)] == ["message"]
    await bot.get_updates(allowed_updates=["message_reaction"])
    await asel.reacts(message, "")
    await asel.sends("not asked for")
    reactions = await taken(bot)
    assert [update.event_type for update in reactions] == ["message_reaction"]
    assert reactions[0].message_reaction
    assert reactions[0].message_reaction.new_reaction == []
    await bot.get_updates(allowed_updates=[])
    await asel.sends("back")
    assert [update.event_type for update in await taken(bot)] == ["message"]


async def test_edits_come_as_edited_messages(bot: Bot, telegram: Driver) -> None:
    """The edited message keeps its id and date and gets an `edit_date`."""
    asel = telegram.person(501)
    message = await asel.sends("one")
    await asel.edits(message, "two")
    edited = (await taken(bot))[-1].edited_message
    assert edited
    assert (edited.message_id, edited.text, edited.date) == (message.message_id, "two", message.date)
    assert edited.edit_date
