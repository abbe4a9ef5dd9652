"""A new revision has the next number, goes on from the newest, and says what the tables have that the schema lacks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Column, Integer, Table

from storage.engine.migrate import alembic_config, newest_revision
from storage.engine.schema import metadata
from storage.migrations.new import WrongNameError, new_revision

ROOT = Path(__file__).parents[2]
AFTER = f"{int(newest_revision()) + 1:04d}"


@pytest.fixture
def config(path: Path, tmp_path: Path) -> Config:
    """Migrations in a folder of their own, for a database that is up to date."""
    shutil.copytree(ROOT / "storage" / "migrations", tmp_path / "migrations")
    config = alembic_config(path)
    config.set_main_option("script_location", str(tmp_path / "migrations"))
    return config


@pytest.fixture
def new_table() -> Iterator[Table]:
    """A table nobody has migrated to."""
    table = Table("wish", metadata, Column("id", Integer, primary_key=True), sqlite_strict=True)
    yield table
    metadata.remove(table)


@pytest.mark.usefixtures("new_table")
def test_the_next_number_goes_on_from_the_newest(config: Config) -> None:
    made = new_revision(config, "wishes_are_kept")
    assert made.name == f"{AFTER}_wishes_are_kept.py"
    words = made.read_text(encoding="utf-8")
    assert words.startswith('"""wishes are kept."""')
    assert f'revision = "{AFTER}"\ndown_revision = "{newest_revision()}"' in words
    assert "op.create_table('wish'" in words
    assert "op.drop_table('wish')" in words


@pytest.mark.usefixtures("new_table")
def test_the_draft_runs_and_another_follows(config: Config) -> None:
    new_revision(config, "wishes_are_kept")
    command.upgrade(config, "head")
    following = new_revision(config, "nothing_changes")
    assert following.name == f"{int(AFTER) + 1:04d}_nothing_changes.py"
    assert f'down_revision = "{AFTER}"' in following.read_text(encoding="utf-8")
    assert "op." not in following.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", "Who came", "who-came", "0018_who_came", "w" * 41])
def test_what_makes_no_file_name_is_refused(config: Config, name: str) -> None:
    with pytest.raises(WrongNameError, match="is no name"):
        new_revision(config, name)
