"""Bringing the database file to the newest schema. Alembic is imported only when there is something to do.

A revision is made whole or not at all (``storage/migrations/env.py``), and before the first of them the file is copied
and the copy checked, so that an older program can go back to it.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import storage
from storage.engine.backup import BackupError, backup

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(storage.__file__).parent / "migrations"
KEEP_COPY_SECONDS = 14 * 86_400
"""A copy holds what is erased meanwhile: it goes as soon as nobody will want to go back."""


class MigrationError(Exception):
    """Why the database was not brought to the newest schema, in one line."""


def newest_revision() -> str:
    """Return the newest revision's name: the files are numbered, so it is the last one's number."""
    return max(path.name.split("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def revision_of(path: Path) -> str | None:
    """Return the schema revision of a database file, or None when it has none."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("PRAGMA table_info(alembic_version)").fetchone():
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def check_revision(path: Path) -> str | None:
    """Return the schema revision of a database file.

    Raises MigrationError when this program cannot go on from it: it is newer, or there are tables but no revision.
    """
    found = revision_of(path)
    if found is None and path.exists() and _has_tables(path):
        raise MigrationError(
            f"{path} has tables but no schema revision: it is another program's, or an upgrade was cut off;"
            " nothing was changed, put a backup in its place"
        )
    if found is not None and found > newest_revision():
        raise MigrationError(
            f"{path} has schema {found}, this program knows {newest_revision()} at most: start the newer program;"
            " nothing was changed"
        )
    return found


def migrate(path: Path, revision: str = "head") -> bool:
    """Upgrade the file to ``revision``; return whether anything was done.

    Raises MigrationError with one line; what is there is then at a revision made whole, and the next call goes on.
    """
    found = check_revision(path)
    if revision == "head" and found == newest_revision():
        return False
    from alembic import command  # noqa: PLC0415 - half a second that an up-to-date start does not need
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    path.parent.mkdir(parents=True, exist_ok=True)
    if found is not None:
        _copy(path, found)
    try:
        command.upgrade(alembic_config(path), revision)
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        cause = str(getattr(error, "orig", error)).splitlines()[0]
        raise MigrationError(
            f"{path} could not be brought to schema {newest_revision()}: {cause}; nothing was lost, start again"
        ) from error
    return True


def copy_of(path: Path, revision: str) -> Path:
    """Return where the copy of the file lies that was made before it left ``revision``."""
    return path.with_name(f"{path.stem}.from-{revision}{path.suffix}")


def copies(path: Path) -> list[Path]:
    """Return the copies that upgrades have left."""
    return sorted(path.parent.glob(f"{path.stem}.from-*{path.suffix}"))


def remove_old_copies(path: Path) -> None:
    """Remove copies of upgrades that are older than ``KEEP_COPY_SECONDS``."""
    for copy in copies(path):
        if copy.stat().st_mtime < time.time() - KEEP_COPY_SECONDS:
            copy.unlink(missing_ok=True)


def alembic_config(path: Path) -> "Config":
    """Return Alembic's configuration for a database file."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["path"] = path
    return config


def _copy(path: Path, revision: str) -> None:
    copy = copy_of(path, revision)
    copy.unlink(missing_ok=True)
    try:
        backup(path, copy)
    except BackupError as error:
        raise MigrationError(f"{path} was not upgraded, for no copy could be made before: {error}") from None


def _has_tables(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
