"""A migration that is killed before its n-th statement, in a process of its own: ``python -m … FILE N``."""

import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from bot.data_files import ROOT
from storage.engine.migrate import migrate


def migrate_counting(path: Path, killed_before: int = 0) -> int:
    """Migrate; return how many statements that were, or end by SIGKILL before one of them."""
    numbers = count(1)
    last = 0

    def counted(*_: object) -> None:
        nonlocal last
        last = next(numbers)
        if last == killed_before:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", counted)
    try:
        migrate(path)
    finally:
        event.remove(Engine, "before_cursor_execute", counted)
    return last


def migrate_killed(path: Path, before: int) -> int:
    """Migrate in another process that is killed before a statement; return its exit code."""
    return subprocess.run([sys.executable, "-m", __name__, str(path), str(before)], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    migrate_counting(Path(sys.argv[1]), int(sys.argv[2]))
