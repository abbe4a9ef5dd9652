"""What somebody sent, looked at before anything is done with it: in a process of its own, one file at a time."""

from dataclasses import dataclass
from typing import Any

import structlog

from bot.domain.errors import InvalidInput
from bot.services.child_process import ProcessEndedError, run_child
from bot.services.received_files import __main__ as child
from bot.services.received_files.mime import MAX_BYTES
from bot.services.work import Services

log = structlog.get_logger(__name__)
_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that may be kept: what it is, and what makes a photo hard to read (``FLAWS``)."""

    media_type: str
    flaws: list[str]


async def inspect_page(services: Services, content: bytes, *, video: bool = False) -> Inspected:
    """Return what the file is; raises ``InvalidInput`` as ``media_type`` does.

    One that takes too much memory or time is `page-huge`. Others wait meanwhile: five photos of forty million pixels
    at once would take all of a small machine.
    """
    if len(content) > MAX_BYTES:
        raise InvalidInput("page-large", max=MAX_BYTES // 1024 // 1024)
    found: dict[str, Any] = {}

    async def said(told: dict[str, Any]) -> None:
        if "problem" in told:
            raise InvalidInput(told["problem"], **told["params"])
        found.update(told)

    async with services.inspecting:
        try:
            await run_child(child.__name__, {"video": video}, content, said, silent=_SECONDS)
        except ProcessEndedError:
            log.warning("a file was too much for the process that looked at it", size=len(content))
            raise InvalidInput("page-huge") from None
    return Inspected(found["kind"], found["flaws"])
