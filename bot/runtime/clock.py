"""Where the time comes from: the machine, or the machine plus the demo's offset."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path


def moved_by(clock_file: Path) -> int:
    """Return by how many seconds a file moves the time."""
    return round((FileClock(clock_file).now() - datetime.now(UTC)).total_seconds())


class SystemClock:
    """The machine's time."""

    def now(self) -> datetime:
        """Return the machine's time in UTC."""
        return datetime.now(UTC)


class FileClock:
    """The machine's time plus an offset that another process keeps in a file (the demo's and the tests' clock)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._offset = timedelta()

    def now(self) -> datetime:
        """Return the shifted time in UTC."""
        try:
            stat = os.stat(self._path)  # noqa: PTH116 - half the cost of Path.stat, and this is asked at every step
        except FileNotFoundError:
            return datetime.now(UTC) + self._offset
        seen = (stat.st_mtime_ns, stat.st_size)
        if seen != self._seen:
            self._offset = timedelta(seconds=float(self._path.read_text(encoding="ascii") or 0))
            self._seen = seen
        return datetime.now(UTC) + self._offset
