"""An empty database of the newest schema, migrated once a process and copied for each test."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.engine.migrate import migrate


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.sqlite"
        migrate(path)
        return path.read_bytes()


def lay_database(path: Path) -> Path:
    """Put an empty migrated database at ``path``, unless one is there already; return the path."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_migrated())
    return path
