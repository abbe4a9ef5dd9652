"""The inner side of ``child_process``: imports next to nothing, for a process is started for each file."""

import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

_KINDER = 10
Order = TypeVar("Order")


def begin_child(memory: int, seconds: int, job: Callable[..., Order]) -> Order:
    """Let those who wait for the bot go before, keep to the memory and time, return the ``job`` with what was ordered.

    The time is of the processor: a process whose caller was killed would spin for ever.
    """
    os.nice(_KINDER)
    with suppress(ValueError, OSError):  # not every system counts it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    return job(**json.loads(sys.stdin.buffer.readline()))


def say(**told: object) -> None:
    """Say a line to whoever started the process."""
    print(json.dumps(told), flush=True)  # noqa: T201 - for the process that waits
