"""Long polling that hands on raw updates and moves the offset only after they are recorded."""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import TelegramMethod

from bot.runtime.update_processor import UNREACHABLE, UpdateProcessor
from bot.settings import SetupError

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
)
_LONG_POLL = 25
_PAUSES = (1, 2, 5, 10, 20)


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """``getUpdates`` without building objects: the raw form is stored, and read once when it is handled."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = _LONG_POLL
    allowed_updates: tuple[str, ...] = ALLOWED_UPDATES


async def poll(bot: Bot, processor: UpdateProcessor) -> None:
    """Poll until cancelled. A second poller on the same token ends the program with a clear word."""
    offset, failures = None, 0
    while True:
        try:
            updates = await bot(GetRawUpdates(offset=offset), request_timeout=_LONG_POLL + 15)
        except TelegramUnauthorizedError:
            raise SetupError("BOT_TOKEN was refused by Telegram") from None
        except TelegramConflictError:
            log.warning("another program polls with the same token")
            await asyncio.sleep(_PAUSES[min(failures, 4)])
            failures += 1
        except TelegramRetryAfter as error:
            await asyncio.sleep(error.retry_after)
        except UNREACHABLE as error:
            log.warning("polling: Telegram is out of reach", error=type(error).__name__)
            await asyncio.sleep(_PAUSES[min(failures, 4)])
            failures += 1
        else:
            failures = 0
            if updates:
                await processor.accept(updates)
                offset = updates[-1]["update_id"] + 1
