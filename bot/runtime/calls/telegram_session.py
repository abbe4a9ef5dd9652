"""Outgoing calls: what may be repeated is repeated, nothing is ever blindly sent twice (pitfall 6)."""

import asyncio
from collections.abc import AsyncGenerator
from functools import cache
from typing import Any, NoReturn, cast

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, GetFile, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientError, ClientResponseError
from pydantic import ValidationError

from bot.runtime.calls import lenient_reading
from bot.runtime.calls.going_out import message_goes_out
from bot.runtime.calls.rate_limit import RateLimiter
from bot.runtime.calls.raw_updates import GetRawUpdates
from bot.runtime.redrawing.edits import says_too_late
from bot.settings import Settings

log = structlog.get_logger(__name__)
_TOO_LARGE, _FLOOD, _SERVER_ERROR = 413, 429, 500
_PATIENCE = 5
_SOME_TIME = 1
"""Seconds to wait where a 429 does not say how long."""
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
            await message_goes_out()
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


class LateAnswers(BaseRequestMiddleware):
    """Lets a press be answered too late, or once more: nobody waits any more, and what was begun goes on."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except TelegramBadRequest as error:
            if not isinstance(method, AnswerCallbackQuery) or not says_too_late(error):
                raise
        not_shown: Any = False
        return cast("Response[TelegramType]", not_shown)


class Garbled(BaseRequestMiddleware):
    """Tells an answer in no encoding, or cut where aiohttp does not say so, like one that did not come."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except (UnicodeError, LookupError, ConnectionError) as error:
            raise TelegramNetworkError(method=method, message=type(error).__name__) from error


class TelegramSession(AiohttpSession):
    """aiogram's session, which tells Telegram's answers from those of a proxy, half ones and none.

    It builds the model of each method's answer once: pydantic holds the classes of its generic models weakly, and
    ``Response[Message]`` would be built anew after each collection of garbage, for some ten milliseconds.
    """

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Read an answer; whatever is none of Telegram's means that Telegram is out of reach."""
        model = _response_model(method.__returning__)
        try:
            answer = super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            answer = _read_again(bot, method, status_code, error, model)
        except TelegramAPIError as error:
            if not isinstance(error.message, str):
                _no_answer(method, status_code)
            if status_code == _FLOOD and not isinstance(error, TelegramRetryAfter):
                raise TelegramRetryAfter(method, error.message, retry_after=_SOME_TIME) from error
            raise
        except TypeError:  # an error without words
            _no_answer(method, status_code)
        if answer.result is None:
            _no_answer(method, status_code)
        return answer

    async def stream_content(self, url: str, *how: Any, **named: Any) -> AsyncGenerator[bytes, None]:
        """Fetch a file; Telegram being out of reach is told like everywhere else."""
        try:
            async for chunk in super().stream_content(url, *how, **named):
                yield chunk
        except (ClientError, TimeoutError) as error:
            if isinstance(error, ClientResponseError) and error.status < _SERVER_ERROR:
                raise
            raise TelegramNetworkError(method=GetFile(file_id=""), message=type(error).__name__) from error


def _read_again(
    bot: Bot,
    method: TelegramMethod[TelegramType],
    status_code: int,
    error: ClientDecodeError,
    model: type[Response[TelegramType]],
) -> Response[TelegramType]:
    """Read what Telegram has done without the part that is refused: done twice is worse than read in part."""
    if not isinstance(error.data, dict) or error.data.get("ok") is not True:
        if status_code == _TOO_LARGE:
            raise TelegramEntityTooLarge(method=method, message="Request Entity Too Large") from error
        _no_answer(method, status_code)
    try:
        answer, left_out = lenient_reading.read(model, error.data, bot)
    except ValidationError:
        raise error from None
    log.warning("an answer was read in part", method=method.__api_method__, left_out=left_out)
    return answer


def _no_answer(method: TelegramMethod[Any], status_code: int) -> NoReturn:
    raise TelegramNetworkError(method=method, message=f"no answer of Telegram's (HTTP {status_code})") from None


@cache
def _response_model(returning: Any) -> type[Response[Any]]:
    return Response[returning]


def make_session(settings: Settings, limiter: RateLimiter) -> AiohttpSession:
    """Return a session for Telegram, or for the Bot API server at ``BOT_API_URL``."""
    options: dict[str, Any] = {}
    if settings.bot_api_url:
        options["api"] = TelegramAPIServer.from_base(settings.bot_api_url, is_local=settings.bot_api_is_local)
    session = TelegramSession(**options)
    session.middleware(LateAnswers())
    session.middleware(Retries())
    session.middleware(Paced(limiter))
    session.middleware(Garbled())
    return session
