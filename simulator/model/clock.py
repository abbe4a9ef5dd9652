"""The world's time: real time plus an offset that only the player moves."""

import time
from pathlib import Path


class Clock:
    """World time in Unix seconds; the offset is mirrored into `offset_file` so that the bot's process can follow."""

    def __init__(self, offset_file: Path | None = None, offset: float = 0.0) -> None:
        """Start with `offset` seconds and write it down at once when there is a file."""
        self._file = offset_file
        self.offset = offset
        self._write()

    def now(self) -> float:
        """Return the world's time in Unix seconds."""
        return time.time() + self.offset

    def advance(self, seconds: float) -> None:
        """Move the world's time by `seconds` (backwards with a negative number)."""
        self.offset += seconds
        self._write()

    def _write(self) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(self._file.name + ".new")
        fresh.write_text(repr(self.offset), "utf-8")
        fresh.replace(self._file)
