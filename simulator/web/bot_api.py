"""`/bot<token>/<method>` and `/file/bot<token>/<path>`: the Bot API's own addresses."""

import logging
from typing import Any

from aiohttp import web

from simulator.errors import ApiError
from simulator.faults.faults import DroppedConnectionError, Faults, OtherAnswerError
from simulator.faults.limits import Limits
from simulator.methods.all import ROUTES
from simulator.methods.params import parse
from simulator.methods.routes import CallContext, Upload
from simulator.model.calls import Call
from simulator.model.dump import encode
from simulator.model.files import DOWNLOAD_LIMIT
from simulator.model.world import World
from simulator.web.reading import read

logger = logging.getLogger(__name__)


class BotApi:
    """Answers the bot's calls: token, parameters, faults, limits, the method itself, the log."""

    def __init__(self, world: World, token: str, faults: Faults, limits: Limits) -> None:
        """Serve `world` to the holder of `token`."""
        self._world = world
        self._token = token
        self._faults = faults
        self._limits = limits

    def routes(self) -> list[web.RouteDef]:
        """Return the addresses and their handlers."""
        return [
            web.route("*", "/bot{token}/{method}", self.serve),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Handle one call over HTTP."""
        method = request.match_info["method"]
        call = self._world.calls.begin(method)
        try:
            self._check_token(request)
            values, uploads = await read(request)
            call.chat_id = _number(values.get("chat_id"))
            call.text = str(values.get("text") or values.get("caption") or "")
            await self._faults.before(call, request)
            result = await self.run(method, values, uploads, call)
            self._faults.after(call)
        except ApiError as error:
            call.injected = call.injected or _is_gone(request)
            return self._refused(call, error)
        except OtherAnswerError as other:
            call.ok, call.error_code = False, other.status
            return await _answer_otherwise(request, other)
        except DroppedConnectionError:
            call.ok = False
            return _drop(request)
        except Exception:
            logger.exception("a call of %s broke the simulator", method)
            return self._refused(call, ApiError(500, "Internal Server Error"))
        finally:
            self._world.calls.end(call)
        call.ok = True
        return web.Response(text=encode({"ok": True, "result": result}), content_type="application/json")

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._token:
            raise ApiError(401, "Unauthorized")

    async def run(self, method: str, values: dict[str, Any], uploads: dict[str, Upload], call: Call) -> object:
        """Return the method's result; raises `ApiError` for refusals."""
        route = ROUTES.get(method.lower())
        if route is None:
            raise ApiError(404, "Not Found: method not found")
        call.method = route.model.__api_method__
        for name in uploads.keys() & route.model.model_fields.keys() - values.keys():
            values[name] = f"attach://{name}"
        model = parse(route.model, values)
        self._limits.check(call.method, call.chat_id, values)
        if not call.method.startswith("get"):
            self._world.dirty = True
        return await route.answer(CallContext(self._world, uploads), model)

    async def run_reply(self, method: str, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
        """Run a method given in a webhook's answer: it takes effect, its result is lost, a refusal is only logged."""
        call = self._world.calls.begin(method)
        call.chat_id = _number(values.get("chat_id"))
        try:
            await self.run(method, values, uploads, call)
            call.ok = True
        except ApiError as error:
            self._refused(call, error)
        finally:
            self._world.calls.end(call)

    def _refused(self, call: Call, error: ApiError) -> web.Response:
        call.ok, call.error_code, call.description = False, error.code, error.description
        return web.Response(status=error.code, text=encode(error.as_answer()), content_type="application/json")

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Return a file's bytes by the path `getFile` gave."""
        record = self._world.files.by_path(request.match_info["path"])
        if request.match_info["token"] != self._token or record is None or record.size > DOWNLOAD_LIMIT:
            raise web.HTTPNotFound(text='{"ok":false,"error_code":404,"description":"Not Found"}')
        return web.Response(body=self._world.files.read(record), content_type="application/octet-stream")


def _is_gone(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


async def _answer_otherwise(request: web.Request, other: OtherAnswerError) -> web.StreamResponse:
    response = web.StreamResponse(status=other.status, headers={"Content-Type": "text/html; charset=utf-8"})
    response.content_length = len(other.body) + other.is_cut
    await response.prepare(request)
    await response.write(other.body)
    if other.is_cut and request.transport is not None:
        request.transport.close()
    else:
        await response.write_eof()
    return response


def _drop(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _number(chat_id: object) -> object:
    text = str(chat_id)
    return int(text) if text.lstrip("-").isdigit() else chat_id
