"""Asking the source over HTTP: one deadline over all tries, retries with jitter, a breaker, no key in any log."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import structlog
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, DummyCookieJar
from pydantic import ValidationError

from bot.domain.people.identifiers import Iin
from bot.services.payment_source.breaker import Breaker, RestingError
from bot.services.payment_source.contract import LOOK_UP_PATH, LookUpQuestion, SourcePayment, read_answer

log = structlog.get_logger(__name__)
_TRIES = 3
_PAUSE_SECONDS = 0.2
_LARGEST_ANSWER = 64 * 1024
Fault = Literal["slow", "unreachable", "failing", "key", "answer", "resting"]


class SourceError(Exception):
    """The source gave no answer, and in which way."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class HttpPaymentSource:
    """The source at one address. ``patience``: seconds a question may take in all, its retries included."""

    def __init__(self, session: ClientSession, url: str, patience: float, breaker: Breaker) -> None:
        self._session = session
        self._address = url + LOOK_UP_PATH
        self._patience = patience
        self._breaker = breaker

    async def look_up(self, iin: Iin) -> tuple[SourcePayment, ...]:
        """Return the person's payments; raise SourceError in time, whatever the source does."""
        try:
            with self._breaker.guarding():
                return await self._within_patience(iin)
        except RestingError:
            raise SourceError("resting") from None
        except SourceError as error:
            log.warning("the payments' source gave no answer", fault=error.fault)
            raise

    async def _within_patience(self, iin: Iin) -> tuple[SourcePayment, ...]:
        try:
            async with asyncio.timeout(self._patience):
                return await self._try_often(iin)
        except TimeoutError:
            raise SourceError("slow") from None

    async def _try_often(self, iin: Iin) -> tuple[SourcePayment, ...]:
        for number in range(1, _TRIES):
            try:
                return await self._ask(iin)
            except SourceError as error:
                # A refused key and a broken contract do not heal by asking again.
                if error.fault in {"key", "answer"}:
                    raise
                await asyncio.sleep(random.uniform(0, _PAUSE_SECONDS * 2**number))  # noqa: S311 - spreads the load
        return await self._ask(iin)

    async def _ask(self, iin: Iin) -> tuple[SourcePayment, ...]:
        question = LookUpQuestion(iin=iin)
        try:
            async with self._session.post(self._address, json=question.model_dump(), allow_redirects=False) as response:
                _judge(response.status)
                return read_answer(await _read(response))
        except TimeoutError:
            raise SourceError("slow") from None
        except ClientError:
            raise SourceError("unreachable") from None
        except ValidationError:
            # Neither the words of the error nor its input may reach a log: they hold what was answered.
            raise SourceError("answer") from None


@asynccontextmanager
async def open_payment_source(url: str, key: str, patience: float) -> AsyncIterator[HttpPaymentSource]:
    """Hold the connections to the source until the block ends."""
    # Half of the patience for a try: one that hangs leaves time for another.
    limits = ClientTimeout(total=patience / 2)
    headers = {"Authorization": f"Bearer {key}", "Accept": "application/json"}
    async with ClientSession(timeout=limits, headers=headers, cookie_jar=DummyCookieJar()) as session:
        yield HttpPaymentSource(session, url, patience, Breaker(time.monotonic))


def _judge(status: int) -> None:
    if status in {401, 403}:
        raise SourceError("key")
    if status == 429 or status >= 500:
        raise SourceError("failing")
    if status != 200:
        raise SourceError("answer")


async def _read(response: ClientResponse) -> bytes:
    content = b""
    async for chunk in response.content.iter_chunked(8192):
        content += chunk
        if len(content) > _LARGEST_ANSWER:
            raise SourceError("answer")
    return content
