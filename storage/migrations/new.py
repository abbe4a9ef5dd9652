"""``python -m storage.migrations.new NAME``: a revision with the next number, drafted from the tables.

What the draft cannot know is written by hand: what becomes of rows that are there, and triggers of history.
"""

import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from storage.engine.migrate import alembic_config, migrate

if TYPE_CHECKING:
    from alembic.config import Config

_NAME = re.compile(r"[a-z][a-z0-9_]{2,39}")


class WrongNameError(Exception):
    """The name makes no file name."""


def new_revision(config: "Config", name: str) -> Path:
    """Write the revision after the newest and return its file; ``config`` names a database that is up to date."""
    from alembic import command  # noqa: PLC0415 - the name is judged before Alembic is imported
    from alembic.script import Script, ScriptDirectory  # noqa: PLC0415

    if not _NAME.fullmatch(name):
        raise WrongNameError(f"{name!r} is no name: write what changes in small letters, like who_came")
    newest = ScriptDirectory.from_config(config).get_current_head() or "0"
    made = command.revision(config, message=name.replace("_", " "), rev_id=f"{int(newest) + 1:04d}", autogenerate=True)
    assert isinstance(made, Script)  # noqa: S101 - one revision makes one file
    return Path(made.path)


def main() -> int:
    """Draft it against an empty database of the newest schema; return the process's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "newest.sqlite"
        migrate(path)
        try:
            new_revision(alembic_config(path), sys.argv[1] if len(sys.argv) > 1 else "")
        except WrongNameError as error:
            print(f"migration: {error}", file=sys.stderr)  # noqa: T201 - for the person at the terminal
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
