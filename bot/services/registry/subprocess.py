"""Staging apart from the bot: small files in a thread, large ones in a process of their own, in two where possible."""

import asyncio
import io
import json
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path

from bot.data_files import ROOT
from bot.domain.errors import InvalidInput
from bot.services.registry import __main__ as child
from bot.services.registry.staging import Job, stage
from storage.registry import staging
from storage.registry.staging import Counted

_SMALL = 256 * 1024
_FOR_TWO = 8 * 1024 * 1024
ReadingOn = Callable[[int], Awaitable[None]]
"""Told the line reading has come to; what it raises ends the reading."""


@dataclass(frozen=True, slots=True)
class Source:
    """A registry's bytes: in a file that stays, or in memory."""

    path: Path | None = None
    content: bytes = b""

    @property
    def size(self) -> int:
        """How many bytes."""
        return self.path.stat().st_size if self.path else len(self.content)

    def open(self) -> io.BufferedReader | io.BytesIO:
        """Open it for reading."""
        return self.path.open("rb") if self.path else io.BytesIO(self.content)


class StagingError(Exception):
    """A staging process ended without a word: it was killed, or the machine has no room."""


class StoppedError(Exception):
    """Somebody has stopped the import while it was read."""


async def stage_apart(job: Job, source: Source, progress: ReadingOn) -> Counted:
    """Stage the file and return the counts of its rows.

    Raises ``InvalidInput`` for a file that is no table or has no rows, StagingError when a process dies, and what
    ``progress`` raises. However it ends, it leaves no process behind.
    """
    if source.size <= _SMALL:
        await asyncio.to_thread(_stage_here, job, source)
        parts = [Path(job.staged)]
    else:
        parts = await _stage_there(job, source, progress)
    counted = await asyncio.to_thread(staging.finish, parts)
    if not any(astuple(counted)):
        raise InvalidInput("payments-file-empty")
    return counted


async def _stage_there(job: Job, source: Source, progress: ReadingOn) -> list[Path]:
    number = 2 if source.path and source.size >= _FOR_TWO and (os.cpu_count() or 1) > 1 else 1
    jobs = [replace(job, part=part, parts=number, staged=f"{job.staged}{part or ''}") for part in range(number)]
    try:
        async with asyncio.TaskGroup() as group:
            for each in jobs:
                group.create_task(_run(each, source, progress))
    except* (InvalidInput, StagingError, StoppedError) as errors:
        raise errors.exceptions[0] from None
    return [Path(each.staged) for each in jobs]


def _stage_here(job: Job, source: Source) -> None:
    with source.open() as stream:
        stage(job, stream, lambda _line: None)


async def _run(job: Job, source: Source, progress: ReadingOn) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        child.__name__,
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        await _talk(process, job, source, progress)
        await process.wait()
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _talk(process: asyncio.subprocess.Process, job: Job, source: Source, progress: ReadingOn) -> None:
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both are pipes
    order = {"job": asdict(job), "path": str(source.path.resolve()) if source.path else None}
    with suppress(ConnectionError):
        process.stdin.write(json.dumps(order).encode() + b"\n" + source.content)
        await process.stdin.drain()
        process.stdin.close()
    done = False
    async for line in process.stdout:
        told = json.loads(line)
        if "problem" in told:
            raise InvalidInput(told["problem"])
        done = done or "done" in told
        if "line" in told:
            await progress(told["line"])
    if not done:
        raise StagingError
