"""Reading apart from the bot: small texts in a thread, the rest in a process of its own, in two where possible."""

import asyncio
import io
import os
from collections.abc import Awaitable, Callable
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import Any

from bot.domain.errors import InvalidInput
from bot.services.child_process import ProcessEndedError, Said, run_child
from bot.services.registry import __main__ as child
from bot.services.registry.staging import Job, stage
from bot.services.registry.table import is_workbook, open_table
from storage.registry import staging
from storage.registry.staging import Counted

_SMALL = 256 * 1024
_FOR_TWO = 8 * 1024 * 1024
_SILENT_SECONDS = 120
ReadingOn = Callable[[int], Awaitable[None]]
"""Told the line reading has come to; what it raises ends the reading."""


@dataclass(frozen=True, slots=True)
class Source:
    """A registry's bytes: in a file that stays, or in memory."""

    path: Path | None = None
    content: bytes = b""

    @property
    def size(self) -> int:
        """The number of bytes."""
        return self.path.stat().st_size if self.path else len(self.content)

    def open(self) -> io.BufferedReader | io.BytesIO:
        """Open it for reading."""
        return self.path.open("rb") if self.path else io.BytesIO(self.content)


class StoppedError(Exception):
    """Somebody has stopped the import while it was read."""


async def headings_apart(source: Source) -> list[str]:
    """Return the headings of a file; raises as ``stage_apart``."""
    if _is_harmless(source):
        return await asyncio.to_thread(_headings_here, source)
    headings: list[str] = []

    async def said(told: dict[str, Any]) -> None:
        headings.extend(told.get("headings", ()))

    await _run(None, source, said)
    return headings


async def stage_apart(job: Job, source: Source, progress: ReadingOn) -> Counted:
    """Stage the file and return the counts of its rows.

    Raises ``InvalidInput`` for a file that is no table or has no rows, ProcessEndedError when a process dies, and what
    ``progress`` raises. However it ends, it leaves no process behind.
    """
    if _is_harmless(source):
        await asyncio.to_thread(_stage_here, job, source)
        parts = [Path(job.staged)]
    else:
        parts = await _stage_there(job, source, progress)
    counted = await asyncio.to_thread(staging.finish, parts)
    if not any(astuple(counted)):
        raise InvalidInput("payments-file-empty")
    return counted


def _is_harmless(source: Source) -> bool:
    """Tell a text that costs no more than it weighs; a workbook unpacks to a thousand times its size."""
    if source.size > _SMALL:
        return False
    with source.open() as stream:
        return not is_workbook(stream)


async def _stage_there(job: Job, source: Source, progress: ReadingOn) -> list[Path]:
    number = 2 if source.path and source.size >= _FOR_TWO and (os.cpu_count() or 1) > 1 else 1
    jobs = [replace(job, part=part, parts=number, staged=f"{job.staged}{part or ''}") for part in range(number)]

    async def said(told: dict[str, Any]) -> None:
        if "line" in told:
            await progress(told["line"])

    try:
        async with asyncio.TaskGroup() as group:
            for each in jobs:
                group.create_task(_run(each, source, said))
    except* (InvalidInput, ProcessEndedError, StoppedError) as errors:
        raise errors.exceptions[0] from None
    return [Path(each.staged) for each in jobs]


def _headings_here(source: Source) -> list[str]:
    with source.open() as stream:
        return open_table(stream).headings


def _stage_here(job: Job, source: Source) -> None:
    with source.open() as stream:
        stage(job, stream, lambda _line: None)


async def _run(job: Job | None, source: Source, said: Said) -> None:
    order = {"job": asdict(job) if job else None, "path": str(source.path.resolve()) if source.path else None}

    async def heard(told: dict[str, Any]) -> None:
        if "problem" in told:
            raise InvalidInput(told["problem"])
        await said(told)

    await run_child(child.__name__, order, source.content, heard, silent=_SILENT_SECONDS)
