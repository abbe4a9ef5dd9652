"""The inner side of ``child_process``: imports next to nothing, for a process is started for each file."""

import json
import os
import resource
import sys
from contextlib import suppress
from typing import Any

_KINDER = 10


def begin_child(memory: int) -> dict[str, Any]:
    """Let those who wait for the bot go before, keep to the memory, return the job."""
    os.nice(_KINDER)
    with suppress(ValueError, OSError):  # not every system counts it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    job: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    return job


def say(**told: object) -> None:
    """Say a line to whoever started the process."""
    print(json.dumps(told), flush=True)  # noqa: T201 - for the process that waits
