"""Faults put between the bot and its calls."""

import asyncio
import random
from typing import Any, Literal

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from simulator.errors import ApiError
from simulator.model.calls import Call
from simulator.model.updates import UpdateQueue

Kind = Literal[
    "latency", "retry_after", "server_error", "refusal", "answer", "reset", "reset_after", "hold", "duplicate_updates"
]


class DroppedConnectionError(Exception):
    """The connection is to be cut without an answer."""


class OtherAnswerError(Exception):
    """Something else is to be answered: a proxy's page, half an answer, no JSON at all."""

    def __init__(self, status: int, body: bytes, *, is_cut: bool) -> None:
        """Keep the answer; one that is cut promises more than it brings."""
        super().__init__(status)
        self.status = status
        self.body = body
        self.is_cut = is_cut


class Fault(BaseModel):
    """One thing that goes wrong: for these methods (all when empty), in this chat, with these words, so many times."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    methods: list[str] = Field(default_factory=list)
    chat_id: int | None = None
    containing: str = ""
    """Words of the text or caption that is sent."""
    times: int | None = None
    probability: float = 1.0
    seconds: float = 0.2
    text: str = "Bad Request"
    """What a ``refusal`` says, and the body of an ``answer``: HTML, half an answer, nothing."""
    status: int = 400
    """Of a ``refusal`` or an ``answer``."""
    encoding: str = "utf-8"
    """Of an ``answer``, which is said to be in UTF-8."""
    is_cut: bool = False
    """Of an ``answer``: the connection is cut before its end."""

    def strikes(self, call: Call) -> bool:
        """Tell whether this call is hit; each hit uses up one of `times`."""
        if self.methods and call.method.lower() not in {name.lower() for name in self.methods}:
            return False
        if self.chat_id is not None and self.chat_id != call.chat_id:
            return False
        if self.containing not in call.text:
            return False
        if self.times == 0 or random.SystemRandom().random() >= self.probability:
            return False
        self.times = None if self.times is None else self.times - 1
        return True


class Faults:
    """The faults of now; replacing them frees the calls that are held."""

    def __init__(self, updates: UpdateQueue) -> None:
        """Begin with nothing going wrong."""
        self._updates = updates
        self._faults: list[Fault] = []
        self._released = asyncio.Event()

    def replace(self, faults: list[dict[str, Any]]) -> None:
        """Apply these faults from now on; held calls go on."""
        self._faults = [Fault.model_validate(fault) for fault in faults]
        copies = [fault.times or 2 for fault in self._faults if fault.kind == "duplicate_updates"]
        self._updates.copies = max(copies, default=1)
        self._released.set()
        self._released = asyncio.Event()

    async def before(self, call: Call, request: web.Request) -> None:
        """Do what happens to a call before it takes effect; a held call whose caller has gone never does."""
        for fault in self._faults:
            if fault.kind in {"reset_after", "duplicate_updates"} or not fault.strikes(call):
                continue
            if fault.kind == "latency":
                await asyncio.sleep(fault.seconds)
            elif fault.kind == "hold":
                await self._hold(call, request)
            else:
                call.injected = True
                _strike(fault)

    async def _hold(self, call: Call, request: web.Request) -> None:
        call.held = True
        await self._released.wait()
        if request.transport is None or request.transport.is_closing():
            call.injected = True
            raise DroppedConnectionError

    def after(self, call: Call) -> None:
        """Do what happens to a call that has taken effect."""
        for fault in self._faults:
            if fault.kind == "reset_after" and fault.strikes(call):
                call.injected = True
                raise DroppedConnectionError


def _strike(fault: Fault) -> None:
    if fault.kind == "retry_after":
        seconds = max(1, round(fault.seconds))
        raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
    if fault.kind == "server_error":
        raise ApiError(502, "Bad Gateway")
    if fault.kind == "refusal":
        raise ApiError(fault.status, fault.text)
    if fault.kind == "answer":
        raise OtherAnswerError(fault.status, fault.text.encode(fault.encoding), is_cut=fault.is_cut)
    raise DroppedConnectionError
