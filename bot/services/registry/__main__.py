"""A process that reads a registry: the job on the first line of its input, then the file where it has no path.

It tells the file's headings, or its progress in staging the rows.
"""

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.errors import InvalidInput
from bot.services.child_job import begin_child, say
from bot.services.registry.staging import Job, stage
from bot.services.registry.table import open_table

_EVERY = 20_000
_MEMORY = 768 * 1024 * 1024
_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Where the file is, unless it follows; what is to be done with its rows, unless the headings are all."""

    path: str | None
    job: dict[str, Any] | None


def main() -> None:
    """Do the job that stands on the first line of the input."""
    given = begin_child(_MEMORY, _SECONDS, ReadJob)
    told = 0

    def progress(line: int) -> None:
        nonlocal told
        if line - told >= _EVERY:
            told = line
            say(line=line)

    try:
        with Path(given.path).open("rb") if given.path else io.BytesIO(sys.stdin.buffer.read()) as stream:
            if given.job is None:
                say(headings=open_table(stream).headings)
            else:
                stage(Job(**given.job), stream, progress)
                say(done=True)
    except InvalidInput as problem:
        say(problem=problem.code)
    except MemoryError:
        say(problem="payments-file-costly")


if __name__ == "__main__":
    main()
