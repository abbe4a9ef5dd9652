"""What answers in Telegram's place is told from Telegram's answers, and what it has done is not done twice."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramRetryAfter,
)

from bot.runtime.calls.rate_limit import RateLimiter
from bot.runtime.calls.reach import UNREACHABLE, is_unreachable
from bot.runtime.calls.telegram_session import make_session
from simulator.driver import Driver
from tests.runtime.calls.bad_answers import NO_ANSWERS, REFUSALS
from tests.support.world import TOKEN, make_settings, running_simulator


@pytest.fixture
async def called(tmp_path: Path) -> AsyncIterator[tuple[Bot, Driver]]:
    """The bot's own client, and the local Telegram it calls."""
    async with running_simulator(tmp_path) as simulator, Driver(simulator.url) as telegram:
        session = make_session(make_settings(tmp_path, simulator.url), RateLimiter())
        async with Bot(TOKEN, session=session).context() as bot:
            await telegram.person(501).sends("hi")
            yield bot, telegram


@pytest.mark.parametrize("fault", list(NO_ANSWERS.values()), ids=list(NO_ANSWERS))
async def test_what_is_no_answer_means_out_of_reach(called: tuple[Bot, Driver], fault: dict[str, Any]) -> None:
    bot, telegram = called
    await telegram.faults([{**fault, "methods": ["sendMessage"]}])
    with pytest.raises(UNREACHABLE) as failed:
        await bot.send_message(501, "a")
    assert is_unreachable(failed.value)


@pytest.mark.parametrize("fault", list(REFUSALS.values()), ids=list(REFUSALS))
async def test_what_telegram_refuses_is_told_with_its_words(called: tuple[Bot, Driver], fault: dict[str, Any]) -> None:
    bot, telegram = called
    await telegram.faults([{**fault, "methods": ["sendChatAction"]}])
    with pytest.raises(TelegramAPIError) as refused:
        await bot.send_chat_action(501, "typing")
    assert not is_unreachable(refused.value)
    assert isinstance(refused.value.message, str)
    assert isinstance(refused.value, TelegramEntityTooLarge) == (fault["status"] == 413)
    assert isinstance(refused.value, TelegramRetryAfter) == (fault["status"] == 429)


async def test_a_short_word_of_a_proxy_is_waited_out_where_that_does_no_harm(called: tuple[Bot, Driver]) -> None:
    bot, telegram = called
    await telegram.faults([{**NO_ANSWERS["a page, 502"], "methods": ["getMe"], "times": 2}])
    assert (await bot.get_me()).id == int(TOKEN.split(":", maxsplit=1)[0])


SENT = '{"ok":true,"result":{"message_id":9,"date":1,"chat":{"id":501,"type":"private"},"text":"a"%s}}'


async def test_what_was_done_is_read_without_the_part_no_model_knows(called: tuple[Bot, Driver]) -> None:
    bot, telegram = called
    odd = SENT % ',"forward_origin":{"type":"tomorrow"}'
    await telegram.faults([{"kind": "answer", "status": 200, "text": odd, "methods": ["sendMessage"]}])
    assert (await bot.send_message(501, "a")).message_id == 9


async def test_what_was_done_and_cannot_be_read_is_not_taken_for_out_of_reach(called: tuple[Bot, Driver]) -> None:
    bot, telegram = called
    await telegram.faults(
        [{"kind": "answer", "status": 200, "text": '{"ok":true,"result":7}', "methods": ["sendMessage"]}]
    )
    with pytest.raises(ClientDecodeError):
        await bot.send_message(501, "a")


async def test_a_file_that_does_not_come_means_out_of_reach(tmp_path: Path) -> None:
    async with running_simulator(tmp_path) as simulator:
        session = make_session(make_settings(tmp_path, simulator.url), RateLimiter())
        async with Bot(TOKEN, session=session).context() as bot:
            await simulator.stop()
            with pytest.raises(TelegramNetworkError):
                await bot.download_file("documents/1")
