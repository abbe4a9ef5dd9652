"""A process that stages a registry: the job on the first line of its input, then the file where it has no path.

It tells its progress by lines on its output and ends with whoever started it, because then nobody reads them.
"""

import io
import json
import os
import sys
from pathlib import Path

from bot.domain.errors import InvalidInput
from bot.services.registry.staging import Job, stage

_EVERY = 20_000
_KINDER = 10


def main() -> None:
    """Do the job, which people who wait for the bot go before."""
    os.nice(_KINDER)
    given = json.loads(sys.stdin.buffer.readline())
    job = Job(**given["job"])
    told = 0

    def progress(line: int) -> None:
        nonlocal told
        if line - told >= _EVERY:
            told = line
            print(json.dumps({"line": line}), flush=True)  # noqa: T201 - for the process that waits

    try:
        if given["path"]:
            with Path(given["path"]).open("rb") as stream:
                stage(job, stream, progress)
        else:
            stage(job, io.BytesIO(sys.stdin.buffer.read()), progress)
    except InvalidInput as problem:
        print(json.dumps({"problem": problem.code}))  # noqa: T201
        return
    print(json.dumps({"done": True}))  # noqa: T201


if __name__ == "__main__":
    main()
