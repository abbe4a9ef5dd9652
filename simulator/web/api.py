"""`/api/…`: what the page and the driver talk to."""

import asyncio
import json
from typing import Any
from urllib.parse import quote

from aiohttp import WSMsgType, web
from pydantic import ValidationError

from simulator.actions.all import DEEDS
from simulator.actions.deeds import Deed
from simulator.errors import ApiError, DeedError
from simulator.faults.faults import Faults
from simulator.faults.limits import Limits
from simulator.methods.routes import Upload
from simulator.model.dump import encode
from simulator.model.world import World
from simulator.web.reading import read_parts


def _json(value: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(text=encode(value), status=status, content_type="application/json")


class Api:
    """The player's side of the world over HTTP."""

    def __init__(self, world: World, faults: Faults, limits: Limits) -> None:
        """Serve this world and its troubles."""
        self._world = world
        self._faults = faults
        self._limits = limits
        self._sockets: set[web.WebSocketResponse] = set()

    def routes(self) -> list[web.RouteDef]:
        """Return the addresses and their handlers."""
        return [
            web.get("/api/state", self.state),
            web.get("/api/events", self.events),
            web.post("/api/do", self.do),
            web.post("/api/clock", self.clock),
            web.get("/api/calls", self.calls),
            web.post("/api/faults", self.faults),
            web.get("/api/file/{file_id}", self.file),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """Return the whole world."""
        return _json(self._world.state())

    async def events(self, request: web.Request) -> web.WebSocketResponse:
        """Send events as they happen, until the listener leaves."""
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        queue = self._world.events.listen()
        self._sockets.add(socket)
        try:
            async with asyncio.TaskGroup() as tasks:
                feeding = tasks.create_task(_feed(socket, queue))
                async for message in socket:
                    if message.type is WSMsgType.ERROR:
                        break
                feeding.cancel()
        finally:
            self._sockets.discard(socket)
            self._world.events.forget(queue)
        return socket

    async def close(self, _app: web.Application) -> None:
        """Say goodbye to all listeners when the server stops."""
        for socket in list(self._sockets):
            await socket.close()

    async def do(self, request: web.Request) -> web.Response:
        """Have a person do something; the answer's `n` is the number of the last event before it."""
        before = self._world.events.n
        try:
            done = await self._done(*await _order(request))
        except ValidationError as error:
            first = error.errors()[0]
            return _json({"error": f"{'.'.join(map(str, first['loc']))}: {first['msg']}"}, 400)
        except (DeedError, ApiError) as error:
            return _json({"error": str(error)}, 400)
        self._world.dirty = True
        return _json({"ok": True, "n": before, **done})

    async def _done(self, order: dict[str, Any], uploads: list[Upload]) -> dict[str, Any]:
        name, person_id = order.pop("do", None), order.pop("as", None)
        if name not in DEEDS:
            raise DeedError(f"nobody can do {name}")
        if not isinstance(person_id, int):
            raise DeedError("who does it?")
        model, doing = DEEDS[name]
        deed = Deed(self._world, self._world.person(person_id), uploads)
        return await doing(deed, model.model_validate(order))

    async def clock(self, request: web.Request) -> web.Response:
        """Move the world's time by `advance` seconds."""
        values = await _body(request)
        seconds = values.get("advance")
        if not isinstance(seconds, int | float):
            return _json({"error": "advance must be a number of seconds"}, 400)
        clock = self._world.clock
        await asyncio.to_thread(clock.advance, seconds)
        moved = {"now": clock.now(), "clock_offset": clock.offset}
        self._world.events.publish("clock", **moved)
        self._world.dirty = True
        return _json({"ok": True, "n": self._world.events.n, **moved})

    async def calls(self, request: web.Request) -> web.Response:
        """Return the log since call number N, how many updates wait, and for how many seconds nothing was called."""
        since = request.query.get("since", "0")
        calls = self._world.calls
        return _json(
            {
                "calls": calls.since(int(since) if since.isdigit() else 0),
                "pending_updates": len(self._world.updates),
                "quiet_seconds": calls.quiet_seconds(),
            }
        )

    async def faults(self, request: web.Request) -> web.Response:
        """Replace the faults, and switch the limits when the body says so."""
        values = await _body(request)
        try:
            if "faults" in values:
                self._faults.replace(values["faults"])
        except ValidationError as error:
            return _json({"error": str(error)}, 400)
        if "limits" in values:
            self._limits.switch(on=bool(values["limits"]))
        return _json({"ok": True})

    async def file(self, request: web.Request) -> web.Response:
        """Return a file's bytes; `?download=name` makes browsers save it."""
        record = self._world.files.records.get(request.match_info["file_id"])
        if record is None:
            return _json({"error": "there is no such file"}, 404)
        headers = {"Cache-Control": "max-age=86400", "X-Content-Type-Options": "nosniff"}
        if record.content_type != "application/pdf":  # a sandbox would stop the browser's own PDF reader
            headers["Content-Security-Policy"] = "sandbox"
        response = web.Response(body=self._world.files.read(record), content_type=record.content_type, headers=headers)
        if name := request.query.get("download"):
            response.headers["Content-Disposition"] = _attachment(name)
        return response


def _attachment(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name)}"


async def _feed(socket: web.WebSocketResponse, queue: asyncio.Queue[str]) -> None:
    while True:
        await socket.send_str(await queue.get())


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        value = json.loads(await request.read())
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise web.HTTPBadRequest(text='{"error": "a JSON object is needed"}', content_type="application/json")
    return value


async def _order(request: web.Request) -> tuple[dict[str, Any], list[Upload]]:
    if request.content_type != "multipart/form-data":
        return await _body(request), []
    values: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    await read_parts(await request.multipart(), values, uploads)
    order = json.loads(values.get("json", "null"))
    if not isinstance(order, dict):
        raise DeedError("the json part is missing")
    return order, list(uploads.values())
