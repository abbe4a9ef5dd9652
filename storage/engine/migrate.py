"""Bringing the database file to the newest schema. Alembic is imported only when there is something to do."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import storage

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(storage.__file__).parent / "migrations"


def newest_revision() -> str:
    """Return the newest revision's name: the files are numbered, so it is the last one's number."""
    return max(path.name.split("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def revision_of(path: Path) -> str | None:
    """Return the schema revision of a database file, or None when it has none."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            return None
    return str(row[0]) if row else None


def migrate(path: Path, revision: str = "head") -> bool:
    """Upgrade the file to ``revision``; return whether anything was done."""
    if revision == "head" and revision_of(path) == newest_revision():
        return False
    from alembic import command  # noqa: PLC0415 - half a second that an up-to-date start does not need

    path.parent.mkdir(parents=True, exist_ok=True)
    command.upgrade(alembic_config(path), revision)
    return True


def alembic_config(path: Path) -> "Config":
    """Return Alembic's configuration for a database file."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["path"] = path
    return config
