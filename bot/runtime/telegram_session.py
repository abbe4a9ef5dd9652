"""Outgoing calls: what may be repeated is repeated, nothing is ever blindly sent twice (pitfall 6)."""

import asyncio
from functools import cache
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.runtime.polling import GetRawUpdates
from bot.runtime.rate_limit import RateLimiter
from bot.settings import Settings

_PATIENCE = 5
_TRIES = 3
_MESSAGES = ("send", "copy", "forward")
_REPEATABLE = ("edit", "delete", "get", "answer", "set", "pin", "unpin")


class Paced(BaseRequestMiddleware):
    """Counts every message against Telegram's limits; the outbox's own messages also wait for their turn."""

    def __init__(self, limiter: RateLimiter) -> None:
        self._limiter = limiter

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        chat_id = getattr(method, "chat_id", None)
        if isinstance(chat_id, int) and method.__api_method__.startswith(_MESSAGES):
            await self._limiter.acquire(chat_id, len(getattr(method, "media", ())) or 1)
        return await make_request(bot, method)


class Retries(BaseRequestMiddleware):
    """Waits out a short ``retry_after``; repeats calls that mean the same when done twice."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if isinstance(method, GetRawUpdates):
            return await make_request(bot, method)  # type: ignore[arg-type]
        for attempt in range(1, _TRIES + 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if isinstance(method, AnswerCallbackQuery) or error.retry_after > _PATIENCE or attempt == _TRIES:
                    raise
                await asyncio.sleep(error.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                if attempt == _TRIES or not method.__api_method__.startswith(_REPEATABLE):
                    raise
                await asyncio.sleep(0.2 * attempt)
        raise AssertionError("unreachable: the last try returns or raises")


class TelegramSession(AiohttpSession):
    """aiogram's session, which builds the model of each method's answer once.

    pydantic holds the classes of its generic models weakly: without this, ``Response[Message]`` is built anew after
    each collection of garbage, for some ten milliseconds.
    """

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Read an answer; the model it is read by stays."""
        _response_model(method.__returning__)
        return super().check_response(bot, method, status_code, content)


@cache
def _response_model(returning: Any) -> type[Response[Any]]:
    return Response[returning]


def make_session(settings: Settings, limiter: RateLimiter) -> AiohttpSession:
    """Return a session for Telegram, or for the Bot API server at ``BOT_API_URL``."""
    options: dict[str, Any] = {}
    if settings.bot_api_url:
        options["api"] = TelegramAPIServer.from_base(settings.bot_api_url, is_local=settings.bot_api_is_local)
    session = TelegramSession(**options)
    session.middleware(Retries())
    session.middleware(Paced(limiter))
    return session
