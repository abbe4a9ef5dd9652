"""``/healthz`` (the process lives), ``/readyz`` (the database answers, and how much waits), and the webhook."""

import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.runtime.update_processor import UpdateProcessor
from bot.settings import Settings, SetupError
from storage import failures
from storage.engine import inbox, outbox
from storage.engine.database import Database

WEBHOOK_PATH = "/webhook"


@asynccontextmanager
async def http_server(settings: Settings, db: Database, processor: UpdateProcessor) -> AsyncIterator[None]:
    """Serve until the block ends; raise SetupError when the port is taken."""
    app = web.Application(client_max_size=8 * 1024 * 1024)
    app.router.add_get("/healthz", _healthz)
    app.router.add_get("/readyz", _ready(db))
    if settings.webhook_url:
        app.router.add_post(WEBHOOK_PATH, _webhook(processor, settings.webhook_secret.get_secret_value()))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.http_host, settings.http_port).start()
    except OSError as error:
        await runner.cleanup()
        raise SetupError(
            f"HTTP_PORT {settings.http_port} on {settings.http_host} cannot be used: {error.strerror}"
        ) from None
    try:
        yield
    finally:
        await runner.cleanup()


async def _healthz(_request: web.Request) -> web.Response:
    return web.json_response({"alive": True})


def _ready(db: Database) -> Handler:
    async def readyz(_request: web.Request) -> web.Response:
        updates = await inbox.count_waiting(db)
        letters, failing = await outbox.count_waiting(db)
        failed_rows, set_aside = await failures.count(db)
        return web.json_response(
            {
                "ready": True,
                "updates": updates,
                "letters": letters,
                "failing": failing,
                "failed_rows": failed_rows,
                "set_aside": set_aside,
            }
        )

    return readyz


def _webhook(processor: UpdateProcessor, secret: str) -> Handler:
    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        await processor.accept([await request.json()])
        return web.Response()

    return receive
