"""The driver for tests: people who write, press and look, over HTTP and WebSocket against any simulator."""

import asyncio
from typing import Any, Self

import aiohttp

from simulator.client.actor import Actor
from simulator.client.feed import Feed
from simulator.client.wire import Wire
from simulator.model.calls import Call


class Driver:
    """One connection to a simulator: `async with Driver(url) as telegram: …`."""

    def __init__(self, url: str) -> None:
        """Drive the simulator at `url` (`http://host:port`)."""
        self._url = url
        self.feed = Feed()
        self._actors: dict[int, Actor] = {}

    async def __aenter__(self) -> Self:
        """Connect: first to the events, then the state, so that nothing between is lost."""
        self._http = aiohttp.ClientSession(self._url)
        self.wire = Wire(self._http)
        try:
            self._socket = await self._http.ws_connect("/api/events", max_msg_size=0)
            self.feed.take_state(await self.wire.get("/api/state"))
        except BaseException:
            await self._http.close()
            raise
        self._following = asyncio.get_running_loop().create_task(self.feed.follow(self._socket))
        return self

    async def __aexit__(self, *_: object) -> None:
        """Hang up."""
        await self._socket.close()
        await self._following
        await self._http.close()

    def person(self, user_id: int) -> Actor:
        """Return the person in the private chat with the bot; the same object each time."""
        if user_id not in self._actors:
            self._actors[user_id] = Actor(self.wire, self.feed, user_id, user_id, None)
        return self._actors[user_id]

    async def add_person(self, first_name: str, language_code: str = "kk", phone: str | None = None) -> Actor:
        """Add a person; done on behalf of anybody who is there."""
        anybody = (await self.state())["people"][0]["id"]
        fields = {"first_name": first_name, "language_code": language_code, "phone": phone}
        answer = await self.wire.do(anybody, "add_person", [], fields)
        return self.person(answer["person"]["id"])

    async def state(self) -> dict[str, Any]:
        """Return the whole world as JSON."""
        return await self.wire.get("/api/state")

    async def file(self, file_id: str) -> bytes:
        """Return a file's bytes."""
        return await self.wire.read(f"/api/file/{file_id}")

    async def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Move the world's time."""
        await self.wire.post("/api/clock", {"advance": ((days * 24 + hours) * 60 + minutes) * 60 + seconds})

    async def faults(self, faults: list[dict[str, Any]], *, limits: bool | None = None) -> None:
        """Replace the faults; `limits` switches Telegram's sending limits."""
        body: dict[str, Any] = {"faults": faults}
        await self.wire.post("/api/faults", body if limits is None else {**body, "limits": limits})

    async def calls(self, method: str | None = None, since: int = 0) -> list[Call]:
        """Return the bot's calls after number `since`, of one method or all."""
        answer = await self.wire.get("/api/calls", since=str(since))
        calls = [Call(**call) for call in answer["calls"]]
        return [call for call in calls if method is None or call.method.lower() == method.lower()]

    async def refused(self, since: int = 0) -> list[Call]:
        """Return calls that Telegram would have refused: answered with an error no fault put there."""
        return [call for call in await self.calls(since=since) if call.ok is False and not call.injected]

    async def idle(self, quiet: float = 0.15, timeout: float = 10) -> None:  # noqa: ASYNC109 - the word tests expect
        """Wait until every update was confirmed and nothing was called for `quiet` seconds; fails after `timeout`."""
        last: dict[str, Any] = {}
        try:
            async with asyncio.timeout(timeout):
                while True:
                    last = await self.wire.get("/api/calls", since=str(10**12))
                    if not last["pending_updates"] and last["quiet_seconds"] >= quiet:
                        return
                    await asyncio.sleep(max(quiet - last["quiet_seconds"], 0.02))
        except TimeoutError as error:
            words = f"{last.get('pending_updates')} updates wait, quiet for {last.get('quiet_seconds')} s"
            raise AssertionError(f"the bot is still busy after {timeout} s: {words}") from error
