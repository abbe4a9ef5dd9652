"""Faults on purpose, and Telegram's limits."""

import asyncio
import time

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from simulator import Simulator
from simulator.driver import Driver
from simulator.errors import ApiError
from simulator.faults.limits import Limits
from tests.simulator.conftest import TOKEN, bot_of


async def test_refusals_come_as_often_as_told(bot: Bot, telegram: Driver) -> None:
    """429 and 502 hit the named methods only, so many times, and are not counted as Telegram's own refusals."""
    asel = telegram.person(501)
    await asel.sends("hi")
    await telegram.faults(
        [
            {"kind": "retry_after", "methods": ["sendMessage"], "times": 1, "seconds": 7},
            {"kind": "server_error", "methods": ["sendMessage"], "times": 1, "chat_id": 501},
        ]
    )
    await bot.get_me()
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(501, "one")
    assert flood.value.retry_after == 7
    with pytest.raises(TelegramServerError):
        await bot.send_message(501, "two")
    await bot.send_message(501, "three")
    await asel.sees("three")
    assert [message.text for message in asel.from_bot()] == ["three"]
    assert [call.error_code for call in await telegram.calls("sendMessage")] == [429, 502, None]
    assert await telegram.refused() == []


@pytest.mark.parametrize("status", [200, 400, 401, 502])
async def test_something_else_answers_in_its_place(sim: Simulator, telegram: Driver, status: int) -> None:
    """A page of a proxy, with any status; the call has no effect and is none Telegram refused."""
    await telegram.faults([{"kind": "answer", "methods": ["getMe"], "status": status, "text": "<html>no</html>"}])
    async with aiohttp.ClientSession(sim.url) as http, http.post(f"/bot{TOKEN}/getMe") as answer:
        assert (answer.status, await answer.text()) == (status, "<html>no</html>")
    assert [(call.ok, call.injected) for call in await telegram.calls("getMe")] == [(False, True)]


async def test_an_answer_is_cut_off(sim: Simulator, telegram: Driver) -> None:
    """The connection ends before what was promised has come."""
    await telegram.faults([{"kind": "answer", "status": 200, "text": '{"ok":tr', "is_cut": True}])
    async with aiohttp.ClientSession(sim.url) as http:
        with pytest.raises(aiohttp.ClientPayloadError):
            async with http.post(f"/bot{TOKEN}/getMe") as answer:
                await answer.text()


async def test_an_update_no_model_knows_comes_as_it_is(sim: Simulator) -> None:
    """Half a sign, and what Telegram may add tomorrow."""
    number = sim.world.updates.add_raw({"tomorrow": {"text": "a\ud800"}})
    async with aiohttp.ClientSession(sim.url) as http, http.post(f"/bot{TOKEN}/getUpdates") as answer:
        assert (await answer.json())["result"] == [{"update_id": number, "tomorrow": {"text": "a\ud800"}}]


async def test_connections_are_cut_before_or_after(bot: Bot, telegram: Driver) -> None:
    """`reset` loses the call, `reset_after` only its answer."""
    asel = telegram.person(501)
    await asel.sends("hi")
    await telegram.faults([{"kind": "reset", "methods": ["sendMessage"], "times": 1}])
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(501, "lost")
    await telegram.faults([{"kind": "reset_after", "methods": ["sendMessage"], "times": 1}])
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(501, "there")
    await asel.sees("there")
    assert [message.text for message in asel.from_bot()] == ["there"]


async def test_latency_and_chance(bot: Bot, telegram: Driver) -> None:
    """Latency delays; a probability of 0 never strikes."""
    await telegram.faults([{"kind": "latency", "seconds": 0.3}, {"kind": "server_error", "probability": 0.0}])
    started = time.monotonic()
    await bot.get_me()
    assert time.monotonic() - started >= 0.3


async def test_held_calls_wait(sim: Simulator, bot: Bot, telegram: Driver) -> None:
    """A held call is in the log and has no effect until the faults are replaced; a dead caller's never has one."""
    asel = telegram.person(501)
    await asel.sends("hi")
    await telegram.faults([{"kind": "hold", "methods": ["sendMessage"]}])
    dying = bot_of(sim.url)
    async with asyncio.TaskGroup() as tasks:
        alive = tasks.create_task(bot.send_message(501, "alive"))
        dead = tasks.create_task(dying.send_message(501, "dead"))
        async with asyncio.timeout(20):
            while len([call for call in await telegram.calls("sendMessage") if call.held]) < 2:
                await asyncio.sleep(0.02)
        assert [call.ok for call in await telegram.calls("sendMessage")] == [None, None]
        dead.cancel()
        await dying.session.close()
        with pytest.raises(AssertionError, match="still busy"):
            await telegram.idle(timeout=0.4)
        assert not asel.from_bot()
        await telegram.faults([])
        await alive
    await asel.sees("alive")

    assert [message.text for message in asel.from_bot()] == ["alive"]


async def test_updates_come_twice(bot: Bot, telegram: Driver) -> None:
    """`duplicate_updates` delivers each update so many times with the same id."""
    await telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    await telegram.person(501).sends("hi")
    assert len({update.update_id for update in await bot.get_updates()}) == 1
    assert len(await bot.get_updates()) == 3


async def test_a_fault_that_is_none(telegram: Driver) -> None:
    """Unknown kinds are refused."""
    with pytest.raises(AssertionError, match="kind"):
        await telegram.faults([{"kind": "fire"}])


async def test_limits_over_http(bot: Bot, telegram: Driver) -> None:
    """The fourth message of a burst in one chat is too much when limits are on, and fine when they are off."""
    await telegram.person(501).sends("hi")
    await telegram.faults([], limits=True)
    for number in range(3):
        await bot.send_message(501, str(number))
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(501, "too much")
    assert flood.value.retry_after == 1
    await telegram.faults([], limits=False)
    assert (await bot.send_message(501, "fine")).text == "fine"


def test_limits_by_the_clock() -> None:
    """1 a second in a chat, 20 a minute in a group, 30 a second in all; an album counts each of its files."""
    now = [0.0]
    limits = Limits(lambda: now[0])
    limits.switch(on=True)
    for _ in range(20):
        limits.check("sendMessage", -100, {})
        now[0] += 1
    with pytest.raises(ApiError, match="retry after 40") as refused:
        limits.check("sendMessage", -100, {})
    assert refused.value.code == 429
    now[0] += 60
    for chat_id in range(10):
        limits.check("sendMediaGroup", chat_id, {"media": [1, 2, 3]})
    with pytest.raises(ApiError):
        limits.check("sendMessage", 99, {})
    limits.check("editMessageText", 99, {})
    now[0] += 1
    limits.check("sendMessage", 99, {})
