"""A copy of the database taken while it is in use, checked before it is called a backup."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path


class BackupError(Exception):
    """Why there is no backup."""


def backup(source: Path, target: str | Path) -> None:
    """Copy ``source`` to ``target`` (which must not exist) with SQLite's own online backup and check the copy."""
    target = Path(target)
    if not source.exists():
        raise BackupError(f"there is no database at {source}")
    if target.exists():
        raise BackupError(f"{target} is there already")
    partial = target.with_suffix(target.suffix + ".part")
    try:
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(partial)) as copy:
            live.backup(copy)
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise BackupError(f"the copy failed: {error}") from error
    if verdict != "ok":
        partial.unlink(missing_ok=True)
        raise BackupError(f"the copy is damaged: {verdict}")
    partial.rename(target)
