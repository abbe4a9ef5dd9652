"""Structured logs. They carry ids, kinds and counts, never what people wrote (decision 0019)."""

import logging
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

_TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{20,}")
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)")


def setup_logs(level: str, form: str) -> None:
    """Send this program's and its libraries' logs through one form: ``text`` for eyes, ``json`` for machines."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _without_secrets,
    ]
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for noisy in ("aiogram.event", "apscheduler", "aiogram_dialog", "alembic", "aiohttp.access"):
        logging.getLogger(noisy).setLevel("WARNING")


def _without_secrets(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = _TWELVE_DIGITS.sub("············", _TOKEN.sub("…token…", value))
    return event
