"""A process that looks at one file somebody sent: the job on the first line of its input, then the file."""

import sys
from dataclasses import dataclass

from bot.domain.errors import InvalidInput
from bot.services.child_job import begin_child, say
from bot.services.received_files.mime import media_type
from bot.services.received_files.photo_quality import look_at_page

_MEMORY = 640 * 1024 * 1024
_SECONDS = 30


@dataclass(frozen=True, slots=True)
class LookJob:
    """Whether a film is taken, too."""

    video: bool


def main() -> None:
    """Print the file's kind and what makes it hard to read, or what is wrong with it."""
    job = begin_child(_MEMORY, _SECONDS, LookJob)
    content = sys.stdin.buffer.read()
    try:
        kind = media_type(content, video=job.video)
        flaws = look_at_page(content, kind)
    except InvalidInput as problem:
        say(problem=problem.code, params=problem.params)
    except MemoryError:
        say(problem="page-huge", params={})
    else:
        say(kind=kind, flaws=flaws)


if __name__ == "__main__":
    main()
