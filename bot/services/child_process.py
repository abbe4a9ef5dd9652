"""Work on what people send, apart from the bot: a process with limits of memory and time that ends with its caller.

A job is a line of JSON and the bytes after it; what the process has to say are lines of JSON. Whatever a parser does
with a hostile file – spins, swells, crashes – is this process's end and nobody else's.
"""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from bot.data_files import ROOT

# Nothing of the token and the keys: what reads a hostile file is handed the job alone.
_ENVIRONMENT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "TMPDIR")
Said = Callable[[dict[str, Any]], Awaitable[None]]
"""Told each line the process says; what it raises ends the process."""


class ProcessEndedError(Exception):
    """The process was killed, said nothing for too long, or ended in the middle."""


async def run_child(module: str, job: dict[str, Any], content: bytes, said: Said, *, silent: float) -> None:
    """Run the module as a process of its own until it ends by itself, at most ``silent`` seconds without a word.

    However that ends – by an error, a cancellation, the stop of the bot – no process is left behind.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        cwd=ROOT,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | {"OPENBLAS_NUM_THREADS": "1"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        await _talk(process, job, content, said, silent)
        if await process.wait():
            raise ProcessEndedError(module)
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _talk(
    process: asyncio.subprocess.Process, job: dict[str, Any], content: bytes, said: Said, silent: float
) -> None:
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both are pipes
    try:
        async with asyncio.timeout(silent) as limit:
            with suppress(ConnectionError):
                process.stdin.write(json.dumps(job).encode() + b"\n" + content)
                await process.stdin.drain()
                process.stdin.close()
            async for line in process.stdout:
                limit.reschedule(asyncio.get_running_loop().time() + silent)
                await said(json.loads(line))
    except TimeoutError:
        raise ProcessEndedError("no word for too long") from None
