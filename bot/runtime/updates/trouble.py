"""What receiving meets: waited out with growing pauses and a word at each change, but for what cannot heal."""

import asyncio
import time
from dataclasses import dataclass
from types import TracebackType

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter, TelegramUnauthorizedError

from bot.runtime.health.vital import ExitCode, UnhealableError
from bot.runtime.health.watch import Watch
from bot.runtime.patience import Patience, pause_after

log = structlog.get_logger(__name__)
_REVOKED = "BOT_TOKEN was refused by Telegram: it was revoked or is mistyped; put the one of BotFather there"


@dataclass(frozen=True, slots=True)
class Unhealable:
    """A refusal that passes, unless it comes again and again for ``seconds``."""

    error: type[TelegramAPIError]
    seconds: float
    code: ExitCode
    words: str


class Trouble:
    """One loop's failures in a row; ``sign`` is what the watch hears of it as.

    Each turn of the loop is an ``async with`` block. Whatever it fails with is logged at each change and waited out;
    UnhealableError is raised where trying again helps nobody.
    """

    def __init__(self, bot: Bot, watch: Watch, patience: Patience, sign: str, unhealable: Unhealable) -> None:
        self._bot = bot
        self._watch = watch
        self._patience = patience
        self._sign = sign
        self._failures = 0
        self._kind = ""
        self._unhealable = unhealable
        self._refused_from = self._refused_last = -unhealable.seconds

    async def __aenter__(self) -> None:
        return

    async def __aexit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        if error is None:
            self._over()
        elif isinstance(error, Exception):
            await self._met(error)
        return isinstance(error, Exception)

    async def _met(self, error: Exception) -> None:
        kind = " ".join(filter(None, (type(error).__name__, getattr(error, "sqlite_errorname", None))))
        self._failures += 1
        self._watch.trouble(self._sign, kind)
        if kind != self._kind:
            self._kind = kind
            # What Telegram says is no secret; what anything else says may be of people.
            said = error.message if isinstance(error, TelegramAPIError) else None
            log.warning("in trouble", what=self._sign, error=kind, said=said)
        if isinstance(error, TelegramUnauthorizedError):
            await self._ask_about_token()
        elif isinstance(error, self._unhealable.error):
            self._count_refusal(error)
        pause = pause_after(self._patience.receiving, self._failures)
        await asyncio.sleep(max(pause, error.retry_after) if isinstance(error, TelegramRetryAfter) else pause)

    def _over(self) -> None:
        if self._failures:
            log.warning("out of trouble", what=self._sign, failures=self._failures)
        self._failures, self._kind = 0, ""

    def _count_refusal(self, error: TelegramAPIError) -> None:
        """Two pollers take turns: a call that went well between two refusals is no end of it."""
        now, lasts = time.monotonic(), self._unhealable
        if now - self._refused_last > lasts.seconds / 3:
            self._refused_from = now
        self._refused_last = now
        if now - self._refused_from >= lasts.seconds:
            raise UnhealableError(lasts.code, f"{lasts.words}: {error.message}") from None

    async def _ask_about_token(self) -> None:
        """One refusal may be a slip of Telegram's; two are meant."""
        try:
            await self._bot.get_me()
        except TelegramUnauthorizedError:
            raise UnhealableError(ExitCode.TOKEN_REFUSED, _REVOKED) from None
        except TelegramAPIError:
            return
