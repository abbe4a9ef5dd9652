"""Updates pushed to a webhook."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiohttp import web

from simulator.driver import Driver


class Hook:
    """A webhook that notes what comes and answers as it is told to."""

    def __init__(self) -> None:
        """Answers 200 with nothing."""
        self.came: list[tuple[str | None, dict[str, Any]]] = []
        self.statuses: list[int] = []
        self.reply: dict[str, Any] | None = None
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        """Note one update."""
        self.came.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.reply, status=status) if self.reply else web.Response(status=status)

    async def has(self, count: int) -> None:
        """Wait for so many deliveries."""
        async with asyncio.timeout(20):
            while len(self.came) < count:
                await asyncio.sleep(0.02)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    """A listening webhook."""
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_pushes_with_the_secret(bot: Bot, telegram: Driver, hook: Hook) -> None:
    """Updates come in order with the secret token, and polling is refused meanwhile."""
    await telegram.person(501).sends("one")
    await bot.set_webhook(hook.url, secret_token="s3cret")
    await telegram.person(501).sends("two")
    await hook.has(2)
    assert [(secret, update["message"]["text"]) for secret, update in hook.came] == [
        ("s3cret", "one"),
        ("s3cret", "two"),
    ]
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_tries_again(bot: Bot, telegram: Driver, hook: Hook) -> None:
    """A failed delivery comes again until it is taken, and the info tells of the failure."""
    hook.statuses = [500, 503]
    await bot.set_webhook(hook.url)
    await telegram.person(501).sends("one")
    await hook.has(3)
    assert len({update["update_id"] for _, update in hook.came}) == 1
    info = await bot.get_webhook_info()
    assert info.url == hook.url
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    await telegram.idle()
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_method_in_the_answer_takes_effect(bot: Bot, telegram: Driver, hook: Hook) -> None:
    """The webhook may answer with a method call."""
    hook.reply = {"method": "sendMessage", "chat_id": 501, "text": "from the answer"}
    await bot.set_webhook(hook.url)
    asel = telegram.person(501)
    await asel.sends("one")
    await asel.sees("from the answer")


async def test_drops_pending_updates(bot: Bot, telegram: Driver) -> None:
    """Waiting updates can be dropped; an address that is none is refused."""
    await telegram.person(501).sends("one")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []
    with pytest.raises(TelegramBadRequest, match="bad webhook"):
        await bot.set_webhook("ftp://x")
