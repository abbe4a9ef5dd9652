"""A source of payments over HTTP that answers, or fails in every way a source may."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.services.payment_source.contract import LOOK_UP_PATH

PAYMENT = {
    "programme": "42500-2020",
    "status": "assigned",
    "status_on": "2020-04-24",
    "amount": 42_500,
    "last_name": "Үлгібаева",
    "first_name": "Әлия",
    "phone": "+77000000001",
    "application_no": "D-2020-000001",
    "iban": "KZ55601D000000000001",
}


KEY = "secret-key-of-the-source"


@dataclass
class ExampleSource:
    """Answers from ``payments``, ИИН → payments, or as ``fault`` says: once each, the last one for ever."""

    payments: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        """Handle a question."""
        self.asked.append(await request.json())
        fault = (self.faults.pop(0) if len(self.faults) > 1 else self.faults[0]) if self.faults else "none"
        if request.headers.get("Authorization") != f"Bearer {KEY}" or fault == "expired key":
            return web.json_response({"error": "key"}, status=401)
        return await self._fail(fault, {"payments": self.payments.get(self.asked[-1]["iin"], [])})

    async def _fail(self, fault: str, good: dict[str, Any]) -> web.Response:
        match fault:
            case "none":
                return web.json_response(good)
            case "slow":
                await asyncio.sleep(30)
                return web.json_response(good)
            case "500" | "503" | "429":
                return web.Response(status=int(fault), text="Traceback: … 900312600102 …")
            case "broken json":
                return web.Response(text=json.dumps(good)[:-2], content_type="application/json")
            case "no json":
                return web.Response(text="<html>gateway</html>", content_type="text/html")
            case "wrong types":
                return web.json_response({"payments": [{**each, "amount": "42500"} for each in good["payments"]] or 7})
            case "unknown status":
                return web.json_response({"payments": [{**each, "status": "gone"} for each in good["payments"]] or {}})
            case "endless":
                return web.Response(body=b" " * 200_000, content_type="application/json")
            case "redirect":
                return web.Response(status=302, headers={"Location": "http://127.0.0.1:1/"})
        raise AssertionError(fault)


@asynccontextmanager
async def example_source() -> AsyncIterator[ExampleSource]:
    """Run the source; outages are made by leaving the block."""
    source = ExampleSource()
    app = web.Application()
    app.router.add_post(LOOK_UP_PATH, source.answer)
    # What is still being answered slowly is cut off at the end.
    server = TestServer(app, handler_cancellation=True)
    await server.start_server(shutdown_timeout=0.1)
    source.url = str(server.make_url("")).rstrip("/")
    try:
        yield source
    finally:
        await server.close()
