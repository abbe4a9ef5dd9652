"""The bot's own HTTP server: health pages, and the webhook."""

import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.runtime.health.pages import HealthPages
from bot.runtime.updates.update_processor import UpdateProcessor
from bot.runtime.updates.update_reading import event_of, number_of
from bot.settings import Settings, SetupError

log = structlog.get_logger(__name__)
WEBHOOK_PATH = "/webhook"
_WHOSE = ("chat", "from", "user", "message")


@asynccontextmanager
async def http_server(settings: Settings, health: HealthPages, processor: UpdateProcessor) -> AsyncIterator[None]:
    """Serve until the block ends; raise SetupError when the port is taken."""
    app = web.Application(client_max_size=8 * 1024 * 1024)
    health.add_to(app)
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


def _webhook(processor: UpdateProcessor, secret: str) -> Handler:
    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            log.warning("a webhook call without the secret")
            return web.Response(status=401)
        try:
            update = _read_update(await request.read())
        except (ValueError, RecursionError) as error:
            log.warning("a webhook call that is no update", error=type(error).__name__)
            return web.Response(status=400)
        await processor.accept([update])
        return web.Response()

    return receive


def _read_update(body: bytes) -> dict[str, Any]:
    """Return an update as Telegram sends one; raises ValueError or RecursionError for anything else.

    The secret may be known to others one day: what they send must not be recorded, nor sent again for ever.
    """
    update: Any = json.loads(body)
    if number_of(update) is None:
        raise ValueError("no number of an update")
    event = event_of(update)
    if not all(isinstance(event[name], dict) for name in _WHOSE if name in event):
        raise ValueError("nobody's update")
    return dict(update)
