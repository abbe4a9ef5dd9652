"""``/healthz`` (the process lives), ``/readyz`` (the database answers, and how much waits), and the webhook."""

import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.runtime.clock import moved_by
from bot.runtime.update_processor import UpdateProcessor, chat_queue_of
from bot.settings import Settings, SetupError
from storage import failures
from storage.engine import inbox, outbox
from storage.engine.database import Database

log = structlog.get_logger(__name__)
WEBHOOK_PATH = "/webhook"
_NUMBERS = 2**63


@asynccontextmanager
async def http_server(settings: Settings, db: Database, processor: UpdateProcessor) -> AsyncIterator[None]:
    """Serve until the block ends; raise SetupError when the port is taken."""
    app = web.Application(client_max_size=8 * 1024 * 1024)
    app.router.add_get("/healthz", _healthz)
    app.router.add_get("/readyz", _ready(db, settings.clock_file))
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


def _ready(db: Database, clock_file: Path | None) -> Handler:
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
                **({"clock_moved": moved_by(clock_file)} if clock_file else {}),
            }
        )

    return readyz


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
    number = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < _NUMBERS:
        raise ValueError("no number of an update")
    try:
        chat_queue_of(update)
    except AttributeError:
        raise ValueError("nobody's update") from None
    return dict(update)
