"""Where the time comes from: the machine, or the machine plus the demo's offset."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

_LEAP, _LASTS = 60, 60
"""Seconds: what is a leap of the clock, and how long it lasts until it is believed."""


def moved_by(clock_file: Path) -> int:
    """Return by how many seconds a file moves the time."""
    return round((FileClock(clock_file).now() - datetime.now(UTC)).total_seconds())


class ClockJump:
    """Tells whether the machine's time has just leapt ahead of the time that has passed.

    Such a leap may be taken back a moment later. What a job ends by it – holds, offers, visits, terms of keeping –
    would not come back, so jobs wait until the leap has lasted. A clock that goes back ends nothing.
    """

    def __init__(self, wall: Callable[[], float] = time.time, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._ahead = wall() - monotonic()
        self._since: float | None = None

    def is_fresh(self) -> bool:
        """Whether there was one within the last minute that was not taken back."""
        passed = self._monotonic()
        leapt = self._wall() - passed - self._ahead > _LEAP
        if not leapt:
            # Also by less, or back: that is the time by which the next leap is measured.
            self._ahead, self._since = self._wall() - passed, None
            return False
        self._since = passed if self._since is None else self._since
        if passed - self._since < _LASTS:
            return True
        self._ahead, self._since = self._wall() - passed, None
        return False


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
